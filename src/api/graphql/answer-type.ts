import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'

/** What a request to `/graphql` is answered with: JSON of either media type, the page of GraphiQL, or nothing that it takes. */
export type AnswerType = 'application/json' | 'application/graphql-response+json' | 'text/html'

const knownOfPages = new LRUCache<string, { type: AnswerType | null }>({ max: 500 })
const knownOfPosts = new LRUCache<string, { type: AnswerType | null }>({ max: 500 })

/** The media types in their order, the first that fits wins: as graphql-http reads them, and browsers, which name text/html first, by their weights. */
const negotiate = ({ accept, isPage }: { accept: string; isPage: boolean }): AnswerType | null => {
  const negotiator = new Negotiator({ headers: { accept } })
  const offered = ['application/json', 'application/graphql-response+json', 'text/html']
  if (isPage && negotiator.mediaTypes(offered)[0] === 'text/html') return 'text/html'
  for (const part of accept.replace(/\s/g, '').toLowerCase().split(',')) {
    const [mediaType, ...params] = part.split(';')
    const charset = params.find((param) => param.includes('charset=')) ?? 'charset=utf-8'
    if (mediaType === 'application/graphql-response+json' && charset === 'charset=utf-8') return mediaType
    if (['application/json', 'application/*', '*/*'].includes(mediaType ?? '') && ['charset=utf-8', 'charset=utf8'].includes(charset)) return 'application/json'
  }
  return null
}

/** The kind of answer for an `Accept`. A page is for those who open the address, so not for POST. */
export const answerTypeOf = ({ accept = '*/*', method }: { accept?: string | undefined; method: string | undefined }): AnswerType | null => {
  const isPage = method !== 'POST'
  const known = isPage ? knownOfPages : knownOfPosts
  const found = known.get(accept)
  if (found) return found.type
  const type = negotiate({ accept: accept || '*/*', isPage })
  known.set(accept, { type })
  return type
}
