import type { Palette } from './palettes.ts'
import { at, circle, dice, ellipse, path, rect, stroke, times } from './svg.ts'

/** Draws one thing around the origin, about 600 wide. */
export type Good = (p: Palette) => string

const leaf = (x: number, y: number, turn: number, fill: string, scale = 1): string =>
  at({ x, y, turn, scale }, path('M0 0 C40 -60 140 -60 190 0 C140 50 40 50 0 0 Z', fill), stroke('M10 0 H170', '#ffffff', 4, { opacity: 0.5 }))

/** Glass-noodle bundles tied with a band. */
export const noodles: Good = (p) =>
  times(3, (i) => at({ x: -210 + i * 210, y: (i % 2) * -34, turn: -8 + i * 8 },
    times(13, (k) => stroke(`M${-78 + k * 13} -210 C${-96 + k * 16} -80 ${-60 + k * 10} 80 ${-84 + k * 14} 200`, k % 2 === 0 ? '#cdb58b' : '#e5d3ae', 9)),
    rect(-92, -34, 184, 62, p.accent, { rx: 10 }), rect(-60, -16, 120, 26, p.light, { rx: 6 })))

/** A steaming bowl with noodles and herbs. */
export const bowl: Good = (p) =>
  times(3, (i) => stroke(`M${-110 + i * 110} -190 q40 -50 0 -100 t0 -90`, p.light, 12, { opacity: 0.75 }))
  + ellipse(0, -60, 290, 84, p.light) + ellipse(0, -60, 256, 66, '#c98a4b')
  + times(9, (i) => stroke(`M${-210 + i * 30} -60 q60 -60 110 0 t100 10`, '#f3e3bf', 10)) + leaf(-20, -80, -24, '#5d9b4f', 0.7) + leaf(60, -60, 20, '#3f7d43', 0.6)
  + path('M-290 -60 C-280 120 -150 200 0 200 C150 200 280 120 290 -60 C200 40 -200 40 -290 -60 Z', p.near) + rect(-110, 190, 220, 34, p.ink, { rx: 10 })
  + stroke('M120 -80 L420 -260 M150 -66 L440 -226', '#8b5e34', 14)

const netting = (r: number): string => {
  const roll = dice(7)
  return times(26, () => { const x = (roll() - 0.5) * 1.5 * r; const y = (roll() - 0.5) * 1.5 * r; return stroke(`M${x.toFixed(0)} ${y.toFixed(0)} q${(roll() * 60 - 30).toFixed(0)} ${(roll() * 60).toFixed(0)} ${(roll() * 90 - 45).toFixed(0)} ${(roll() * 70 - 35).toFixed(0)}`, '#f2ecd2', 5, { opacity: 0.8 }) })
}

/** A netted melon with a cut slice. */
export const melon: Good = () =>
  circle(-70, -10, 215, '#a9b96b') + at({ x: -70, y: -10 }, netting(215)) + stroke('M-70 -220 q-10 -50 40 -70', '#5f7a3a', 18)
  + path('M60 160 A210 210 0 0 0 400 20 L130 -60 Z', '#a9b96b') + path('M76 140 A180 180 0 0 0 372 16 L136 -50 Z', '#f4b46a') + ellipse(220, 40, 70, 26, '#f9dcae', { transform: 'rotate(-22 220 40)' })

/** A striped watermelon and a slice. */
export const watermelon: Good = () =>
  ellipse(-80, -20, 270, 210, '#2f7a45') + times(6, (i) => stroke(`M${-300 + i * 88} -20 q20 -120 ${40 - i * 4} -170 M${-300 + i * 88} -20 q20 120 ${40 - i * 4} 170`, '#1d5531', 16, { opacity: 0.7 }))
  + path('M40 180 A240 240 0 0 0 440 60 L150 -110 Z', '#2f7a45') + path('M58 160 A216 216 0 0 0 418 54 L154 -92 Z', '#f2f4dc') + path('M72 142 A196 196 0 0 0 396 48 L156 -76 Z', '#e0483e')
  + times(7, (i) => ellipse(140 + (i % 4) * 56, 20 + Math.floor(i / 4) * 50 + (i % 2) * 20, 8, 13, '#2a1b14'))

