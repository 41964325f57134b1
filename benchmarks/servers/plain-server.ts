// The yardstick: a plain `node:http` server that writes recorded answers from memory, the same bytes and the same headers. What an application
// written in Node can do at most.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An answer as the program gave it. */
export interface Recorded {
  /** By which it is asked for. */
  path: string
  status: number
  /** Names and values in turn. */
  headers: string[]
  /** In base64. */
  body: string
}

type Kept = { status: number; headers: string[]; body: Buffer }

const answers = new Map<string, Kept>()

const server = createServer((req, res) => {
  const kept = answers.get(req.url as string)
  if (!kept) {
    res.writeHead(404).end()
    return
  }
  res.writeHead(kept.status, kept.headers).end(kept.body)
})

process.on('message', (recorded: Recorded[]) => {
  answers.clear()
  for (const { path, status, headers, body } of recorded) answers.set(path, { status, headers, body: Buffer.from(body, 'base64') })
  process.send?.({ port: (server.address() as AddressInfo).port })
})
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
