import type { Load, Measured } from '../load/load.ts'
import type { Question } from '../load/message.ts'
import { median, type Pair, ratios, type Spread, spreadOf } from './statistics.ts'

/** A server and what it is asked. */
export interface Side { port: number; pid: number; questions: readonly Question[] }

export interface Times { pairs: number; ms: number; warmMs: number }

export interface Compared {
  ours: Measured[]
  theirs: Measured[]
  /** Our answers a second, divided by theirs, pair by pair. */
  byRate: Spread
  /** Their processor time for an answer, divided by ours: hardly depends on what else the machine does. */
  byCpu: Spread
}

/** Answers after which code that is used often has been compiled. */
const WARM = 500

/** Asks both servers in turn, after warming both; which one begins changes from pair to pair. */
export const compare = async ({ load, ours, theirs, times, status = 200, connections }: { load: Load; ours: Side; theirs: Side; times: Times; status?: number; connections?: number }): Promise<Compared> => {
  const measure = (side: Side, ms: number, least = 0) => load.measure({ port: side.port, questions: side.questions, serverPid: side.pid, ms, least, status, ...(connections ? { connections } : {}) })
  await measure(ours, times.warmMs, WARM)
  await measure(theirs, times.warmMs, WARM)
  const done: { ours: Measured; theirs: Measured }[] = []
  for (let pair = 0; pair < times.pairs; pair++) {
    const first = await measure(pair % 2 === 0 ? ours : theirs, times.ms)
    const second = await measure(pair % 2 === 0 ? theirs : ours, times.ms)
    done.push(pair % 2 === 0 ? { ours: first, theirs: second } : { ours: second, theirs: first })
  }
  const pairsOf = (value: (measured: Measured) => number): Pair[] => done.map((both) => ({ ours: value(both.ours), theirs: value(both.theirs) }))
  return {
    ours: done.map((both) => both.ours),
    theirs: done.map((both) => both.theirs),
    byRate: spreadOf(ratios(pairsOf(({ rate }) => rate))),
    byCpu: spreadOf(ratios(pairsOf(({ cpuPerAnswerUs }) => 1 / cpuPerAnswerUs))),
  }
}

const middle = (measured: readonly Measured[], value: (one: Measured) => number): number => median(measured.map(value))
const share = (value: number): string => (Number.isNaN(value) ? '?' : `${Math.round(value * 100)} %`)
const rounded = (value: number): string => Math.round(value).toLocaleString('en')

/** Rates of both, how busy the server cores were, and the ratio by processor time, for the note of a row. */
export const noteOf = ({ ours, theirs, byCpu }: Compared, name: string): string =>
  `${rounded(middle(ours, ({ rate }) => rate))}/s, ${name} ${rounded(middle(theirs, ({ rate }) => rate))}/s; server core ${share(middle(ours, ({ serverCpu }) => serverCpu))}, ${share(middle(theirs, ({ serverCpu }) => serverCpu))}, load ${share(Math.max(middle(ours, ({ loadCpu }) => loadCpu), middle(theirs, ({ loadCpu }) => loadCpu)))}; by processor time ${byCpu.median.toFixed(2)}`

/** The slowest hundredth against the middle, of each measurement. */
export const tailOf = (measured: readonly Measured[]): Spread => spreadOf(measured.map(({ p50, p99 }) => p99 / p50))
export const timesOf = (measured: readonly Measured[]): string => `p50 ${middle(measured, ({ p50 }) => p50).toFixed(1)} ms, p99 ${middle(measured, ({ p99 }) => p99).toFixed(1)} ms`