/** Red pomelos with leaves. */
export const pomelo: Good = () =>
  leaf(-60, -200, -30, '#3f7d43', 1.1) + leaf(-70, -196, 200, '#5d9b4f', 1) + path('M-70 -210 C-250 -170 -320 180 -70 190 C180 180 110 -170 -70 -210 Z', '#d8553a') + ellipse(-140, -60, 40, 70, '#f0906b', { opacity: 0.6 })
  + circle(210, 60, 140, '#f3d9a2') + circle(210, 60, 116, '#e98a7a') + times(8, (i) => at({ x: 210, y: 60, turn: i * 45 }, stroke('M0 0 V-104', '#f6dcc6', 7)))

/** Potatoes out of the soil. */
export const potatoes: Good = (p) =>
  ellipse(0, 150, 380, 70, p.near, { opacity: 0.6 })
  + [[-190, 40, 150, 105, -12], [40, 70, 165, 110, 8], [230, 40, 120, 92, -20], [-70, -70, 140, 96, 14], [140, -80, 120, 84, -6]].map(([x = 0, y = 0, rx = 0, ry = 0, turn = 0]) =>
    at({ x, y, turn }, ellipse(0, 0, rx, ry, '#d7ab62'), ellipse(-rx * 0.3, -ry * 0.35, rx * 0.4, ry * 0.25, '#ecc888', { opacity: 0.8 }), times(5, (i) => ellipse(-rx * 0.5 + i * rx * 0.25, (i % 2) * ry * 0.4 - 5, 8, 4, '#9c7437')))).join('')

/** Eggs in a straw basket. */
export const eggs: Good = (p) =>
  times(7, (i) => ellipse(-210 + (i % 4) * 140 + Math.floor(i / 4) * 70, -20 - Math.floor(i / 4) * 100, 76, 96, i % 2 === 0 ? '#f1d5b5' : '#e6bd93'))
  + path('M-340 -10 C-300 190 -170 220 0 220 C170 220 300 190 340 -10 Z', '#c79a52') + times(6, (i) => stroke(`M${-320 + i * 12} ${24 + i * 32} H${320 - i * 12}`, '#96702f', 9, { opacity: 0.6 })) + leaf(180, -150, -30, p.near, 0.9)

/** King oyster and shimeji mushrooms. */
export const mushrooms: Good = () =>
  [[-200, 0.9], [-60, 1.25], [100, 1.05], [230, 0.8]].map(([x = 0, s = 1]) => at({ x, y: 200, scale: s },
    path('M-50 0 C-70 -140 -40 -200 -36 -240 H36 C40 -200 70 -140 50 0 Z', '#f3ead7'), path('M-110 -230 C-100 -340 100 -340 110 -230 C60 -206 -60 -206 -110 -230 Z', '#a8835a'), ellipse(-30, -280, 34, 14, '#c9a67c'))).join('')
  + times(6, (i) => at({ x: -300 + i * 120, y: 215, scale: 0.5 }, rect(-18, -120, 36, 120, '#f7f0e0', { rx: 16 }), path('M-56 -110 a56 50 0 0 1 112 0 Z', '#c8a274')))

/** Lingzhi brackets on a log. */
export const lingzhi: Good = () =>
  rect(-340, 110, 680, 110, '#7a5638', { rx: 55 }) + circle(320, 165, 52, '#c9a170') + circle(320, 165, 30, '#a9804f')
  + [[-190, 60, 1], [30, 20, 1.3], [220, 70, 0.8]].map(([x = 0, y = 0, s = 1]) => at({ x, y, scale: s }, stroke('M0 80 C-10 40 10 20 0 -20', '#5a2d1c', 28), path('M-140 -20 C-130 -150 130 -150 140 -20 C70 20 -70 20 -140 -20 Z', '#8d3b22'), path('M-110 -34 C-90 -120 90 -120 110 -34', 'none', { stroke: '#d4854e', 'stroke-width': 16 }), path('M-140 -20 C-70 20 70 20 140 -20 C70 44 -70 44 -140 -20 Z', '#f0d9a8'))).join('')

