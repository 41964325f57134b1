import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { cacheControl } from '../../cache/freshness.ts'
import { nowMs } from '../../clock.ts'
import type { Artefact } from './artefacts.ts'
import { type WholeFormat, wholeFormats } from './write-whole.ts'

/** Sends a file as an answer that knows conditional requests. `isPublic`: whether others may keep it. */
export const sendArtefact = async ({ req, res, artefact, format, name, isPublic, purged }: { req: Request; res: Response; artefact: Artefact; format: WholeFormat; name: string; isPublic: boolean; purged: boolean }): Promise<void> => {
  const { file, size, hash, madeMs, untilMs } = artefact
  res.set({
    'content-type': wholeFormats[format].mediaType,
    etag: `"${hash}"`,
    vary: 'Accept-Encoding',
    'cache-control': isPublic ? cacheControl({ kind: 'feed', leftMs: untilMs - nowMs(), purged }) : 'private, no-store',
    ...(Math.ceil(madeMs / 1000) * 1000 <= nowMs() ? { 'last-modified': new Date(Math.ceil(madeMs / 1000) * 1000).toUTCString() } : {}),
    ...(format === 'csv' ? { 'content-disposition': `attachment; filename="${name}.csv"` } : {}),
  })
  // The client asks for what it has; that it also asks not to be served from a cache changes nothing here.
  delete req.headers['cache-control']
  if (req.fresh) {
    res.removeHeader('content-type')
    res.status(304).end()
    return
  }
  res.set('content-length', String(size))
  if (req.method === 'HEAD') {
    res.end()
    return
  }
  await pipeline(createReadStream(file), res).catch((error: NodeJS.ErrnoException) => {
    // A client that leaves in the middle is no failure.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}
