import type { IncomingMessage } from 'node:http'
import { type Readable, Transform } from 'node:stream'
import { ProblemError } from '../../api/problem.ts'

const megabytes = (bytes: number) => `${Math.round((bytes / 1024 ** 2) * 100) / 100} MB`

const tooLarge = (limit: number) =>
  new ProblemError({ code: 'LIMIT', status: 413, detail: `The body is larger than ${megabytes(limit)}.`, extensions: { limit } })

/** What a request says about the length of its body; undefined when that is not to be believed (RFC 9112 §6.3: Transfer-Encoding overrides it). */
export const declaredLength = ({ headers }: Pick<IncomingMessage, 'headers'>): number | undefined => {
  if (headers['transfer-encoding'] !== undefined || headers['content-length'] === undefined) return undefined
  return Number(headers['content-length'])
}

/** @throws ProblemError 413 when the declared length is beyond the limit. */
export const assertDeclaredLength = ({ req, limit }: { req: IncomingMessage; limit: number }): void => {
  const length = declaredLength(req)
  if (length !== undefined && length > limit) throw tooLarge(limit)
}

/** Reads a body whole. @throws ProblemError 413 as soon as it is longer than the limit. */
export const readBody = async ({ req, limit }: { req: IncomingMessage; limit: number }): Promise<Buffer> => {
  assertDeclaredLength({ req, limit })
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    let length = 0
    const stop = () => req.off('data', take).off('end', finish).off('error', fail).off('close', left)
    const take = (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) {
        chunks.push(chunk)
        return
      }
      stop()
      fail(tooLarge(limit))
    }
    const finish = () => {
      stop()
      done(Buffer.concat(chunks, length))
    }
    const left = () => {
      stop()
      fail(new ProblemError({ code: 'BAD_REQUEST', detail: 'The body ended before its end.' }))
    }
    req.on('data', take).on('end', finish).on('error', fail).on('close', left)
  })
}

/** A body as it arrives, counted. `tooLong` rejects with the 413 once it has grown beyond the limit, and never resolves. */
export const countedBody = ({ req, limit }: { req: IncomingMessage; limit: number }): { stream: Readable; tooLong: Promise<never> } => {
  assertDeclaredLength({ req, limit })
  let length = 0
  let refuse: (error: ProblemError) => void
  const tooLong = new Promise<never>((_, fail) => {
    refuse = fail
  })
  tooLong.catch(() => undefined)
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      length += chunk.length
      if (length <= limit) {
        done(null, chunk)
        return
      }
      const error = tooLarge(limit)
      refuse(error)
      done(error)
    },
  })
  req.on('error', (cause) => stream.destroy(cause))
  req.on('close', () => {
    if (!req.complete) stream.destroy(new Error('The client left'))
  })
  req.pipe(stream)
  return { stream, tooLong }
}
