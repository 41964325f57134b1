import { toSlug } from '../../src/text/to-slug.ts'

/** A file name fit for addresses, with the extension that its content deserves: `Ảnh bìa (1).JPG` → `anh-bia-1.jpg`. */
export const safeFilename = ({ name, extension, otherwise }: { name: string; extension: string; otherwise: string }): string => {
  const base = name.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  return `${toSlug(base, { max: 80 }) || otherwise}.${extension}`
}
