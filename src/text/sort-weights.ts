import { LIGATURE_MARK } from './latin-expansions.ts'

const FIRST = 0x22 // one above LEVEL_END
const ESCAPE = '~' // above every weight

/** Ends a level of a sort key: below every weight, so that a shorter text comes first. */
export const LEVEL_END = '!'

/** Letters, digits and signs in the order of the CLDR 'vi' collation; a null is where other signs go. */
const PRIMARY_ORDER: readonly (string | null)[] = [
  ...' _-–—,;:!?.·\'"«»()[]{}§@*/\\&#%•`^°©®+÷×<=>|~$£₫€',
  null,
  ...'0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz',
]

/** Marks in the order of the CLDR 'vi' collation: huyền, hỏi, ngã, sắc, nặng, then the marks of other languages. */
const MARK_ORDER = [
  0x300, 0x309, 0x303, 0x301, 0x323, 0x306, 0x302, 0x30c, 0x30a, 0x308, 0x30b, 0x307, 0x338, 0x327, 0x328, 0x304, 0x335,
  0x30f, 0x311, 0x31b, 0x324, 0x325, 0x326, 0x32d, 0x32e, 0x330, 0x331, LIGATURE_MARK.charCodeAt(0),
].map((code) => String.fromCharCode(code))

const weigh = (order: readonly (string | null)[]): ReadonlyMap<string | null, string> =>
  new Map(order.map((sign, index) => [sign, String.fromCharCode(FIRST + index)]))

const primaries = weigh(PRIMARY_ORDER)
const marks = weigh(MARK_ORDER)
const otherSign = primaries.get(null) ?? ESCAPE

// Four digits of base 36 hold every code point.
const codePoint = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(36).padStart(4, '0')

/** The weight of a lower-case letter, digit or sign: one ASCII character, five for what the order does not list. */
export const primaryWeight = (sign: string): string =>
  primaries.get(sign) ?? (/[\p{L}\p{N}]/u.test(sign) ? ESCAPE : otherSign) + codePoint(sign)

/** The weight of a combining mark: one ASCII character, five for what the order does not list. */
export const markWeight = (mark: string): string => marks.get(mark) ?? ESCAPE + codePoint(mark)

const FAR = 80
const FAR_STEP = String.fromCharCode(FIRST)

/**
 * The distance from one marked place to the next, in unmarked places between them. What is marked earlier sorts later,
 * so that a near place has the higher character.
 */
export const distanceWeight = (places: number): string =>
  FAR_STEP.repeat(Math.floor(places / FAR)) + String.fromCharCode(0x7e - (places % FAR))
