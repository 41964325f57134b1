import { lettering } from './letters.ts'
import { star } from './places.ts'
import { at, circle, ellipse, path, rect, stroke, svg, times } from './svg.ts'

/** How a brand's own drawn mark looks; none of it follows anybody's real logo. */
export type Wordmark = {
  readonly text: string
  readonly ink: string
  readonly accent: string
  /** Paper under the mark; white unless told. */
  readonly ground?: string
  readonly emblem: EmblemName
  /** Thickness of the letters, in tenths of the cap height. */
  readonly weight?: number
  readonly slant?: number
  readonly layout?: 'beside' | 'above'
}

/** Small geometric marks, about 160 wide around the origin. */
const emblems = {
  leaf: (a, b) => path('M-70 50 C-70 -50 20 -80 70 -70 C80 0 30 80 -70 50 Z', a) + stroke('M-60 44 C-10 20 20 -10 50 -50', b, 8),
  sun: (a, b) => circle(0, 0, 38, a) + times(8, (i) => at({ x: 0, y: 0, turn: i * 45 }, rect(-6, -78, 12, 28, b, { rx: 6 }))),
  wave: (a, b) => stroke('M-76 -20 q38 -40 76 0 t76 0', a, 20) + stroke('M-76 30 q38 -40 76 0 t76 0', b, 20),
  drop: (a, b) => path('M0 -80 C60 -10 60 30 44 54 A56 56 0 0 1 -44 54 C-60 30 -60 -10 0 -80 Z', a) + circle(16, 34, 20, b),
  window: (a, b) => rect(-66, -66, 60, 60, a, { rx: 8 }) + rect(6, -66, 60, 60, b, { rx: 8 }) + rect(-66, 6, 60, 60, b, { rx: 8 }) + rect(6, 6, 60, 60, a, { rx: 8 }),
  tower: (a, b) => rect(-66, -10, 36, 86, b) + rect(-18, -78, 36, 154, a) + rect(30, -40, 36, 116, b),
  peak: (a, b) => path('M-80 64 L-20 -64 L20 20 L36 -10 L80 64 Z', a) + path('M-20 -64 L2 -18 L-38 -26 Z', b),
  ring: (a, b) => circle(0, 0, 62, 'none', { stroke: a, 'stroke-width': 22 }) + circle(0, 0, 22, b),
  star: (a, b) => circle(0, 0, 76, a) + star(0, 4, 56, b),
  diamond: (a, b) => path('M0 -76 L76 -10 L0 76 L-76 -10 Z', a) + path('M0 -76 L30 -10 L0 76 L-30 -10 Z', b),
  hexagon: (a, b) => path('M0 -78 L68 -39 V39 L0 78 L-68 39 V-39 Z', a) + path('M0 -36 L32 -18 V18 L0 36 L-32 18 V-18 Z', b),
  petals: (a, b) => times(4, (i) => at({ x: 0, y: 0, turn: i * 90 }, ellipse(0, -40, 26, 42, i % 2 === 0 ? a : b))) + circle(0, 0, 16, b),
  stripes: (a, b) => times(4, (i) => at({ x: 0, y: 0, turn: -35 }, rect(-70, -66 + i * 36, 140, 20, i % 2 === 0 ? a : b, { rx: 10 }))),
  arc: (a, b) => stroke('M-70 50 A70 70 0 0 1 70 50', a, 24) + stroke('M-34 50 A34 34 0 0 1 34 50', b, 20),
  bars: (a, b) => times(4, (i) => rect(-74 + i * 40, 66 - 34 * (i + 1), 28, 34 * (i + 1), i % 2 === 0 ? a : b, { rx: 6 })),
} as const satisfies Record<string, (a: string, b: string) => string>

export type EmblemName = keyof typeof emblems

const WIDTH = 640
const HEIGHT = 320

/** A wordmark of 640 × 320 as SVG: an emblem and the name in drawn letters. */
export const wordmark = ({ text, ink, accent, ground = '#ffffff', emblem, weight = 1.3, slant = 0, layout = 'beside' }: Wordmark): string => {
  const above = layout === 'above'
  const room = above ? 540 : 390
  const unit = lettering({ text, size: 1, colour: ink, weight }).width
  const size = Math.min(above ? 7.5 : 8.5, room / unit)
  const line = lettering({ text, size, colour: ink, weight, slant })
  const x = above ? (WIDTH - line.width) / 2 : 190 + (room - line.width) / 2
  const y = above ? 212 : (HEIGHT - size * 10) / 2
  return svg({ width: WIDTH, height: HEIGHT }, rect(0, 0, WIDTH, HEIGHT, ground),
    at({ x: above ? WIDTH / 2 : 108, y: above ? 100 : HEIGHT / 2, scale: above ? 0.85 : 0.8 }, emblems[emblem](accent, ink)), at({ x, y }, line.svg))
}
