import type { Palette } from './palettes.ts'
import { person, range, sky, star } from './places.ts'
import { at, circle, ellipse, gradient, path, rect, stroke, svg, times } from './svg.ts'

const W = 1600
const H = 900

/** A picture of the seed: 1280 × 720 pixels, as wide as the widest rendition. */
export const picture = (...parts: readonly string[]): string => svg({ width: W, height: H, scale: 0.8 }, ...parts)

/** A product on a table: a soft wall, a halo, a shadow under it. */
export const still = (p: Palette, good: string, { x = 800, y = 440, scale = 1 }: { x?: number; y?: number; scale?: number } = {}): string =>
  picture(
    gradient('wall', p.horizon, p.sky), rect(0, 0, W, H, 'url(#wall)'),
    circle(x, y - 10, 390, p.light, { opacity: 0.75 }), circle(190, 160, 90, p.far, { opacity: 0.25 }), circle(1440, 700, 170, p.far, { opacity: 0.25 }),
    rect(0, 660, W, 240, p.far), rect(0, 660, W, 14, p.mid, { opacity: 0.6 }),
    ellipse(x, y + 236, 440, 40, p.ink, { opacity: 0.18 }), at({ x, y, scale }, good))

const paper = (p: Palette, x: number, y: number, turn: number, scale = 1): string =>
  at({ x, y, turn, scale }, rect(-170, -230, 340, 460, p.light, { rx: 10, stroke: p.far, 'stroke-width': 4 }), rect(-120, -180, 240, 20, p.accent), times(9, (i) => rect(-130, -130 + i * 30, i % 3 === 2 ? 180 : 260, 10, p.far)), circle(90, 170, 42, p.accent, { opacity: 0.85 }), star(90, 170, 22, p.light))

/** Sheets of a decision with a round seal. */
export const documents = (p: Palette): string =>
  picture(gradient('wall', p.sky, p.horizon), rect(0, 0, W, H, 'url(#wall)'), rect(0, 690, W, 210, p.mid), paper(p, 610, 470, -10), paper(p, 990, 480, 9), paper(p, 800, 450, -1, 1.15), stroke('M1180 720 L1390 520', p.ink, 20), path('M1180 720 l-26 40 l46 -18 Z', p.accent))

/** A certificate with a ribbon and `count` stars. */
export const award = (p: Palette, count: number): string =>
  picture(gradient('wall', p.horizon, p.sky), rect(0, 0, W, H, 'url(#wall)'), circle(800, 420, 430, p.light, { opacity: 0.5 }),
    rect(380, 170, 840, 540, p.light, { rx: 18, stroke: p.accent, 'stroke-width': 14 }), rect(420, 210, 760, 460, 'none', { rx: 10, stroke: p.far, 'stroke-width': 5 }),
    times(count, (i) => star(800 + (i - (count - 1) / 2) * 120, 330, 52, p.accent)), times(3, (i) => rect(560 + i * 40, 440 + i * 46, 480 - i * 80, 16, p.far)),
    path('M1010 600 l-40 170 l60 -36 l60 36 l-40 -170 Z', p.accent), circle(1030, 600, 78, p.mid), circle(1030, 600, 56, p.light), star(1030, 600, 38, p.accent))

/** A council around a table, a product before it. */
export const council = (p: Palette, good: string): string =>
  picture(gradient('wall', p.horizon, p.sky), rect(0, 0, W, H, 'url(#wall)'), times(4, (i) => rect(140 + i * 350, 90, 260, 210, p.light, { opacity: 0.7, rx: 12 })),
    times(6, (i) => person(p, 250 + i * 220, 470, i % 2 === 0 ? 1 : 3)), path('M90 640 H1510 L1430 860 H170 Z', p.near), rect(70, 590, 1460, 60, p.ink, { rx: 14 }),
    times(5, (i) => rect(240 + i * 280, 566, 120, 26, p.light, { rx: 4 })), at({ x: 800, y: 700, scale: 0.42 }, good))

/** A calendar page with a marked window of days. */
export const calendar = (p: Palette): string =>
  picture(gradient('wall', p.sky, p.horizon), rect(0, 0, W, H, 'url(#wall)'), rect(400, 150, 800, 640, p.light, { rx: 30 }), path('M400 300 V180 a30 30 0 0 1 30 -30 H1170 a30 30 0 0 1 30 30 V300 Z', p.accent),
    times(2, (i) => rect(560 + i * 440, 110, 36, 100, p.ink, { rx: 18 })),
    times(28, (i) => rect(450 + (i % 7) * 102, 340 + Math.floor(i / 7) * 108, 84, 84, i >= 9 && i <= 17 ? p.accent : p.horizon, { rx: 14, opacity: i >= 9 && i <= 17 ? 0.9 : 1 })), star(1076, 706, 34, p.mid),
    circle(1290, 660, 130, p.light, { stroke: p.ink, 'stroke-width': 12 }), stroke('M1290 660 V580 M1290 660 L1350 690', p.ink, 14))

