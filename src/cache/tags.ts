/** What an answer follows from: `kind:id`, `list:kind`, or a name of its own such as `mostRead`. */
export type Tag = string

/** The tag of one thing. */
export const tagOf = ({ kind, id }: { kind: string; id: string }): Tag => `${kind}:${id}`

/** The tag of everything that lists, counts or looks for things of a kind. */
export const listTag = (kind: string): Tag => `list:${kind}`

/** What a change of one thing touches. */
export const tagsOfChange = (change: { kind: string; id: string }): Tag[] => [tagOf(change), listTag(change.kind)]

const SURROGATE_BYTES = 8 * 1024

/**
 * The value of `Surrogate-Key` for an answer. Beyond 8 kB, which content delivery networks do not take, single things are named by the
 * lists of their kinds, which every change of the kind touches too.
 */
export const surrogateKey = (tags: Iterable<Tag>): string => {
  const all = [...tags].sort()
  const whole = all.join(' ')
  if (whole.length <= SURROGATE_BYTES) return whole
  return [...new Set(all.map((tag) => (tag.startsWith('list:') || !tag.includes(':') ? tag : listTag(tag.slice(0, tag.indexOf(':'))))))].join(' ')
}
