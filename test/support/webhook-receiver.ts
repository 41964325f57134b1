import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'

export type Received = { path: string; headers: IncomingHttpHeaders; body: string; message: { type: string; timestamp: string; data: Record<string, any> }; answered: number }

export type WebhookReceiver = {
  /** `host:port`, for `WEBHOOK_ALLOW`. */
  place: string
  address: (path: string) => string
  /** What arrived, in order, refused calls included. */
  received: Received[]
  at: (path: string) => Received[]
  /** What is answered at a path from now on; 200 without it. */
  answer: (path: string, status: number, headers?: Record<string, string>) => void
  /** Resolves with what arrived at a path, as soon as it meets a condition. */
  until: (path: string, holds: (received: Received[]) => boolean, ms?: number) => Promise<Received[]>
  close: () => Promise<void>
}

/** A partner's server on this machine. */
export const webhookReceiver = async (): Promise<WebhookReceiver> => {
  const received: Received[] = []
  const answers = new Map<string, { status: number; headers: Record<string, string> }>()
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    const path = String(req.url)
    const { status, headers } = answers.get(path) ?? { status: 200, headers: {} }
    const isForm = String(req.headers['content-type']).startsWith('application/x-www-form-urlencoded')
    received.push({ path, headers: req.headers, body, message: isForm ? { type: 'form', timestamp: '', data: Object.fromEntries(new URLSearchParams(body)) } : JSON.parse(body), answered: status })
    res.writeHead(status, headers).end(status === 200 ? 'ok' : `no: ${status}`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const at = (path: string) => received.filter((one) => one.path === path)
  return {
    place,
    address: (path) => `http://${place}${path}`,
    received,
    at,
    answer: (path, status, headers = {}) => void answers.set(path, { status, headers }),
    until: async (path, holds, ms = 30_000) => {
      for (const end = performance.now() + ms; performance.now() < end; await sleep(20)) if (holds(at(path))) return at(path)
      throw new Error(`What was expected did not arrive at ${path} in ${ms} ms; there was ${JSON.stringify(at(path).map(({ message, answered }) => [message.type, message.data, answered]))}`)
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Whether the library takes a message for genuine at the time at which it was sent: the clock of a server under test may have been moved. */
export const isGenuine = ({ body, headers }: Pick<Received, 'body' | 'headers'>, secret: string): boolean => {
  const real = Date.now
  Date.now = () => Number(headers['webhook-timestamp']) * 1000
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>)
    return true
  } catch {
    return false
  } finally {
    Date.now = real
  }
}
