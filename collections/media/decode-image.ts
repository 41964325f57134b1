import sharp, { type Metadata, type Sharp } from 'sharp'
import { formats, type ImageFormat, MAX_SIDE_PX } from './image-formats.ts'

export interface DecodedImage {
  bytes: Buffer
  mimeType: string
  extension: string
}

const PLACEHOLDER_SIDE_PX = 16

const formatOf = ({ format, compression }: Metadata): ImageFormat | null => {
  if (format === 'heif') return compression === 'av1' ? 'heif' : null
  return format && format in formats ? (format as ImageFormat) : null
}

const encode: Readonly<Record<ImageFormat, (image: Sharp) => Sharp>> = {
  jpeg: (image) => image.jpeg({ quality: 92, mozjpeg: true }),
  png: (image) => image.png(),
  webp: (image) => image.webp({ quality: 92 }),
  heif: (image) => image.avif({ quality: 80 }),
  gif: (image) => image.gif(),
}

const needsRework = ({ exif, xmp, iptc, orientation, width, height, pages }: Metadata): boolean =>
  (pages ?? 1) === 1 && (Boolean(exif ?? xmp ?? iptc) || (orientation ?? 1) !== 1 || Math.max(width, height) > MAX_SIDE_PX)

/**
 * Reads an image by its content. Photographs come back upright, without the camera's notes and at most `MAX_SIDE_PX` wide or high;
 * others unchanged. Null when the bytes are no whole image of an accepted format.
 */
export const decodeImage = async (bytes: Buffer): Promise<DecodedImage | null> => {
  try {
    const metadata = await sharp(bytes).metadata()
    const format = formatOf(metadata)
    if (!format) return null
    // The header alone proves little: the whole has to be readable.
    await sharp(bytes, { failOn: 'error' }).resize({ width: PLACEHOLDER_SIDE_PX }).raw().toBuffer()
    const image = sharp(bytes).autoOrient().resize({ width: MAX_SIDE_PX, height: MAX_SIDE_PX, fit: 'inside', withoutEnlargement: true }).keepIccProfile()
    return { bytes: needsRework(metadata) ? await encode[format](image).toBuffer() : bytes, ...formats[format] }
  } catch {
    return null
  }
}

/** A tiny WebP of an image as a data URI. */
export const placeholderOf = async (bytes: Buffer): Promise<string> => {
  const tiny = await sharp(bytes).resize({ width: PLACEHOLDER_SIDE_PX, height: PLACEHOLDER_SIDE_PX, fit: 'inside' }).webp({ quality: 40 }).toBuffer()
  return `data:image/webp;base64,${tiny.toString('base64')}`
}
