/** A mark no Latin text uses; it stands in an expansion for "ligature", after every other mark. */
export const LIGATURE_MARK = '\u0345'

const pairs: readonly (readonly [string, string])[] = [
  ['ø', 'o\u0338'],
  ['ł', 'l\u0335'],
  ['ħ', 'h\u0335'],
  ['æ', `a${LIGATURE_MARK}e`],
  ['œ', `o${LIGATURE_MARK}e`],
  ['ß', `s${LIGATURE_MARK}s`],
]

const expansions = new Map([
  ...pairs,
  ...pairs.map(([letter, expansion]) => [letter === 'ß' ? 'ẞ' : letter.toUpperCase(), expansion.replace(/[a-z]/g, (c) => c.toUpperCase())] as const),
])

/**
 * Takes Latin letters apart that Unicode leaves whole (ø ł ħ æ œ ß), as the CLDR root collation does: into plain
 * letters and combining marks. The text is in NFD or NFKD. đ stays: it is a letter of its own.
 */
export const expandLatin = (text: string): string => text.replace(/[øłħæœßØŁĦÆŒẞ]/g, (letter) => expansions.get(letter) ?? letter)
