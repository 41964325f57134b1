/** A request as it goes over the wire. */
export interface Question {
  method: 'GET' | 'POST' | 'PATCH'
  path: string
  headers?: Readonly<Record<string, string>>
  body?: string
}

/** The bytes of a request on a connection that stays open. */
export const wireOf = ({ method, path, headers = {}, body }: Question, host: string): string => {
  const lines = [`${method} ${path} HTTP/1.1`, `Host: ${host}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)]
  if (body !== undefined) lines.push(`Content-Length: ${Buffer.byteLength(body)}`)
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`
}

const HEAD_END = Buffer.from('\r\n\r\n')
const CHUNKED_END = Buffer.from('\r\n0\r\n\r\n')

/** The head of an answer: its status, and how its end is found. `null` while the head is not whole. */
export const headOf = (bytes: Buffer): { status: number; start: number; length: number | 'chunked'; text: string } | null => {
  const end = bytes.indexOf(HEAD_END)
  if (end < 0) return null
  const text = bytes.toString('latin1', 0, end)
  const status = Number(text.slice(9, 12))
  const start = end + 4
  if (status === 304 || status === 204) return { status, start, length: 0, text }
  const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1]
  if (length === undefined && !/\r\ntransfer-encoding: *chunked/i.test(text)) throw new Error(`An answer whose end cannot be found:\n${text}`)
  return { status, start, length: length === undefined ? 'chunked' : Number(length), text }
}

/** Whether the last bytes of a chunked answer have come. With one question at a time nothing follows them. */
export const isChunkedEnd = (bytes: Buffer): boolean => bytes.length >= 5 && (bytes.length < 7 ? bytes.equals(CHUNKED_END.subarray(2)) : bytes.subarray(-7).equals(CHUNKED_END))
