import type { Colour } from './svg.ts'

/** The colours one drawing is made of. */
export type Palette = {
  readonly sky: Colour
  readonly horizon: Colour
  readonly far: Colour
  readonly mid: Colour
  readonly near: Colour
  readonly accent: Colour
  readonly light: Colour
  readonly ink: Colour
}

export type PaletteName = 'dawn' | 'noon' | 'dusk' | 'forest' | 'sea' | 'harvest' | 'clay' | 'mist'

/** Colours for the seed's drawings, by name. */
export const palettes: Readonly<Record<PaletteName, Palette>> = {
  dawn: { sky: '#f8d9b8', horizon: '#fdf0dc', far: '#b7c9a8', mid: '#7fa277', near: '#4f7a55', accent: '#d9653b', light: '#fff6e6', ink: '#3d3a33' },
  noon: { sky: '#9fd3ee', horizon: '#e6f5fb', far: '#9cc7a4', mid: '#5fa56b', near: '#33804a', accent: '#f0b429', light: '#ffffff', ink: '#21443a' },
  dusk: { sky: '#51557e', horizon: '#e79b7a', far: '#7a6a8e', mid: '#574f78', near: '#3a3759', accent: '#f4c95d', light: '#fde8d7', ink: '#2a2745' },
  forest: { sky: '#cfe6d5', horizon: '#f1f8ee', far: '#8db596', mid: '#54876a', near: '#2f5d50', accent: '#c8963e', light: '#fbfdf6', ink: '#1f3b33' },
  sea: { sky: '#bfe3ea', horizon: '#f2fafa', far: '#8cc2cc', mid: '#4b99ab', near: '#27708a', accent: '#ee8a4a', light: '#ffffff', ink: '#173f50' },
  harvest: { sky: '#fbe6a8', horizon: '#fff8e1', far: '#dcc36a', mid: '#c1a03f', near: '#8c7a2e', accent: '#b8432f', light: '#fffdf3', ink: '#4a3d1c' },
  clay: { sky: '#f0d9cb', horizon: '#fbf1ea', far: '#d7ab8f', mid: '#b97f5e', near: '#8a5640', accent: '#3f7d6b', light: '#fffaf5', ink: '#4b2e22' },
  mist: { sky: '#dde5ee', horizon: '#f7f9fb', far: '#b4c3d3', mid: '#8199b3', near: '#55708d', accent: '#c4483d', light: '#ffffff', ink: '#27384a' },
}
