import sharp from 'sharp'

/** A drawn picture as a file for an upload. */
export type DrawnFile = { readonly data: Buffer; readonly mimetype: string; readonly name: string; readonly size: number }

/** Renders SVG to WebP, named `<name>.webp`. Text elements are not used: the machine may have no fonts. */
export const renderDrawing = async ({ name, svg }: { name: string; svg: string }): Promise<DrawnFile> => {
  const data = await sharp(Buffer.from(svg)).webp({ quality: 82, effort: 2 }).toBuffer()
  return { data, mimetype: 'image/webp', name: `${name}.webp`, size: data.byteLength }
}
