// The load: asks over open connections, each its next question as soon as its answer has come whole (a closed loop). A process of its own, on a
// core of its own. It speaks over bare sockets, since a general client takes about as much time for a request as a server that answers from
// memory: the load, and not the server, would then be what is measured.
import { connect, type Socket } from 'node:net'
import { percentile } from '../measure/statistics.ts'
import { expectations, type Expectations } from './expectations.ts'
import { headOf, isChunkedEnd, wireOf } from './message.ts'
import type { Round, RoundResult } from './load.ts'
import { publisher } from './publisher.ts'

interface Loop { next: () => { bytes: string; index: number } | null; done: (index: number, sentAt: number, status: number, answer: Buffer | null, floor: readonly number[] | null) => void; keep: boolean; expected: Expectations | null }

const run = (socket: Socket, { next, done, keep, expected }: Loop): Promise<void> => new Promise((resolve, reject) => {
  let index = 0
  let sentAt = 0
  let floor: readonly number[] | null = null
  let status = 0
  let left: number | 'chunked' | null = null
  let head: Buffer | null = null
  let kept: Buffer[] = []
  const ask = (): void => {
    const question = next()
    if (!question) {
      socket.destroy()
      resolve()
      return
    }
    index = question.index
    left = null
    head = null
    kept = []
    floor = expected?.floor() ?? null
    sentAt = performance.now()
    socket.write(question.bytes)
  }
  const finish = (): void => {
    done(index, sentAt, status, keep ? Buffer.concat(kept) : null, floor)
    ask()
  }
  socket.on('data', (bytes: Buffer) => {
    let body = bytes
    if (left === null) {
      head = head ? Buffer.concat([head, bytes]) : bytes
      const found = headOf(head)
      if (!found) return
      status = found.status
      left = found.length
      body = head.subarray(found.start)
    }
    if (keep) kept.push(body)
    if (left === 'chunked') {
      if (isChunkedEnd(bytes)) finish()
      return
    }
    left -= body.length
    if (left <= 0) finish()
  })
  socket.on('error', reject)
  socket.on('close', () => reject(new Error('the server closed a connection')))
  ask()
})

const opened = (port: number): Promise<Socket> => new Promise((done, fail) => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => done(socket))
  socket.once('error', fail)
})

const round = async ({ port, questions, connections, ms, least = 0, publications }: Round): Promise<RoundResult> => {
  const wires = questions.map((question) => wireOf(question, `127.0.0.1:${port}`))
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(port)))
  const times: number[] = []
  const statuses: Record<number, number> = {}
  const expected = publications ? expectations(publications) : null
  const publishing = publications ? publisher({ port, publications, expected: expected as Expectations }) : null
  const cpu = process.cpuUsage()
  const start = performance.now()
  let asked = 0
  await Promise.all(sockets.map((socket) => run(socket, {
    keep: expected !== null,
    expected,
    next: () => {
      if (performance.now() - start >= ms && asked >= least) return null
      const index = asked++ % wires.length
      return { bytes: wires[index] as string, index }
    },
    done: (index, sentAt, status, answer, floor) => {
      times.push(performance.now() - sentAt)
      statuses[status] = (statuses[status] ?? 0) + 1
      if (expected && answer && floor && status !== 503) expected.check({ index, answer, floor, status })
    },
  })))
  const took = performance.now() - start
  const used = process.cpuUsage(cpu)
  const published = await publishing?.stop()
  return {
    count: times.length, ms: took, rate: times.length / took * 1000, statuses, p50: percentile(times, 0.5), p99: percentile(times, 0.99), max: percentile(times, 1),
    loadCpu: (used.user + used.system) / 1000 / took, ...(expected ? { stale: expected.stale(), examples: expected.examples(), checked: expected.checked() } : {}), ...(published ? { published } : {}),
  }
}

process.on('message', (message: Round) => {
  round(message).then((result) => process.send?.({ result }), (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }))
})
process.on('disconnect', () => process.exit(0))
