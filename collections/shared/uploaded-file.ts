import { readFile, writeFile } from 'node:fs/promises'
import type { PayloadRequest } from 'payload'

type UploadedFile = NonNullable<PayloadRequest['file']>

/** The bytes of an uploaded file, wherever Payload keeps them for now. */
export const readUpload = async ({ tempFilePath, data }: UploadedFile): Promise<Buffer> =>
  tempFilePath ? readFile(tempFilePath) : data

/** Puts other bytes, type and name in the place of an uploaded file before Payload works on it. */
export const replaceUpload = async ({ file, bytes, mimeType, name }: { file: UploadedFile; bytes: Buffer; mimeType: string; name: string }): Promise<void> => {
  if (file.tempFilePath) await writeFile(file.tempFilePath, bytes)
  else file.data = bytes
  file.size = bytes.byteLength
  file.mimetype = mimeType
  file.name = name
}
