import type { StoredDocument } from './public-definition.ts'
import { numberOf, textOf } from './public-read.ts'

/** An uploaded document as `fileType`; its address is answered. */
export const fileOf = (upload: StoredDocument | null | undefined) => {
  const filename = upload ? textOf(upload, 'filename') : null
  return upload && filename
    ? { name: filename, mimeType: textOf(upload, 'mimeType') ?? 'application/pdf', size: numberOf(upload, 'filesize'), _filename: filename }
    : null
}