/** Neighbouring lands drawn together: old borders dashed, the new outline full. */
export const mergedMap = (p: Palette): string =>
  picture(gradient('wall', p.horizon, p.sky), rect(0, 0, W, H, 'url(#wall)'),
    path('M420 260 L640 150 L860 210 L900 420 L760 520 L520 500 Z', p.far), path('M860 210 L1080 170 L1230 330 L1180 560 L960 640 L760 520 L900 420 Z', p.mid), path('M520 500 L760 520 L960 640 L880 770 L600 760 L440 640 Z', p.near),
    stroke('M420 260 L640 150 L860 210 L1080 170 L1230 330 L1180 560 L960 640 L880 770 L600 760 L440 640 L520 500 Z', p.ink, 12), stroke('M860 210 L900 420 L760 520 M520 500 L760 520 L960 640', p.light, 8, { 'stroke-dasharray': '22 22' }),
    [[640, 330], [1040, 390], [690, 640]].map(([x = 0, y = 0]) => path(`M${x} ${y} c-50 -60 -40 -110 0 -110 s50 50 0 110 Z`, p.accent) + circle(x, y - 70, 16, p.light)).join(''))

/** A live sale on a phone, goods around it. */
export const livestream = (p: Palette, goods: readonly string[]): string =>
  picture(gradient('wall', p.sky, p.horizon), rect(0, 0, W, H, 'url(#wall)'), circle(800, 450, 420, p.light, { opacity: 0.4 }), rect(0, 720, W, 180, p.near),
    goods.map((good, i) => at({ x: [250, 1360, 430, 1200][i] ?? 800, y: [560, 540, 300, 270][i] ?? 450, scale: 0.42 }, good)).join(''),
    rect(600, 90, 400, 730, p.ink, { rx: 48 }), rect(624, 130, 352, 650, p.horizon, { rx: 24 }), person(p, 800, 430, 2), rect(640, 560, 320, 200, p.light, { rx: 20 }), rect(664, 590, 180, 18, p.far), rect(664, 626, 240, 18, p.far), rect(664, 684, 130, 46, p.accent, { rx: 23 }),
    times(5, (i) => path(`M${920 + (i % 2) * 30} ${520 - i * 80} c-22 -34 -56 -6 0 34 c56 -40 22 -68 0 -34 Z`, p.accent, { opacity: 0.9 - i * 0.13 })), rect(650, 156, 96, 38, p.accent, { rx: 19 }), circle(672, 175, 8, p.light))

/** A shelf with six kinds of goods, one for each product group. */
export const shelf = (p: Palette, goods: readonly string[]): string =>
  picture(gradient('wall', p.horizon, p.sky), rect(0, 0, W, H, 'url(#wall)'), goods.map((good, i) => {
    const x = 290 + (i % 3) * 510
    const y = 260 + Math.floor(i / 3) * 400
    return circle(x, y - 20, 150, p.light, { opacity: 0.7 }) + at({ x, y, scale: 0.42 }, good)
  }).join(''), rect(60, 365, 1480, 26, p.ink, { rx: 8 }), rect(60, 765, 1480, 26, p.ink, { rx: 8 }))

/** A balance that weighs goods against stars. */
export const scales = (p: Palette, good: string): string =>
  picture(sky(p, 800), range(p.far, 700, 150, 5), rect(0, 700, W, 200, p.mid), rect(786, 200, 28, 540, p.ink), rect(640, 730, 320, 36, p.ink, { rx: 18 }), stroke('M380 300 L1220 240', p.ink, 22), circle(800, 270, 34, p.accent),
    [[380, 300], [1220, 240]].map(([x = 0, y = 0]) => stroke(`M${x} ${y} L${x - 130} ${y + 250} M${x} ${y} L${x + 130} ${y + 250}`, p.ink, 6) + path(`M${x - 170} ${y + 250} H${x + 170} C${x + 130} ${y + 330} ${x - 130} ${y + 330} ${x - 170} ${y + 250} Z`, p.accent)).join(''),
    at({ x: 380, y: 470, scale: 0.4 }, good), times(3, (i) => star(1140 + i * 80, 430 - (i % 2) * 50, 42, p.light)))

/** A road sign of three steps upwards: communes on their way. */
export const steps = (p: Palette): string =>
  picture(sky(p, 1300), range(p.far, 620, 260, 21), rect(0, 700, W, 200, p.near), times(5, (i) => rect(220 + i * 230, 700 - i * 90, 210, 90 + i * 90, [p.far, p.mid, p.near, p.mid, p.accent][i] ?? p.mid, { rx: 8 }) + star(325 + i * 230, 670 - i * 90, 20 + i * 4, p.light)), person(p, 325, 575, 2), person(p, 1015, 302, 0))

/** A half-length portrait for an author. */
export const portrait = (p: Palette, kind: number): string =>
  svg({ width: 600, height: 600 }, gradient('wall', p.sky, p.horizon), rect(0, 0, 600, 600, 'url(#wall)'), circle(300, 290, 230, p.light, { opacity: 0.55 }),
    kind % 2 === 0 ? path('M170 240 C170 90 430 90 430 240 V420 H170 Z', p.ink) : '', path('M110 600 C120 450 220 420 300 420 C380 420 480 450 490 600 Z', [p.accent, p.near, p.mid][kind % 3] ?? p.accent), rect(262, 340, 76, 110, '#dfb489', { rx: 30 }), ellipse(300, 270, 100, 122, '#efcaa2'),
    kind % 2 === 0 ? path('M196 250 C200 140 400 140 404 250 C350 190 260 190 196 250 Z', p.ink) : path('M196 240 C180 120 420 110 404 240 C390 190 330 170 300 172 C260 170 210 190 196 240 Z', p.ink),
    circle(262, 275, 9, p.ink), circle(338, 275, 9, p.ink), stroke('M264 330 q36 26 72 0', p.accent, 8), kind % 3 === 1 ? stroke('M226 276 a34 30 0 1 0 70 0 a34 30 0 1 0 -70 0 M304 276 a34 30 0 1 0 70 0 a34 30 0 1 0 -70 0', p.ink, 6) : '')
