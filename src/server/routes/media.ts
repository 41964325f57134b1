import type { RequestHandler } from 'express'
import { ProblemError } from '../../api/problem.ts'
import type { PublicFile } from '../public-files.ts'

const YEAR_S = 31_536_000
const SHORT_S = 300

/** A plain name inside the folder: no path, nothing hidden, no control characters. */
const isFilename = (name: string): boolean => name.length <= 255 && !name.startsWith('.') && !/[/\\\p{Cc}]/u.test(name)

const isImage = (name: string): boolean => /\.(webp|jpe?g|png|gif|avif)$/i.test(name)

// A picture that is replaced or cropped anew keeps its name: only an address that carries the version `?v=` is for good.
const cacheControl = (isVersioned: boolean) => (isVersioned ? `public, max-age=${YEAR_S}, immutable` : `public, max-age=${SHORT_S}`)

const headersOf = ({ filename, isVersioned, isStale }: { filename: string; isVersioned: boolean; isStale: boolean }) => ({
  // Whatever the bytes are, a browser takes them for what they are named and runs nothing in them.
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'content-disposition': isImage(filename) ? 'inline' : 'attachment',
  'cache-control': isStale ? 'public, max-age=0' : cacheControl(isVersioned),
  ...(isStale ? { 'cache-status': 'OCOP-Press; hit; detail=stale' } : {}),
})

const notThere = () => new ProblemError({ code: 'NOT_FOUND', detail: 'There is no such file, or it is not public.' })

/** `/media/<filename>`: an uploaded file as long as it is public, in ranges too. */
export const mediaRoute = ({ find }: { find: (filename: string) => Promise<PublicFile | undefined> }): RequestHandler<{ filename: string }> =>
  async (req, res) => {
    const { filename } = req.params
    const found = isFilename(filename) ? await find(filename) : undefined
    if (!found) throw notThere()
    const headers = headersOf({ filename, isVersioned: typeof req.query['v'] === 'string', isStale: found.isStale })
    const options = { root: found.folder, dotfiles: 'deny', cacheControl: false, headers } as const
    await new Promise<void>((done, fail) => {
      res.sendFile(filename, options, (error) => {
        if (!error || res.headersSent || req.destroyed) done()
        else fail(error)
      })
    })
  }
