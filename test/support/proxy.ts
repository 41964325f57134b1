import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

type Line = { client: Socket; upstream: Socket; isHeld: boolean; held: [to: Socket, chunk: Buffer][] }

export type Proxy = {
  port: number
  /** From now on nothing gets through, in either direction, on lines on which something is sent that matches; on all when nothing is named. */
  hold: (matches?: (chunk: Buffer) => boolean) => void
  /** Breaks every line and refuses new ones. */
  cut: () => void
  /** Lets through again, what was held first. */
  restore: () => void
  stop: () => Promise<void>
}

/** A TCP proxy to a port of this machine that fails when it is told to. */
export const startProxy = async ({ to }: { to: number }): Promise<Proxy> => {
  const lines = new Set<Line>()
  let isCut = false
  let matches: ((chunk: Buffer) => boolean) | null = null

  const server = createServer((client) => {
    if (isCut) {
      client.resetAndDestroy()
      return
    }
    const upstream = connect({ host: '127.0.0.1', port: to })
    const line: Line = { client, upstream, isHeld: false, held: [] }
    lines.add(line)
    const pass = (target: Socket) => (chunk: Buffer) => {
      if (target === upstream && matches?.(chunk)) line.isHeld = true
      if (line.isHeld) line.held.push([target, chunk])
      else target.write(chunk)
    }
    client.on('data', pass(upstream))
    upstream.on('data', pass(client))
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        lines.delete(line)
        client.destroy()
        upstream.destroy()
      })
    }
  })
  server.listen({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')

  const breakAll = () => lines.forEach(({ client, upstream }) => {
    client.resetAndDestroy()
    upstream.destroy()
  })
  return {
    port: (server.address() as AddressInfo).port,
    hold: (given) => {
      matches = given ?? (() => true)
      if (!given) for (const line of lines) line.isHeld = true
    },
    cut: () => {
      isCut = true
      breakAll()
    },
    restore: () => {
      isCut = false
      matches = null
      for (const line of lines) {
        line.isHeld = false
        for (const [target, chunk] of line.held.splice(0)) target.write(chunk)
      }
    },
    stop: async () => {
      breakAll()
      server.close()
      await once(server, 'close')
    },
  }
}
