import type { Tag } from '../cache/tags.ts'

// What content delivery networks take in one call: Fastly 256 keys in a header of 16 kB. Less, since a receiver counts all headers together.
const KEYS = 256
const BYTES = 14 * 1024

/** Each tag once, in calls of at most 256 tags and 14 kB. */
export const purgeBatches = (tags: Iterable<Tag>): Tag[][] => {
  const batches: Tag[][] = []
  let bytes = Infinity
  for (const tag of new Set(tags)) {
    const more = Buffer.byteLength(tag) + 1
    const last = batches.at(-1)
    if (last && last.length < KEYS && bytes + more <= BYTES) {
      last.push(tag)
      bytes += more
    } else {
      batches.push([tag])
      bytes = more
    }
  }
  return batches
}
