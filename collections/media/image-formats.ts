import type { ImageSize } from 'payload'

/** The formats we take, by sharp's name for them. Vector and markup formats are not among them: they can carry scripts. */
export const formats = {
  jpeg: { mimeType: 'image/jpeg', extension: 'jpg' },
  png: { mimeType: 'image/png', extension: 'png' },
  webp: { mimeType: 'image/webp', extension: 'webp' },
  // sharp calls AVIF by its container.
  heif: { mimeType: 'image/avif', extension: 'avif' },
  gif: { mimeType: 'image/gif', extension: 'gif' },
} as const

export type ImageFormat = keyof typeof formats

export const mimeTypes = Object.values(formats).map(({ mimeType }) => mimeType)

/** The longer side of an original is at most this many pixels; larger photographs are scaled down. */
export const MAX_SIDE_PX = 4096

const webp = { format: 'webp', options: { quality: 80 } } as const

/** The renditions of every image, in WebP. Widths without a height keep the proportions; the others are cut around the focal point. */
export const imageSizes: ImageSize[] = [
  { name: 'thumbnail', width: 160, height: 160, formatOptions: webp },
  { name: 'card', width: 480, formatOptions: webp },
  { name: 'hero', width: 1280, formatOptions: webp },
  { name: 'social', width: 1200, height: 630, formatOptions: webp },
  { name: 'wide', width: 960, height: 540, formatOptions: webp },
  { name: 'standard', width: 800, height: 600, formatOptions: webp },
  { name: 'square', width: 600, height: 600, formatOptions: webp },
]
