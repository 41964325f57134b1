import { once } from 'node:events'
import { type Child, cpuMs, nodeArgs, startChild } from '../servers/child.ts'
import type { Publications } from './expectations.ts'
import type { Question } from './message.ts'

/** How many connections ask at once. */
export const CONNECTIONS = 32

/** One measurement: the questions in turn, over so many connections, for so long. */
export interface Round { port: number; questions: readonly Question[]; connections: number; ms: number; /** It goes on until so many answers have come. */ least?: number; publications?: Publications }

export interface RoundResult {
  count: number
  ms: number
  /** Answers a second. */
  rate: number
  statuses: Record<number, number>
  /** Milliseconds from the question to the last byte of the answer. */
  p50: number
  p99: number
  max: number
  /** Share of its core that the load itself took. */
  loadCpu: number
  /** With publications: answers older than the last save that had been acknowledged when they were asked for. */
  stale?: number
  examples?: string[]
  checked?: number
  published?: { msPerSave: number[]; last: number; acknowledged: readonly number[] }
}

/** A measurement with the share of its core that the server was busy: near 1, or something else than the server was the limit. */
export interface Measured extends RoundResult { serverCpu: number; cpuPerAnswerUs: number; /** Answered 503, where that was allowed; not in the rate. */ refused: number }

export interface Load { measure: (round: Omit<Round, 'connections'> & { serverPid: number; connections?: number; status?: number; mayRefuse?: boolean }) => Promise<Measured>; stop: () => Promise<void> }

const askChild = async (child: Child, round: Round): Promise<RoundResult> => {
  child.process.send(round)
  const [answer] = await once(child.process, 'message') as [{ result?: RoundResult; error?: string }]
  if (!answer.result) throw new Error(`The load failed: ${answer.error}`)
  return answer.result
}

/** Starts the process that asks. */
export const startLoad = ({ logFile }: { logFile: string }): Load => {
  const child = startChild({ command: process.execPath, args: nodeArgs('benchmarks/load/client.ts'), core: 'load', ipc: true, logFile })
  return {
    measure: async ({ serverPid, connections = CONNECTIONS, status = 200, mayRefuse = false, ...round }) => {
      const before = cpuMs(serverPid)
      const result = await askChild(child, { ...round, connections })
      const cpu = cpuMs(serverPid) - before
      const wrong = Object.keys(result.statuses).filter((known) => Number(known) !== status && !(mayRefuse && known === '503'))
      if (wrong.length > 0) throw new Error(`Expected ${status} only, got ${JSON.stringify(result.statuses)} for ${round.questions[0]?.method} ${round.questions[0]?.path}`)
      const refused = mayRefuse ? (result.statuses[503] ?? 0) : 0
      return { ...result, refused, rate: (result.count - refused) / result.ms * 1000, serverCpu: cpu / result.ms, cpuPerAnswerUs: cpu * 1000 / result.count }
    },
    stop: child.stop,
  }
}
