import { APIError, type CollectionBeforeOperationHook, type FieldHook } from 'payload'
import { say } from '../shared/label.ts'
import { readUpload, replaceUpload } from '../shared/uploaded-file.ts'
import { decodeImage, placeholderOf } from './decode-image.ts'
import { safeFilename } from '../shared/safe-filename.ts'

/**
 * Takes an image only after decoding it: what it is named or said to be counts for nothing. Turns it upright, drops what
 * cameras add (place, device), scales it to a sane size and gives it a name fit for addresses.
 */
export const acceptImage: CollectionBeforeOperationHook = async ({ operation, req }) => {
  if ((operation !== 'create' && operation !== 'update') || !req.file) return
  const image = await decodeImage(await readUpload(req.file))
  if (!image) {
    throw new APIError(
      say({ req, vi: 'Tệp này không phải ảnh JPEG, PNG, WebP, AVIF hay GIF đọc được.', en: 'This file is no readable JPEG, PNG, WebP, AVIF or GIF image.' }),
      400, undefined, true,
    )
  }
  await replaceUpload({ file: req.file, bytes: image.bytes, mimeType: image.mimeType, name: safeFilename({ name: req.file.name, extension: image.extension, otherwise: 'anh' }) })
}

/** A picture of a few hundred bytes that a page can show at once, as a data URI. Made anew with every new file. */
export const derivePlaceholder: FieldHook = async ({ req, originalDoc, operation }) =>
  req.file ? placeholderOf(await readUpload(req.file)) : operation === 'update' ? (originalDoc?.placeholder ?? null) : null
