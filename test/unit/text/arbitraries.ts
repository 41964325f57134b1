import fc from 'fast-check'

const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const vowels = [...'aăâeêioôơuưy'].flatMap((letter) => TONES.map((tone) => (letter.normalize('NFD') + tone).normalize('NFC')))
const consonants = [...'bcdđfghjklmnpqrstvwxz']

/** Every letter of Vietnamese, the Latin letters it lacks, in both cases. */
export const vietnameseLetters = [...vowels, ...consonants].flatMap((letter) => [letter, letter.toUpperCase()])

/** Letters that Latin script composes of a plain letter and marks, such as é ñ ǻ ḗ, and ø ł ħ æ œ ß. */
export const foreignLetters = [
  ...Array.from({ length: 0x1f00 - 0xc0 }, (_, index) => String.fromCharCode(0xc0 + index)).filter((letter) => /^[A-Za-z]\p{M}+$/u.test(letter.normalize('NFD'))),
  ...'øłħæœßØŁĦÆŒẞ',
]

/** Printable ASCII. */
export const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index))

const form = fc.constantFrom('NFC', 'NFD')

/** Texts over `signs`, each in NFC, in NFD or mixed. */
export const textOver = ({ signs, maxLength = 12 }: { signs: readonly string[]; maxLength?: number }): fc.Arbitrary<string> => {
  const sign = fc.constantFrom(...signs)
  const whole = fc.tuple(fc.array(sign, { maxLength }), form).map(([parts, as]) => parts.join('').normalize(as))
  const mixed = fc.array(fc.tuple(sign, form).map(([part, as]) => part.normalize(as)), { maxLength }).map((parts) => parts.join(''))
  return fc.oneof(whole, mixed)
}

/** Vietnamese and Latin letters, digits and spaces. */
export const vietnameseText = textOver({ signs: [...vietnameseLetters, ...'0123456789', ' ', ' ', ' '], maxLength: 20 })

/** Anything a request can carry, half of it Vietnamese with marks in odd places. */
export const anyText = fc.oneof(
  vietnameseText,
  textOver({ signs: [...vietnameseLetters, ...foreignLetters, ...ascii, ...TONES.slice(1), '\u0302', '\u0306', '\u031B', '\u00D0', '\u00F0'] }),
  fc.string({ unit: 'binary' }),
)
