import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { say } from '../shared/label.ts'
import { safeFilename } from '../shared/safe-filename.ts'
import { readUpload, replaceUpload } from '../shared/uploaded-file.ts'
import { isPdf } from './is-pdf.ts'

/** Takes a file only when its content is a PDF, and gives it a name fit for addresses. */
export const acceptPdf: CollectionBeforeOperationHook = async ({ operation, req }) => {
  if ((operation !== 'create' && operation !== 'update') || !req.file) return
  const bytes = await readUpload(req.file)
  if (!isPdf(bytes)) throw new APIError(say({ req, vi: 'Tệp này không phải PDF.', en: 'This file is not a PDF.' }), 400, undefined, true)
  await replaceUpload({ file: req.file, bytes, mimeType: 'application/pdf', name: safeFilename({ name: req.file.name, extension: 'pdf', otherwise: 'tai-lieu' }) })
}
