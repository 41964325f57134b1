import type { Palette } from './palettes.ts'
import { at, circle, dice, ellipse, gradient, path, rect, stroke, times } from './svg.ts'

const W = 1600
const H = 900

/** Sky with a sun, as tall as the picture. */
export const sky = (p: Palette, sunX = 1180): string =>
  gradient('sky', p.sky, p.horizon) + rect(0, 0, W, H, 'url(#sky)') + circle(sunX, 230, 150, p.light, { opacity: 0.35 }) + circle(sunX, 230, 92, p.light, { opacity: 0.9 })

/** A range of hills whose feet stand at `base`. */
export const range = (colour: string, base: number, height: number, seed: number): string => {
  const roll = dice(seed)
  let d = `M0 ${base}`
  for (let x = 0; x <= W; x += 200) d += ` Q${x + 100} ${Math.round(base - height * (0.45 + roll() * 0.75))} ${x + 200} ${Math.round(base - height * roll() * 0.4)}`
  return path(`${d} V${H} H0 Z`, colour)
}

/** Rice terraces: bands that follow the slope, the water catching the light. */
export const terraces = (p: Palette, seed: number): string => {
  const roll = dice(seed)
  const shades = [p.far, p.mid, p.near]
  return sky(p) + range(p.far, 480, 220, seed) + range(p.mid, 560, 170, seed + 1)
    + times(7, (row) => {
      const y = 520 + row * 62
      const bend = 40 + roll() * 60
      const d = `M0 ${y + bend} C400 ${y - bend} 700 ${y + bend} 1000 ${y} S1450 ${y - bend} ${W} ${y + bend / 2}`
      return path(`${d} V${H} H0 Z`, shades[row % 3] ?? p.mid) + stroke(d, p.light, 7, { opacity: 0.65 })
    })
    + hut(p, 1220, 640, 0.8)
}

/** A stilt house with a palm-leaf roof. */
export const hut = (p: Palette, x: number, y: number, scale = 1): string =>
  at({ x, y, scale },
    times(4, (i) => rect(-110 + i * 70, 40, 12, 90, p.ink)),
    rect(-130, -40, 260, 90, p.light), rect(-90, -20, 50, 50, p.accent, { opacity: 0.8 }), rect(20, -20, 40, 70, p.ink, { opacity: 0.75 }),
    path('M-180 -30 L-90 -150 H90 L180 -30 Z', p.ink), path('M-180 -30 L-90 -150 H90 L180 -30 Z', p.accent, { opacity: 0.45 }))

/** Houses in a valley and the road that leads to them. */
export const village = (p: Palette, seed: number): string =>
  sky(p, 420) + range(p.far, 500, 300, seed) + range(p.mid, 600, 220, seed + 3) + rect(0, 620, W, 280, p.near)
  + path('M700 900 C760 780 900 760 860 660 C840 620 900 610 980 600 L1010 600 C940 640 960 700 980 760 C990 820 1000 860 1060 900 Z', p.light, { opacity: 0.85 })
  + hut(p, 430, 640, 1.15) + hut(p, 1260, 620, 0.9) + hut(p, 720, 590, 0.6) + times(9, (i) => tree(p, 90 + i * 178, 690 + (i % 3) * 40, 0.7 + (i % 2) * 0.35))

export const tree = (p: Palette, x: number, y: number, scale = 1): string =>
  at({ x, y, scale }, rect(-7, 0, 14, 70, p.ink), circle(0, -30, 58, p.mid), circle(-30, -4, 40, p.far, { opacity: 0.9 }), circle(32, -6, 44, p.near))

/** A market stall with a striped awning and baskets of goods. */
export const stall = (p: Palette, x: number, y: number, scale = 1): string =>
  at({ x, y, scale },
    rect(-230, -250, 14, 420, p.ink), rect(216, -250, 14, 420, p.ink),
    times(8, (i) => path(`M${-260 + i * 65} -260 h65 v70 a32.5 32.5 0 0 1 -65 0 Z`, i % 2 === 0 ? p.accent : p.light)),
    rect(-250, 30, 500, 150, p.near), rect(-260, 10, 520, 34, p.ink),
    times(3, (i) => basket(p, -160 + i * 160, -10, i)))

