import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Purge = { at: number; path: string; headers: IncomingHttpHeaders; keys: string[]; answered: number | 'away' }

export type PurgeReceiver = {
  url: string
  /** What arrived, in order, refused calls included. */
  purges: Purge[]
  /** What is answered from now on: a status, with headers, or `away`: the connection is cut. */
  answer: (answer: number | 'away', headers?: Record<string, string>) => void
  /** Is asked while a call waits for its answer. */
  during: ((purge: Purge) => Promise<void>) | null
  /** Resolves with the first call from the `from`-th on that names all of these keys. */
  withKeys: (keys: readonly string[], options?: { from?: number; ms?: number }) => Promise<Purge>
  close: () => Promise<void>
}

/** A content delivery network's purge endpoint on this machine. */
export const purgeReceiver = async (): Promise<PurgeReceiver> => {
  const purges: Purge[] = []
  let status: number | 'away' = 200
  let more: Record<string, string> = {}
  let wake = () => {}
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const purge: Purge = { at: performance.now(), path: String(req.url), headers: req.headers, keys: (JSON.parse(Buffer.concat(chunks).toString()) as { surrogate_keys: string[] }).surrogate_keys, answered: 'away' }
    await receiver.during?.(purge)
    purge.answered = status
    if (status === 'away') req.socket.destroy()
    else res.writeHead(status, { 'content-type': 'application/json', ...more }).end('{}')
    purges.push(purge)
    wake()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const receiver: PurgeReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/service/abc/purge?soft=1`,
    purges,
    answer: (answer, headers = {}) => {
      status = answer
      more = headers
    },
    during: null,
    withKeys: async (keys, { from = 0, ms = 20_000 } = {}) => {
      const end = performance.now() + ms
      for (;;) {
        const found = purges.slice(from).find((purge) => keys.every((key) => purge.keys.includes(key)))
        if (found) return found
        const left = end - performance.now()
        if (left <= 0) throw new Error(`No purge of ${keys.join(' ')} in ${ms} ms; there were ${JSON.stringify(purges.slice(from).map((purge) => purge.keys))}`)
        await new Promise<void>((done) => {
          const timer = setTimeout(done, left)
          wake = () => {
            clearTimeout(timer)
            done()
          }
        })
      }
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return receiver
}
