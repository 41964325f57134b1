import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Question } from '../load/message.ts'
import { nodeArgs, startChild } from './child.ts'
import type { Recorded } from './plain-server.ts'

export interface Answered { status: number; rawHeaders: string[]; headers: Record<string, string | string[] | undefined>; body: Buffer }

/** Asks once. */
export const askOnce = ({ port, question: { method, path, headers = {}, body } }: { port: number; question: Question }): Promise<Answered> => new Promise((done, fail) => {
  const asked = request({ port, host: '127.0.0.1', method, path, agent: false, headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) } }, (response) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done({ status: response.statusCode ?? 0, rawHeaders: response.rawHeaders, headers: response.headers, body: Buffer.concat(parts) }))
  })
  asked.on('error', fail).end(body)
})

// Node writes these by itself, in both servers.
const byNode = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])

// What is asked first is made, and a machine with much else to do may refuse that for a moment.
const patiently = async (args: Parameters<typeof askOnce>[0], tries = 20): Promise<Answered> => {
  const answered = await askOnce(args)
  if (answered.status === 503 && tries > 1) {
    await sleep(250)
    return patiently(args, tries - 1)
  }
  if (answered.status !== 200 && answered.status !== 304) throw new Error(`${args.question.method} ${args.question.path} was answered ${answered.status}: ${answered.body.toString()}`)
  return answered
}

const recordedOf = async ({ port, question }: { port: number; question: Question }): Promise<Recorded> => {
  const { status, rawHeaders, body } = await patiently({ port, question })
  const headers = rawHeaders.flatMap((name, index) => (index % 2 === 0 && !byNode.has(name.toLowerCase()) ? [name, rawHeaders[index + 1] as string] : []))
  const hasLength = headers.some((name, index) => index % 2 === 0 && name.toLowerCase() === 'content-length')
  if (!hasLength && status !== 304) headers.push('Content-Length', String(body.byteLength))
  return { path: question.path, status, headers, body: body.toString('base64') }
}

/** What the program answers to each question, for the plain server to repeat. */
export const record = async ({ port, questions }: { port: number; questions: readonly Question[] }): Promise<Recorded[]> => {
  const recorded: Recorded[] = []
  for (const question of questions) recorded.push(await recordedOf({ port, question }))
  return recorded
}

/** The plain server, on the core of servers. */
export const startPlain = async ({ logFile }: { logFile: string }) => {
  const child = startChild({ command: process.execPath, args: nodeArgs('benchmarks/servers/plain-server.ts'), core: 'server', ipc: true, logFile })
  const [{ port }] = await once(child.process, 'message') as [{ port: number }]
  return {
    ...child,
    port,
    /** Gives it the answers to repeat, instead of those before. */
    repeat: async (answers: readonly Recorded[]) => {
      child.process.send([...answers])
      await once(child.process, 'message')
    },
  }
}