const basket = (p: Palette, x: number, y: number, kind: number): string =>
  at({ x, y }, times(6, (i) => circle(-44 + (i % 3) * 44, -26 - Math.floor(i / 3) * 30, 26, [p.accent, p.far, p.mid][kind % 3] ?? p.accent)),
    path('M-76 -20 H76 L58 40 H-58 Z', p.light), stroke('M-70 0 H70 M-64 20 H64', p.ink, 4, { opacity: 0.4 }))

/** A row of stalls on a square. */
export const market = (p: Palette, seed: number): string =>
  sky(p, 800) + range(p.far, 470, 200, seed) + rect(0, 560, W, 340, p.horizon) + ellipse(800, 760, 820, 120, p.far, { opacity: 0.35 })
  + stall(p, 330, 590, 0.85) + stall(p, 1270, 590, 0.85) + stall(p, 800, 640, 1.1)
  + times(5, (i) => person(p, 180 + i * 310, 770 + (i % 2) * 30, i))

/** A person seen from afar, in a conical hat on even numbers. */
export const person = (p: Palette, x: number, y: number, kind: number): string =>
  at({ x, y, scale: 1.1 }, path('M-40 110 V20 a40 40 0 0 1 80 0 V110 Z', [p.accent, p.near, p.mid][kind % 3] ?? p.accent), circle(0, -40, 32, '#e9c39b'),
    kind % 2 === 0 ? path('M-62 -44 L0 -100 L62 -44 Z', p.light, { stroke: p.ink, 'stroke-width': 3 }) : path('M-32 -44 a32 32 0 0 1 64 0 Z', p.ink))

/** An exhibition hall: booths under pennants. */
export const hall = (p: Palette): string =>
  gradient('wall', p.horizon, p.sky) + rect(0, 0, W, H, 'url(#wall)') + rect(0, 650, W, 250, p.far)
  + times(5, (i) => path(`M${i * 330} 60 q165 110 330 0`, 'none', { stroke: p.ink, 'stroke-width': 4 }))
  + times(25, (i) => path(`M${20 + i * 64} ${82 + (i % 5 === 2 ? 34 : i % 5 === 0 || i % 5 === 4 ? 4 : 24)} h44 l-22 52 Z`, [p.accent, p.mid, p.light][i % 3] ?? p.mid))
  + times(4, (i) => at({ x: 220 + i * 390, y: 470 }, rect(-160, -190, 320, 350, p.light), rect(-160, -190, 320, 70, i % 2 === 0 ? p.accent : p.near),
    star(0, -155, 24, p.light), rect(-130, 30, 260, 130, p.mid), times(4, (k) => rect(-110 + k * 58, -50 + (k % 2) * 18, 44, 80 - (k % 2) * 18, [p.accent, p.far, p.near, p.ink][k] ?? p.ink, { rx: 8 }))))
  + times(6, (i) => person(p, 130 + i * 270, 730 + (i % 2) * 40, i + 1))

/** A five-pointed star. */
export const star = (x: number, y: number, r: number, fill: string): string => {
  const points = Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? r : r * 0.42
    const angle = (Math.PI / 5) * i - Math.PI / 2
    return `${(x + radius * Math.cos(angle)).toFixed(1)} ${(y + radius * Math.sin(angle)).toFixed(1)}`
  })
  return path(`M${points.join(' L')} Z`, fill)
}

/** Tea rows on a hillside. */
export const teaHills = (p: Palette, seed: number): string =>
  sky(p, 300) + range(p.far, 460, 230, seed) + times(3, (hill) => {
    const cx = 200 + hill * 620
    return ellipse(cx, 930, 620, 420, [p.mid, p.near, p.mid][hill] ?? p.mid)
      + times(9, (row) => stroke(`M${cx - 560 + row * 50} 930 C${cx - 380 + row * 40} ${620 - row * 4} ${cx + 260 - row * 20} ${600 + row * 8} ${cx + 560 - row * 20} 930`, row % 2 === 0 ? p.near : p.far, 12, { opacity: 0.55 }))
  }) + person(p, 640, 690, 0) + person(p, 1010, 720, 2)
