// What a server does when three times as much is asked of it as it can make: `npx tsx benchmarks/overload.ts [origin]`. Without an origin the
// built server is started on demo content, with its default settings. Questions nobody has asked before come at a fixed rate (an open loop:
// who is refused or kept waiting does not slow down those who come after), and beside them one question whose answer is stored.
// A server elsewhere has to exempt this machine from its limits (RATE_LIMIT_EXEMPT), and NODE_OPTIONS is not set.
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const PEAK_MS = 5_000
const OVERLOAD_MS = 10_000
const CONNECTIONS = 32
const FACTOR = 3
const HITS_PER_SECOND = 100
/** What is not answered by then counts as lost. */
const GIVE_UP_MS = 10_000
const STORED = '/v1/articles?first=10'

type Answer = { status: number; ms: number }

const percentile = (values: readonly number[], share: number): number => [...values].sort((one, two) => one - two)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN

const asking = (origin: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1024, scheduling: 'fifo' })
  let texts = 0
  const send = ({ path, body }: { path: string; body?: string }): Promise<Answer> => new Promise((done) => {
    const begun = performance.now()
    const asked = request(new URL(path, origin), { agent, method: body === undefined ? 'GET' : 'POST', headers: body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (response) => {
      response.resume()
      response.once('end', () => done({ status: response.statusCode ?? 0, ms: performance.now() - begun }))
      response.once('error', () => done({ status: 0, ms: performance.now() - begun }))
    })
    asked.setTimeout(GIVE_UP_MS, () => asked.destroy())
    asked.once('error', () => done({ status: 0, ms: performance.now() - begun }))
    asked.end(body)
  })
  return {
    /** A list with what belongs to it, under a name of its own: no stored answer serves it. */
    fresh: () => send({ path: '/graphql', body: JSON.stringify({ query: `query Q${(texts += 1)}_${process.pid} { articles(first: 10) { nodes { title url lead category { name url } author { name } } } }` }) }),
    stored: () => send({ path: STORED }),
    end: () => agent.destroy(),
  }
}

type Job = { origin: string; what: 'fresh' | 'stored'; ms: number; perSecond?: number }

const closedLoop = async ({ ask, ms }: { ask: () => Promise<Answer>; ms: number }): Promise<Answer[]> => {
  const answers: Answer[] = []
  const until = performance.now() + ms
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    while (performance.now() < until) answers.push(await ask())
  }))
  return answers
}

const openLoop = async ({ ask, perSecond, ms }: { ask: () => Promise<Answer>; perSecond: number; ms: number }): Promise<Answer[]> => {
  const asked: Promise<Answer>[] = []
  const begun = performance.now()
  for (let passed = 0; passed < ms; passed = performance.now() - begun) {
    while (asked.length < (passed / 1000) * perSecond) asked.push(ask())
    await sleep(1)
  }
  return Promise.all(asked)
}

const work = async ({ origin, what, ms, perSecond }: Job): Promise<Answer[]> => {
  const asks = asking(origin)
  const ask = asks[what]
  await ask()
  const answers = await (perSecond === undefined ? closedLoop({ ask, ms }) : openLoop({ ask, perSecond, ms }))
  asks.end()
  return answers
}

/** Does a job in a process of its own: one that floods would measure its own lateness beside that of the server. */
const inProcess = async (job: Job): Promise<Answer[]> => {
  const child = fork(import.meta.filename)
  child.send(job)
  const [answers] = await once(child, 'message') as [Answer[]]
  child.disconnect()
  return answers
}

const startOwn = async (): Promise<{ origin: string; stop: () => Promise<void> }> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  const dataDir = mkdtempSync(join(tmpdir(), 'ocop-press-overload-'))
  const child = spawn(process.execPath, ['-C', 'production', '--enable-source-maps', 'dist/main.js'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_FORMAT: 'json' },
  })
  const origin = `http://127.0.0.1:${port}`
  while ((await fetch(`${origin}/readyz`).catch(() => null))?.status !== 200) {
    if (child.exitCode !== null) throw new Error('The server ended before it was ready: build it with `node scripts/prepare.mjs`')
    await sleep(200)
  }
  return {
    origin,
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const line = (name: string, answers: readonly Answer[], ms: number): string => {
  const times = answers.map((answer) => answer.ms)
  return `${name.padEnd(34)} ${String(Math.round(answers.length / ms * 1000)).padStart(7)}/s   p50 ${percentile(times, 0.5).toFixed(1).padStart(7)} ms   p99 ${percentile(times, 0.99).toFixed(1).padStart(7)} ms`
}

const shareOf = (answers: readonly Answer[], status: number): Answer[] => answers.filter((answer) => answer.status === status)

const measure = async (origin: string): Promise<void> => {
  await inProcess({ origin, what: 'fresh', ms: 3_000 })
  const calm = await inProcess({ origin, what: 'stored', perSecond: HITS_PER_SECOND, ms: 2_000 })
  const asked = await inProcess({ origin, what: 'fresh', ms: PEAK_MS })
  const peak = shareOf(asked, 200)
  const rate = peak.length / PEAK_MS * 1000
  console.log(line('stored, alone', calm, 2_000))
  console.log(line(`not stored, ${CONNECTIONS} connections (peak)`, peak, PEAK_MS), `  ${asked.length - peak.length} refused`)

  const [flood, hits] = await Promise.all([
    inProcess({ origin, what: 'fresh', perSecond: rate * FACTOR, ms: OVERLOAD_MS }),
    inProcess({ origin, what: 'stored', perSecond: HITS_PER_SECOND, ms: OVERLOAD_MS }),
  ])
  const [made, refused, served] = [shareOf(flood, 200), shareOf(flood, 503), shareOf(hits, 200)]
  console.log(`\n${FACTOR} times the peak, ${Math.round(rate * FACTOR)}/s, for ${OVERLOAD_MS / 1000} s:`)
  console.log(line('not stored, made', made, OVERLOAD_MS), `  ${Math.round(made.length / OVERLOAD_MS * 1000 / rate * 100)} % of the peak`)
  console.log(line('not stored, refused (503)', refused, OVERLOAD_MS))
  console.log(line('stored', served, OVERLOAD_MS), `  ${hits.length - served.length} not served`)
  const others = flood.length - made.length - refused.length
  if (others > 0) console.log(`${others} answered otherwise or not at all within ${GIVE_UP_MS / 1000} s`)

  await sleep(1_000)
  const after = await inProcess({ origin, what: 'fresh', ms: 2_000 })
  console.log(`\n${line('not stored, a second later', shareOf(after, 200), 2_000)}   ${after.length - shareOf(after, 200).length} refused`)
}

if (process.send) {
  process.once('message', (job: Job) => void work(job).then((answers) => process.send?.(answers)))
} else {
  const given = process.argv[2]
  const own = given === undefined ? await startOwn() : { origin: given, stop: async () => undefined }
  try {
    await measure(own.origin)
  } finally {
    await own.stop()
  }
}
