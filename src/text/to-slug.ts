import { fold } from './fold.ts'

/**
 * The part of an address that names a thing: `Đông trùng hạ thảo` → `dong-trung-ha-thao`. Only `a-z`, `0-9` and single
 * inner hyphens; `&` is read as `va`. It ends with a whole syllable within `max` characters (default 80); only a
 * first syllable longer than that is cut. A text without letters or digits gives the empty string.
 * @throws RangeError when `max` is not a positive integer.
 */
export const toSlug = (text: string, { max = 80 }: { max?: number } = {}): string => {
  if (!Number.isInteger(max) || max < 1) throw new RangeError(`A slug needs a positive whole number of characters, not ${max}`)
  const syllables = fold(text).replace(/&/g, ' va ').match(/[a-z0-9]+/g) ?? []
  let slug = syllables[0]?.slice(0, max) ?? ''
  for (const syllable of syllables.slice(1)) {
    if (slug.length + 1 + syllable.length > max) break
    slug += `-${syllable}`
  }
  return slug
}
