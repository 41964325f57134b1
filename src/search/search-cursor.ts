import { createHash } from 'node:crypto'

/** The place of a hit in the order of its query. */
export interface SearchPlace {
  rank: number
  /** Beginning of visibility, in milliseconds. */
  from: number
  /** `kind:id`. */
  ref: string
}

/** A place, and how it was searched for: with typos forgiven or not, so that the next page goes on in the same list. */
export interface SearchCursor extends SearchPlace {
  forgiving: boolean
}

/** Equal for queries whose lists are the same. */
export const signatureOf = (query: unknown): string => createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 10)

export const encodeSearchCursor = ({ signature, cursor: { forgiving, rank, from, ref } }: { signature: string; cursor: SearchCursor }): string =>
  Buffer.from(JSON.stringify([signature, forgiving ? 1 : 0, rank, from, ref])).toString('base64url')

/** Null for anything that `encodeSearchCursor` has not made for this query. */
export const decodeSearchCursor = ({ signature, text }: { signature: string; text: string }): SearchCursor | null => {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return null
  }
  if (!Array.isArray(parts) || parts.length !== 5) return null
  const [of, forgiving, rank, from, ref] = parts as unknown[]
  if (of !== signature || (forgiving !== 0 && forgiving !== 1) || typeof rank !== 'number' || typeof from !== 'number' || typeof ref !== 'string') return null
  return { forgiving: forgiving === 1, rank, from, ref }
}

/** The order of what is found: best first, then the newest, then by id, so that no two are equal. */
export const comparePlaces = (a: SearchPlace, b: SearchPlace): number =>
  b.rank - a.rank || b.from - a.from || (a.ref === b.ref ? 0 : a.ref < b.ref ? 1 : -1)
