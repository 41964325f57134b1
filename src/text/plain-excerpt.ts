import { nfc } from './nfc.ts'

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

// What would look odd before the ellipsis: punctuation within sentences, and quotes or brackets just opened.
const DANGLING = /[\s.,;:!?…–—\-\p{Ps}\p{Pi}]+$/u

/** The longest beginning of whole characters (as readers see them) within `length` UTF-16 units. */
const beginning = ({ text, length }: { text: string; length: number }): string => {
  let end = 0
  for (const { index, segment } of graphemes.segment(text.slice(0, length + 64))) {
    if (index + segment.length > length) break
    end = index + segment.length
  }
  return text.slice(0, end)
}

/**
 * The beginning of a plain text on one line, in at most `max` characters (`length`, the ellipsis included): cut
 * between words, without dangling punctuation, and ended by `…` if anything was left out. Only a first word that is
 * too long itself is cut inside.
 * @throws RangeError when `max` is not a positive integer.
 */
export const plainExcerpt = ({ text, max }: { text: string; max: number }): string => {
  if (!Number.isInteger(max) || max < 1) throw new RangeError(`An excerpt needs a positive whole number of characters, not ${max}`)
  const line = nfc(text).replace(/\s+/g, ' ').trim()
  if (line.length <= max) return line
  const room = max - 1
  const lastSpace = line.lastIndexOf(' ', room)
  const whole = lastSpace > 0 ? line.slice(0, lastSpace).replace(DANGLING, '') : ''
  return `${whole === '' ? beginning({ text: line, length: room }).trimEnd() : whole}…`
}
