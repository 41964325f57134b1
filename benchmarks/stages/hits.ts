import { setTimeout as sleep } from 'node:timers/promises'
import type { Bench, Stage } from '../bench.ts'
import type { Question } from '../load/message.ts'
import { compare, noteOf } from '../measure/pairs.ts'
import { requests } from '../requests.ts'
import { untilIdle } from '../servers/child.ts'
import { askOnce, record, startPlain } from '../servers/plain.ts'
import { startProgram } from '../servers/program.ts'

type Both = { program: { port: number; pid: number }; plain: Awaited<ReturnType<typeof startPlain>> }

/** The program with its cache, on the small newspaper, beside the plain server. */
const withBoth = async ({ data, logFile }: Bench, work: (both: Both) => Promise<void>): Promise<void> => {
  const program = await startProgram({ ...(await data.sqlite('small')), logFile })
  const plain = await startPlain({ logFile })
  await untilIdle(program)
  try {
    await work({ program, plain })
  } finally {
    await Promise.all([program.stop(), plain.stop()])
  }
}

/** Compares stored answers with the same bytes from the plain server. What is asked is asked twice before: it is stored then. */
const againstPlain = async ({ bench: { load, times }, both: { program, plain }, questions, status = 200 }: { bench: Bench; both: Both; questions: readonly Question[]; status?: number }) => {
  await record({ port: program.port, questions })
  // In the second in which an answer was made it has no Last-Modified.
  await sleep(1100)
  const recorded = await record({ port: program.port, questions })
  // Bodies of a POST are not read there: they are told apart by the address.
  const numbered = questions.map((question, index) => (question.method === 'POST' ? { ...question, path: `${question.path}?${index}` } : question))
  await plain.repeat(recorded.map((answer, index) => ({ ...answer, path: numbered[index]?.path ?? answer.path })))
  return compare({ load, times, status, ours: { ...program, questions }, theirs: { port: plain.port, pid: plain.pid, questions: numbered } })
}

/** Stored answers by GET, against the plain server. */
export const hits: Stage = (bench) => withBoth(bench, async (both) => {
  for (const { what, ours } of requests) {
    const compared = await againstPlain({ bench, both, questions: ours })
    bench.report({ what: `stored GET, against plain: ${what}`, measured: compared.byRate, unit: 'percent', mark: { atLeast: 0.85 }, note: noteOf(compared, 'plain') })
  }
})

/** Answers that have not changed, against the empty answers of the plain server. */
export const notModified: Stage = (bench) => withBoth(bench, async (both) => {
  const { port } = both.program
  await record({ port, questions: requests.flatMap(({ ours }) => ours) })
  const questions: Question[] = []
  for (const question of requests.flatMap(({ ours }) => ours)) {
    const { headers } = await askOnce({ port, question })
    questions.push({ ...question, headers: { ...question.headers, 'if-none-match': String(headers.etag) } })
  }
  const compared = await againstPlain({ bench, both, questions, status: 304 })
  bench.report({ what: '304, against empty answers of plain: all five in turn', measured: compared.byRate, unit: 'percent', mark: { atLeast: 0.9 }, note: noteOf(compared, 'plain') })
})

/** Stored answers to a GraphQL POST, against the plain server, which does not read the body. */
export const posts: Stage = (bench) => withBoth(bench, async (both) => {
  for (const { what, posts: questions } of requests.filter(({ isGraphql }) => isGraphql)) {
    const compared = await againstPlain({ bench, both, questions })
    bench.report({ what: `stored POST, against plain: ${what}`, measured: compared.byRate, unit: 'percent', mark: { atLeast: 0.6 }, note: noteOf(compared, 'plain') })
  }
})
