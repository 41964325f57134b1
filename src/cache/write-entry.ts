import type { IncomingMessage, ServerResponse } from 'node:http'
import { isNotModified } from './conditional.ts'
import { type Encoding, encodingFor } from './encoding.ts'
import { bodyIn, encodeEntry, type Entry, headersOf } from './entry.ts'

type Writing = {
  req: Pick<IncomingMessage, 'method' | 'headers'>
  res: ServerResponse
  entry: Entry
  nowMs: number
  /** The answer can not be vouched for: whoever gets it is told so, and keeps nothing (RFC 9211). */
  isStale: boolean
  closing: boolean
}

/** What the headers say instead when the answer can not be vouched for. */
const asStale = (headers: readonly string[]): string[] => {
  const told: string[] = []
  for (let at = 0; at < headers.length; at += 2) {
    const [name, value] = [headers[at] as string, headers[at + 1] as string]
    if (name !== 'cache-control') told.push(name, value)
  }
  return [...told, 'cache-control', 'public, max-age=0', 'cache-status', 'OCOP-Press; hit; detail=stale']
}

// In two parameters, since copying one object into another took longer than all that is done here.
const send = ({ req, res, entry, nowMs, isStale, closing }: Writing, { encoding, bytes }: { encoding: Encoding; bytes: Buffer }): 200 | 304 => {
  const headers = headersOf({ entry, encoding, bytes, nowMs })
  const isSame = isNotModified({ entry, encoding, conditions: req.headers, nowMs })
  const plain = isSame ? headers.notModified : headers.full
  const told = isStale ? asStale(plain) : plain
  // The headers that Express has set before are taken over by those of the entry; without it there are none.
  if (res.getHeaderNames().length === 0) res.writeHead(isSame ? 304 : entry.status, closing ? [...told, 'connection', 'close'] : told)
  else {
    if (isSame) res.removeHeader('content-type')
    for (let at = 0; at < told.length; at += 2) res.setHeader(told[at] as string, told[at + 1] as string)
    res.statusCode = isSame ? 304 : entry.status
  }
  res.end(isSame || req.method === 'HEAD' ? undefined : bytes)
  return isSame ? 304 : 200
}

/** Writes an entry as the answer to a request: whole, by headers alone (HEAD), or that the client has it already. Tells which. */
export const writeEntry = (writing: Writing): 200 | 304 | Promise<200 | 304> => {
  const { req, entry } = writing
  const encoding = encodingFor(req.headers['accept-encoding'])
  const ready = bodyIn(entry, encoding)
  if (ready) return send(writing, ready)
  return encodeEntry(entry, encoding as 'gzip' | 'br').then(() => send(writing, bodyIn(entry, encoding) ?? { encoding: 'identity', bytes: entry.body }))
}
