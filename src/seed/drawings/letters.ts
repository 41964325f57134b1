import { el, stroke } from './svg.ts'

/**
 * Capital letters as lines, so that a wordmark needs no font on the machine.
 * Each letter stands on a grid ten units high, its top at 0; `w` is its width.
 */
const letters: Readonly<Record<string, { readonly w: number; readonly d: string }>> = {
  A: { w: 8, d: 'M0 10 L4 0 L8 10 M1.5 6.6 H6.5' },
  B: { w: 6.5, d: 'M0 0 V10 H3.8 A2.6 2.6 0 0 0 3.8 4.8 H0 M0 0 H3.4 A2.4 2.4 0 0 1 3.4 4.8' },
  C: { w: 7, d: 'M7 1.8 A4.2 5 0 1 0 7 8.2' },
  D: { w: 7, d: 'M0 0 V10 H2.6 A4.4 5 0 0 0 2.6 0 Z' },
  E: { w: 6, d: 'M6 0 H0 V10 H6 M0 5 H5' },
  F: { w: 6, d: 'M6 0 H0 V10 M0 5 H5' },
  G: { w: 7.5, d: 'M7.2 1.8 A4.4 5 0 1 0 7.5 6 H4.6' },
  H: { w: 7, d: 'M0 0 V10 M7 0 V10 M0 5 H7' },
  I: { w: 0.6, d: 'M0.3 0 V10' },
  J: { w: 4.5, d: 'M4.5 0 V7.4 A2.2 2.6 0 0 1 0 7.4' },
  K: { w: 6.5, d: 'M0 0 V10 M6.2 0 L0 6 M2.4 3.8 L6.5 10' },
  L: { w: 5.6, d: 'M0 0 V10 H5.6' },
  M: { w: 9, d: 'M0 10 V0 L4.5 6.5 L9 0 V10' },
  N: { w: 7.2, d: 'M0 10 V0 L7.2 10 V0' },
  O: { w: 8.6, d: 'M4.3 0 A4.3 5 0 1 0 4.3 10 A4.3 5 0 1 0 4.3 0 Z' },
  P: { w: 6.4, d: 'M0 10 V0 H3.6 A2.8 2.8 0 0 1 3.6 5.6 H0' },
  Q: { w: 8.6, d: 'M4.3 0 A4.3 5 0 1 0 4.3 10 A4.3 5 0 1 0 4.3 0 Z M5.4 7 L8.4 10.6' },
  R: { w: 6.6, d: 'M0 10 V0 H3.6 A2.7 2.7 0 0 1 3.6 5.4 H0 M3.4 5.4 L6.6 10' },
  S: { w: 6.2, d: 'M6 1.6 C5 -0.6 0.4 -0.5 0.4 2.5 C0.4 5.6 6.2 4.4 6.2 7.5 C6.2 10.6 1 10.6 0 8.2' },
  T: { w: 7, d: 'M0 0 H7 M3.5 0 V10' },
  U: { w: 7, d: 'M0 0 V6.4 A3.5 3.6 0 0 0 7 6.4 V0' },
  V: { w: 8, d: 'M0 0 L4 10 L8 0' },
  W: { w: 11, d: 'M0 0 L2.8 10 L5.5 2 L8.2 10 L11 0' },
  X: { w: 7, d: 'M0 0 L7 10 M7 0 L0 10' },
  Y: { w: 7.4, d: 'M0 0 L3.7 5 L7.4 0 M3.7 5 V10' },
  Z: { w: 6.8, d: 'M0 0 H6.8 L0 10 H6.8' },
  ' ': { w: 3, d: '' },
}

/** Marks over, under or through a letter whose middle is `c`; `up` lifts a tone over a circumflex or breve. */
const marks: Readonly<Record<string, (c: number, up: number, w: number) => string>> = {
  '\u0300': (c, up) => `M${c - 1.2} ${-3.4 - up} L${c + 0.8} ${-1.8 - up}`,
  '\u0301': (c, up) => `M${c + 1.2} ${-3.4 - up} L${c - 0.8} ${-1.8 - up}`,
  '\u0302': (c) => `M${c - 1.8} -1.4 L${c} -3 L${c + 1.8} -1.4`,
  '\u0303': (c, up) => `M${c - 1.8} ${-2 - up} q0.9 -1.4 1.8 -0.5 t1.8 -0.5`,
  '\u0306': (c) => `M${c - 1.8} -3 q1.8 2.6 3.6 0`,
  '\u0309': (c, up) => `M${c - 0.8} ${-3.6 - up} q1.9 0 0.9 1.9`,
  '\u031b': (_c, _up, w) => `M${w - 0.4} 0.8 q2 -0.4 1.6 -2.4`,
  '\u0323': (c) => `M${c} 12.4 v0.05`,
}

const tones = new Set(['\u0300', '\u0301', '\u0303', '\u0309'])

/** Lines for one letter as written (`Ệ`, `Đ`, `a`) and its width. */
const glyph = (character: string): { w: number; d: string } => {
  const upper = character.toLocaleUpperCase('vi')
  if (upper === 'Đ') return { w: 7, d: `${letters['D']?.d ?? ''} M-1.4 5 H3` }
  const [base = '', ...added] = [...upper.normalize('NFD')]
  const letter = letters[base]
  if (!letter) throw new Error(`No drawn letter for “${character}”. Add it to src/seed/drawings/letters.ts.`)
  const stacked = added.some((mark) => mark === '\u0302' || mark === '\u0306')
  const extra = added.map((mark) => marks[mark]?.(letter.w / 2, stacked && tones.has(mark) ? 2.2 : 0, letter.w) ?? '')
  return { w: letter.w, d: [letter.d, ...extra].join(' ') }
}

/** A line of drawn letters: SVG at the origin (cap height 10 units × `size`), and its width in pixels. */
export const lettering = ({ text, size, colour, weight, gap = 3, slant = 0 }: { text: string; size: number; colour: string; weight: number; gap?: number; slant?: number }): { svg: string; width: number } => {
  let x = 0
  const parts = [...text.normalize('NFC')].map((character) => {
    const { w, d } = glyph(character)
    const drawn = d === '' ? '' : el('g', { transform: `translate(${x.toFixed(2)} 0)` }, stroke(d, colour, weight))
    x += w + gap
    return drawn
  })
  return { svg: el('g', { transform: `skewX(${-slant}) scale(${size})` }, ...parts), width: Math.max(0, x - gap) * size }
}
