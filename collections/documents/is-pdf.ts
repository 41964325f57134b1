const TRAILER_BYTES = 2048

/** Whether bytes are a PDF file: `%PDF-1.x` or `%PDF-2.x` at the very beginning and `%%EOF` near the end (ISO 32000-2, 7.5). */
export const isPdf = (bytes: Buffer): boolean =>
  /^%PDF-[12]\.\d/.test(bytes.subarray(0, 8).toString('latin1')) &&
  bytes.subarray(Math.max(0, bytes.length - TRAILER_BYTES)).toString('latin1').includes('%%EOF')
