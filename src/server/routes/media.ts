import type { RequestHandler } from 'express'
import { ProblemError } from '../../api/problem.ts'

const YEAR_S = 31_536_000
const SHORT_S = 300

/** A plain name inside the folder: no path, nothing hidden, no control characters. */
const isFilename = (name: string): boolean => name.length <= 255 && !name.startsWith('.') && !/[/\\\p{Cc}]/u.test(name)

const headers = {
  // Whatever the bytes are, a browser shows them as what they are named and runs nothing in them.
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'content-disposition': 'inline',
}

// A picture that is replaced or cropped anew keeps its name: only an address that carries the version `?v=` is for good.
const cacheControl = (isVersioned: boolean) => (isVersioned ? `public, max-age=${YEAR_S}, immutable` : `public, max-age=${SHORT_S}`)

const notThere = () => new ProblemError({ code: 'NOT_FOUND', detail: 'There is no such file, or it is not public.' })

/** `/media/<filename>`: an uploaded file as long as it is public, in ranges too. */
export const mediaRoute = ({ folder, isPublic }: { folder: string; isPublic: (filename: string) => Promise<boolean> }): RequestHandler<{ filename: string }> =>
  async (req, res) => {
    const { filename } = req.params
    if (!isFilename(filename) || !(await isPublic(filename))) throw notThere()
    const options = { root: folder, dotfiles: 'deny', cacheControl: false, headers: { ...headers, 'cache-control': cacheControl(typeof req.query['v'] === 'string') } } as const
    await new Promise<void>((done, fail) => {
      res.sendFile(filename, options, (error) => {
        if (!error || res.headersSent || req.destroyed) done()
        else fail(error)
      })
    })
  }
