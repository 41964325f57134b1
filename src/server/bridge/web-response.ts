import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

/** What staff are answered is theirs alone. */
const defaults: Readonly<Record<string, string>> = {
  'cache-control': 'private, no-store',
  vary: 'Authorization, Cookie, Origin, Accept-Language',
}

/** Writes a web Response to Node's, with back-pressure; several cookies stay several. HEAD gets the head. */
export const writeWebResponse = async ({ response, res, isHead }: { response: Response; res: ServerResponse; isHead: boolean }): Promise<void> => {
  res.statusCode = response.status
  for (const [name, value] of Object.entries(defaults)) res.setHeader(name, value)
  for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('set-cookie', cookies)
  if (isHead || !response.body) {
    await response.body?.cancel()
    res.end()
    return
  }
  await pipeline(Readable.fromWeb(response.body as ReadableStream), res)
}
