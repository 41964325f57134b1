import type { RequestHandler } from 'express'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { ProblemError } from '../api/problem.ts'
import { encodingFor } from '../cache/encoding.ts'
import type { Bundles } from './bundles.ts'

const FOR_GOOD = 'public, max-age=31536000, immutable'
const FOR_NOW = 'public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400'

interface File {
  bodies: Readonly<Record<'identity' | 'gzip' | 'br', Buffer>>
  tag: string
}

const fileOf = (bytes: Buffer, name: string): File => ({
  tag: name,
  bodies: { identity: bytes, gzip: gzipSync(bytes, { level: 9 }), br: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) },
})

/** The component, at the address that follows its versions and at the one that never changes. Neither database nor cache is asked. */
export const scriptFiles = (bundles: Bundles): RequestHandler => {
  const files = new Map<string, File>([['v1.js', fileOf(bundles.v1, bundles.name)]])
  return (req, res) => {
    const name = req.path.slice(req.path.lastIndexOf('/') + 1)
    const bytes = name === 'v1.js' ? bundles.v1 : bundles.named(name)
    if (!bytes) throw new ProblemError({ code: 'NOT_FOUND', detail: `There is no version "${name}" of the component here; the one there is has its address and its hash in /embed/v1.json.` })
    const file = files.get(name) ?? fileOf(bytes, name)
    files.set(name, file)
    const encoding = encodingFor(req.headers['accept-encoding'])
    const etag = `"${file.tag}${encoding === 'identity' ? '' : `-${encoding}`}"`
    res.set({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': name === 'v1.js' ? FOR_NOW : FOR_GOOD, vary: 'Accept-Encoding', etag, ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }) })
    if (req.headers['if-none-match']?.includes(etag)) {
      res.removeHeader('content-encoding')
      res.status(304).end()
    } else res.end(req.method === 'HEAD' ? undefined : file.bodies[encoding])
  }
}
