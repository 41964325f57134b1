import { escapeHtml } from '../../../collections/shared/public-body-parts.ts'
import { xmlText } from '../../text/xml-text.ts'
import { iframeTag } from '../snippets.ts'
import type { Card, Cards } from '../view/card.ts'

/** An answer of oEmbed 1.0 §2.3.4.4 (`rich`). */
export interface Oembed {
  type: 'rich'
  version: '1.0'
  title: string
  provider_name: string
  provider_url: string
  /** Seconds. */
  cache_age: number
  html: string
  width: number
  height: number
  thumbnail_url?: string
  thumbnail_width?: number
  thumbnail_height?: number
}

export interface Bounds {
  /** Pixels; null: any. */
  maxWidth: number | null
  maxHeight: number | null
}

const CACHE_AGE_S = 3600
const sizes = { feed: { width: 640, height: 760 }, thing: { width: 560, height: 240 } } as const

const atMost = (size: number, most: number | null): number => (most === null ? size : Math.min(size, most))

/** The largest of the prepared pictures that fits; of all three members there is none without the others (§2.3.4). */
const thumbnail = ({ image, maxWidth, maxHeight }: Bounds & { image: Card['image'] }): Partial<Oembed> => {
  if (!image) return {}
  const candidates = image.srcset.split(', ').flatMap((candidate) => {
    const [, url, width] = /^(\S+) (\d+)w$/.exec(candidate) ?? []
    return url && width ? [{ url, width: Number(width), height: Math.round((Number(width) * image.height) / image.width) }] : []
  })
  const fitting = candidates.filter(({ width, height }) => width <= (maxWidth ?? 1280) && height <= (maxHeight ?? Infinity)).at(-1)
  return fitting ? { thumbnail_url: fitting.url, thumbnail_width: fitting.width, thumbnail_height: fitting.height } : {}
}

/** Answers for an embed at `src`, within the bounds of the one who asks (§2.2: `maxwidth`, `maxheight`). */
export const oembedOf = ({ cards, src, of, maxWidth, maxHeight }: Bounds & { cards: Cards; src: string; of: keyof typeof sizes }): Oembed => {
  const width = atMost(sizes[of].width, maxWidth)
  const height = atMost(sizes[of].height, maxHeight)
  return {
    type: 'rich', version: '1.0', title: cards.name, provider_name: cards.source.name, provider_url: cards.source.url, cache_age: CACHE_AGE_S,
    html: iframeTag({ src, title: cards.name, width, height }), width, height, ...thumbnail({ image: cards.items[0]?.image ?? null, maxWidth, maxHeight }),
  }
}

/** The same as XML (§2.3.2): the members as elements of `oembed`. */
export const oembedXml = (answer: Oembed): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${Object.entries(answer).map(([name, value]) => `<${name}>${escapeHtml(xmlText(String(value)))}</${name}>`).join('')}</oembed>\n`
