import type { ImageObjectLeaf } from 'schema-dts'
import { node } from './node.ts'

/** A photograph in the sizes there are; `crop` is its proportions. */
export interface Picture {
  url: string
  width: number
  height: number
  caption: string | null
  credit: string | null
  renditions: readonly { crop: string; url: string; width: number; height: number }[]
}

/** Search engines choose among 16:9, 4:3 and 1:1. */
const CROPS = ['wide', 'standard', 'square']

const largest = ({ renditions }: Picture, crop: string) => renditions.filter((rendition) => rendition.crop === crop).sort((a, b) => b.width - a.width)[0]

/** The largest picture of each of the three proportions; of one that is too small for them, the picture itself. */
export const pictures = (picture: Picture): ImageObjectLeaf[] => {
  const crops = CROPS.map((crop) => largest(picture, crop)).filter((rendition) => rendition !== undefined)
  return (crops.length > 0 ? crops : [picture]).map(({ url, width, height }) =>
    node<ImageObjectLeaf>({ '@type': 'ImageObject', url, width: `${width}`, height: `${height}`, caption: picture.caption, creditText: picture.credit }))
}