/** Cordyceps grown in a jar. */
export const cordyceps: Good = (p) =>
  rect(-190, -200, 380, 420, '#eef4f4', { rx: 40, opacity: 0.75 }) + rect(-210, -250, 420, 70, p.accent, { rx: 18 }) + rect(-170, 130, 340, 80, '#b48a5c', { rx: 20 })
  + times(14, (i) => stroke(`M${-140 + i * 22} 140 q${(i % 3) * 18 - 18} -90 ${(i % 5) * 10 - 20} ${-180 - (i % 4) * 30}`, i % 2 === 0 ? '#e8892b' : '#f0a64a', 14)) + stroke('M-160 -150 V90', '#ffffff', 12, { opacity: 0.8 })

/** The conical hat. */
export const hat: Good = (p) =>
  ellipse(0, 170, 400, 62, '#cbb27a') + path('M-400 165 L0 -230 L400 165 C250 225 -250 225 -400 165 Z', '#ecd9a6')
  + times(9, (i) => stroke(`M${-40 - i * 40} ${-190 + i * 40} Q0 ${-170 + i * 48} ${40 + i * 40} ${-190 + i * 40}`, '#b99a57', 4, { opacity: 0.75 }))
  + times(15, (i) => stroke(`M0 -228 L${-385 + i * 55} ${172 + Math.sin((i / 14) * Math.PI) * 38}`, '#d3bb82', 3)) + stroke('M-250 70 C-220 330 220 330 250 70', p.accent, 16)

/** A cake wrapped in leaves, one of them open. */
export const leafCake: Good = (p) =>
  [[-200, 40, -8], [200, 60, 10]].map(([x = 0, y = 0, turn = 0]) => at({ x, y, turn }, rect(-150, -90, 300, 180, '#3c6b3a', { rx: 26 }), times(5, (i) => stroke(`M-140 ${-60 + i * 30} H140`, '#5f8d4d', 5, { opacity: 0.7 })), stroke('M-50 -92 V92 M50 -92 V92', '#d8bf7f', 9))).join('')
  + at({ x: 0, y: -90, turn: -4 }, path('M-220 60 L-150 -50 H150 L220 60 Z', '#5f8d4d'), rect(-120, -80, 240, 110, '#2b2420', { rx: 30 }), ellipse(-40, -50, 50, 14, '#5a4c44'), times(8, (i) => circle(-90 + i * 26, -20 + (i % 2) * 16, 5, p.light)))

/** Round rice crackers in a stack. */
export const crackers: Good = (p) =>
  times(6, (i) => at({ x: (i % 2) * 16 - 60, y: 170 - i * 40 }, ellipse(0, 16, 210, 52, '#c79a55'), ellipse(0, 0, 210, 52, '#f0d7a0'), times(7, (k) => circle(-150 + k * 48, (k % 2) * 18 - 8, 6, '#b5803a'))))
  + at({ x: 220, y: 40, turn: 68 }, ellipse(0, 12, 170, 130, '#c79a55'), ellipse(0, 0, 170, 130, '#f4dfae'), times(16, (k) => circle(-110 + (k % 5) * 56, -80 + Math.floor(k / 5) * 52, 7, k % 3 === 0 ? p.accent : '#b5803a')))

/** Links of sausage. */
export const sausages: Good = (p) =>
  ellipse(0, 140, 380, 80, p.light) + ellipse(0, 134, 330, 60, p.far, { opacity: 0.4 })
  + times(4, (i) => at({ x: -230 + i * 150, y: 50 - (i % 2) * 60, turn: 60 + i * 4 }, rect(-170, -48, 340, 96, i % 2 === 0 ? '#b5452f' : '#c85a3c', { rx: 48 }), stroke('M-120 -18 H90', '#ec9474', 12, { opacity: 0.8 }), path('M-170 0 l-30 -18 v36 Z M170 0 l30 -18 v36 Z', '#8b3322')))

