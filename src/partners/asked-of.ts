import { feedFormats } from '../feeds/feed.ts'
import type { KeyScope } from './key-format.ts'

/** What an address is about, where keys are taken. */
export interface Asked {
  scope: KeyScope
  /** It is shown in a frame, and the browser holds to `frame-ancestors`. */
  isFramed: boolean
  /** For the usage page: a feed, or what else stands under the address. */
  feed: string
  format: string
}

const segment = (path: string, at: number): string => {
  const raw = path.split('/')[at] ?? ''
  try {
    return decodeURIComponent(raw).normalize('NFC')
  } catch {
    return ''
  }
}

const formats = [...feedFormats].sort((a, b) => b.length - a.length)

const feedFile = (path: string): Pick<Asked, 'feed' | 'format'> => {
  const file = segment(path, 2)
  if (path.split('/')[3] === 'report') return { feed: file, format: 'report' }
  const format = formats.find((one) => file.endsWith(`.${one}`))
  return format ? { feed: file.slice(0, -format.length - 1), format } : { feed: '', format: '' }
}

const areas: readonly { prefix: string; scope: KeyScope; isFramed: boolean; named: (path: string) => Pick<Asked, 'feed' | 'format'> }[] = [
  { prefix: '/feeds', scope: 'feeds', isFramed: false, named: feedFile },
  { prefix: '/embed', scope: 'feeds', isFramed: true, named: (path) => ({ feed: segment(path, 2).replace(/\.json$/, ''), format: 'embed' }) },
  { prefix: '/oembed', scope: 'feeds', isFramed: false, named: () => ({ feed: 'oembed', format: 'oembed' }) },
  { prefix: '/v1/changes', scope: 'changes', isFramed: false, named: () => ({ feed: 'changes', format: 'json' }) },
]

/** What an address is about, or null where keys are not taken. */
export const askedOf = (url: string): Asked | null => {
  const [path = ''] = url.split(/[?#]/, 1)
  const area = areas.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))
  // What the component asks for is data, and comes with an origin like that of all scripts.
  return area ? { scope: area.scope, isFramed: area.isFramed && !path.endsWith('.json'), ...area.named(path) } : null
}
