/** A colour as SVG writes it. */
export type Colour = string

/** Attributes of one SVG element; numbers are rounded to one decimal. */
export type Attributes = Readonly<Record<string, string | number>>

const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : value

/** One SVG element as text. */
export const el = (name: string, attributes: Attributes, ...children: readonly string[]): string => {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${written(value)}"`).join('')
  return children.length === 0 ? `<${name}${list}/>` : `<${name}${list}>${children.join('')}</${name}>`
}

export const circle = (cx: number, cy: number, r: number, fill: Colour, more: Attributes = {}): string =>
  el('circle', { cx, cy, r, fill, ...more })

export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: Colour, more: Attributes = {}): string =>
  el('ellipse', { cx, cy, rx, ry, fill, ...more })

export const rect = (x: number, y: number, width: number, height: number, fill: Colour, more: Attributes = {}): string =>
  el('rect', { x, y, width, height, fill, ...more })

export const path = (d: string, fill: Colour, more: Attributes = {}): string => el('path', { d, fill, ...more })

/** An unfilled line with round ends. */
export const stroke = (d: string, colour: Colour, width: number, more: Attributes = {}): string =>
  path(d, 'none', { stroke: colour, 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', ...more })

/** Moves, turns (degrees) and scales what it holds. */
export const at = ({ x, y, turn = 0, scale = 1 }: { x: number; y: number; turn?: number; scale?: number }, ...children: readonly string[]): string =>
  el('g', { transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}) rotate(${turn}) scale(${scale})` }, ...children)

/** A linear gradient from top to bottom; refer to it as `url(#id)`. */
export const gradient = (id: string, top: Colour, bottom: Colour): string =>
  el('linearGradient', { id, x1: 0, y1: 0, x2: 0, y2: 1 },
    el('stop', { offset: 0, 'stop-color': top }), el('stop', { offset: 1, 'stop-color': bottom }))

/** A whole document: drawn on `width` × `height` units, rendered at `scale` pixels for each. */
export const svg = ({ width, height, scale = 1 }: { width: number; height: number; scale?: number }, ...children: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}">${children.join('')}</svg>`

/** `count` values of `make(index)`, joined. */
export const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('')

/** Repeatable pseudo-random numbers in [0, 1) (mulberry32), so that a drawing is the same each time. */
export const dice = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