/** A pork roll in banana leaf, sliced. */
export const porkRoll: Good = () =>
  rect(-350, -80, 460, 200, '#477a3f', { rx: 40 }) + times(5, (i) => stroke(`M${-320 + i * 100} -80 V120`, '#d8bf7f', 9)) + times(4, (i) => stroke(`M-340 ${-40 + i * 44} H100`, '#68994f', 5, { opacity: 0.7 }))
  + ellipse(110, 20, 52, 100, '#f1dcc6') + [[230, 60], [330, 100]].map(([x = 0, y = 0]) => ellipse(x, y + 12, 62, 112, '#d9bb9c') + ellipse(x, y, 62, 112, '#f6e6d3') + times(5, (i) => circle(x - 20 + (i % 2) * 36, y - 60 + i * 30, 5, '#caa987'))).join('')

/** Fermented pork wrapped in small leaf parcels. */
export const parcels: Good = (p) =>
  times(7, (i) => at({ x: -240 + (i % 4) * 165 + Math.floor(i / 4) * 80, y: 90 - Math.floor(i / 4) * 140, turn: (i % 3) * 8 - 8 }, rect(-68, -62, 136, 124, i % 2 === 0 ? '#4f8145' : '#3c6b3a', { rx: 18 }), stroke('M0 -62 V62 M-68 0 H68', p.accent, 10), path('M-24 -60 L0 -96 L24 -60 Z', '#6c9d55')))

/** Fish drying on a rack. */
export const driedFish: Good = (p) =>
  stroke('M-380 -190 H380 M-340 -190 V220 M340 -190 V220', '#8b5e34', 18)
  + times(4, (i) => at({ x: -235 + i * 156, y: 0 }, stroke('M0 -190 V-140', p.ink, 5), path('M0 -150 C70 -110 70 60 0 120 C-70 60 -70 -110 0 -150 Z', i % 2 === 0 ? '#d9b48a' : '#caa074'), path('M0 110 L46 170 H-46 Z', '#a77c50'), circle(16, -96, 8, p.ink), times(4, (k) => stroke(`M-34 ${-50 + k * 36} q34 22 68 0`, '#a77c50', 5))))

/** Golden fish or rice-flake patties on a plate. */
export const patties: Good = (p) =>
  ellipse(0, 130, 390, 96, p.light) + ellipse(0, 120, 340, 74, p.far, { opacity: 0.35 })
  + times(7, (i) => at({ x: -220 + (i % 4) * 146 + Math.floor(i / 4) * 72, y: 70 - Math.floor(i / 4) * 84 }, ellipse(0, 18, 96, 58, '#9c6a2c'), ellipse(0, 0, 96, 58, '#d99a43'), times(6, (k) => circle(-56 + k * 22, (k % 2) * 20 - 10, 6, k % 2 === 0 ? '#6f9a4a' : '#f0cf8c')))) + leaf(200, -90, -40, '#4f8b4a', 0.9) + leaf(190, -86, 10, '#6aa65a', 0.8)

/** Tiny dried shrimps heaped in a tray. */
export const driedShrimps: Good = () => {
  const roll = dice(31)
  return path('M-380 60 H380 L320 210 H-320 Z', '#b9894f') + times(5, (i) => stroke(`M${-350 + i * 10} ${90 + i * 26} H${350 - i * 10}`, '#8e6432', 6, { opacity: 0.5 }))
    + times(90, (i) => { const x = (roll() + roll() - 1) * 330; const y = 50 - roll() * 170 * (1 - Math.abs(x) / 380); return at({ x, y, turn: Math.round(roll() * 360) }, stroke('M-20 0 q20 -24 40 0', i % 3 === 0 ? '#e9a98c' : i % 3 === 1 ? '#f2c6ab' : '#d98c6c', 11)) })
}

/** Salted meat with herbs on a board. */
export const curedMeat: Good = (p) =>
  rect(-380, 60, 700, 150, '#a9794a', { rx: 40 }) + circle(290, 135, 26, p.light) + times(3, (i) => at({ x: -210 + i * 170, y: 40, turn: -6 + i * 5 }, rect(-90, -170, 150, 260, '#a63d32', { rx: 34 }), rect(-90, -170, 46, 260, '#f3d9c8', { rx: 22 }), stroke('M-20 -130 V50', '#c9695a', 12)))
  + leaf(150, 40, -50, '#4f8b4a', 0.9) + times(6, (i) => circle(-300 + i * 44, 150 + (i % 2) * 16, 9, p.ink))

