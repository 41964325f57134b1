import { under } from './address.ts'

/** The proportions an image can be had in, and the sizes of an upload that belong to each. */
const sizesOf = {
  original: ['card', 'hero'],
  wide: ['wide'],
  standard: ['standard'],
  square: ['thumbnail', 'square'],
  social: ['social'],
} as const

export type Crop = keyof typeof sizesOf

interface Rendition {
  name: string
  filename: string
  width: number
  height: number
}

export interface ImageData {
  width: number
  height: number
  _filename: string
  _renditions: readonly Rendition[]
  _version?: string | null
}

/** Where an uploaded file is. With its version in the address it can be cached for good. */
export const fileAddress = ({ origin, filename, version }: { origin: string; filename: string; version?: string | null }): string =>
  under(origin, `/media/${encodeURIComponent(filename)}${version ? `?v=${version}` : ''}`)

const cropOf = (name: string): Crop | undefined => (Object.keys(sizesOf) as Crop[]).find((crop) => (sizesOf[crop] as readonly string[]).includes(name))

/** The prepared sizes of an image with their proportions, smallest first. */
export const renditionsOf = ({ image, origin }: { image: ImageData; origin: string }) =>
  image._renditions
    .flatMap(({ name, filename, width, height }) => {
      const crop = cropOf(name)
      return crop ? [{ crop, url: fileAddress({ origin, filename, version: image._version }), width, height }] : []
    })
    .sort((a, b) => (a.crop === b.crop ? a.width - b.width : Object.keys(sizesOf).indexOf(a.crop) - Object.keys(sizesOf).indexOf(b.crop)))

/**
 * The `srcset` of an image in one crop, ready to print: each width once, ascending. An image too small for a crop answers with the
 * upload itself, so that there is always something to show.
 */
export const srcsetOf = ({ image, origin, crop }: { image: ImageData; origin: string; crop: Crop }): string => {
  const whole = { url: fileAddress({ origin, filename: image._filename, version: image._version }), width: image.width }
  const prepared = renditionsOf({ image, origin }).filter((rendition) => rendition.crop === crop)
  const candidates = crop === 'original' || prepared.length === 0 ? [whole, ...prepared] : prepared
  // Of the same width the prepared one: uploads may be heavy.
  const byWidth = new Map(candidates.map(({ url, width }) => [width, url]))
  return [...byWidth].sort(([a], [b]) => a - b).map(([width, url]) => `${url} ${width}w`).join(', ')
}
