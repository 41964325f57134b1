import sharp from 'sharp'

/** A drawn picture as a file for an upload. */
export type DrawnFile = { readonly data: Buffer; readonly mimetype: string; readonly name: string; readonly size: number }

// The density at which sharp renders a unit of SVG as one pixel.
const DENSITY = 72

/** Renders SVG to WebP, named `<name>.webp`, at `scale` times its size. Text elements are not used: the machine may have no fonts. */
export const renderDrawing = async ({ name, svg, scale = 1 }: { name: string; svg: string; scale?: number }): Promise<DrawnFile> => {
  const data = await sharp(Buffer.from(svg), { density: DENSITY * scale }).webp({ quality: 82, effort: 2 }).toBuffer()
  return { data, mimetype: 'image/webp', name: `${name}.webp`, size: data.byteLength }
}