/** A jar of powder with a spoonful before it. */
export const powderJar: Good = (p) =>
  rect(-250, -170, 330, 380, p.light, { rx: 46 }) + rect(-220, -30, 270, 210, '#7a4a33', { rx: 30 }) + rect(-232, -240, 294, 80, p.ink, { rx: 20 }) + rect(-210, -110, 250, 150, p.accent, { rx: 16 }) + leaf(-160, -34, -10, p.light, 0.8)
  + ellipse(240, 190, 150, 34, '#7a4a33') + path('M120 190 Q240 60 360 190 Z', '#8d5a40') + stroke('M250 130 L420 -40', '#c79a52', 22)

/** Wrapped coconut candies and half a coconut. */
export const candies: Good = (p) =>
  circle(-190, 0, 190, '#6b4a30') + circle(-190, 0, 156, '#fbf6ea') + circle(-190, 10, 110, '#e6ddc6')
  + times(6, (i) => at({ x: 120 + (i % 3) * 130, y: -70 + Math.floor(i / 3) * 170, turn: i * 17 - 30 }, rect(-54, -34, 108, 68, [p.accent, '#f6ecd0', p.mid][i % 3] ?? p.mid, { rx: 16 }), path('M-54 0 l-40 -34 v68 Z M54 0 l40 -34 v68 Z', [p.accent, '#e5d5a6', p.mid][i % 3] ?? p.mid), rect(-26, -34, 52, 68, p.light, { opacity: 0.4 })))

/** Bags of dried leaves beside a tea pot. */
export const tea: Good = (p) =>
  rect(-330, -190, 240, 400, p.near, { rx: 20 }) + rect(-300, -60, 180, 160, p.light, { rx: 12 }) + leaf(-280, 30, -24, p.mid, 0.8)
  + ellipse(150, 80, 190, 140, '#9a5f3c') + stroke('M320 40 q90 -40 60 -120', '#9a5f3c', 34) + stroke('M-30 40 q-70 60 -10 130', '#9a5f3c', 24) + ellipse(150, -54, 80, 24, '#7d4a2d') + circle(150, -84, 20, '#7d4a2d') + times(2, (i) => stroke(`M${120 + i * 60} -120 q30 -40 0 -80 t0 -70`, p.light, 9, { opacity: 0.7 }))

/** Honey in a jar. */
export const honey: Good = (p) =>
  rect(-200, -160, 400, 380, '#f0b030', { rx: 60 }) + rect(-200, -160, 400, 90, '#fbe3a0', { rx: 44 }) + rect(-170, -230, 340, 80, p.ink, { rx: 18 }) + rect(-130, -20, 260, 150, p.light, { rx: 18 })
  + times(3, (i) => path('M-36 0 l18 -31 h36 l18 31 l-18 31 h-36 Z', '#e0931f', { transform: `translate(${-74 + i * 74} ${54 + (i % 2) * 14})` })) + stroke('M230 200 L400 -120', '#a9743a', 20) + ellipse(404, -130, 40, 62, '#c98b3e', { transform: 'rotate(28 404 -130)' })

/** A bottle of clear spirit or sauce with two cups. */
export const bottle: Good = (p) =>
  path('M-70 -250 h140 v90 c60 40 90 80 90 150 v170 a50 50 0 0 1 -50 50 h-220 a50 50 0 0 1 -50 -50 v-170 c0 -70 30 -110 90 -150 Z', p.mid, { opacity: 0.85 }) + rect(-60, -300, 120, 60, p.ink, { rx: 12 }) + rect(-130, 0, 260, 140, p.light, { rx: 14 }) + circle(0, 70, 40, p.accent)
  + [[-300, 1], [280, 1.1]].map(([x = 0, s = 1]) => at({ x, y: 150, scale: s }, path('M-60 -60 H60 L44 60 H-44 Z', p.light), path('M-52 -20 H52 L44 56 H-44 Z', p.accent, { opacity: 0.5 }))).join('')
