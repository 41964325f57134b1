import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Stage } from '../bench.ts'
import { newspaper } from '../data/newspaper.ts'
import { median, percentile } from '../measure/statistics.ts'
import { untilIdle } from '../servers/child.ts'
import { startProgram, tokenOf } from '../servers/program.ts'

const TRIALS = { whole: 200, quick: 30 }
const LIMIT_MS = 5000

// None of the requests of the other stages shows it, so that nothing has to be put back.
const article = newspaper().articles[5]

const ask = ({ port, agent, method = 'GET', path, token, body }: { port: number; agent: Agent; method?: string; path: string; token?: string; body?: string }): Promise<string> => new Promise((done, fail) => {
  const headers = { ...(token ? { authorization: `JWT ${token}` } : {}), ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}) }
  const asked = request({ port, host: '127.0.0.1', agent, method, path, headers }, (response) => {
    let text = ''
    response.setEncoding('utf8').on('data', (part: string) => { text += part }).on('end', () => ((response.statusCode ?? 500) < 300 ? done(text) : fail(new Error(`${method} ${path} was answered ${response.statusCode}: ${text.slice(0, 500)}`))))
  })
  asked.on('error', fail).end(body)
})

/** A save in one process, and when another one, which had the old answer stored, gives the new one. */
export const twoProcesses: Stage = async ({ data, isQuick, logFile, report }) => {
  const place = await data.mongo('small')
  const writer = await startProgram({ ...place, logFile })
  const reader = await startProgram({ ...place, logFile, env: { ROLE: 'api' } })
  await Promise.all([writer, reader].map(untilIdle))
  const agent = new Agent({ keepAlive: true })
  try {
    const token = await tokenOf(writer)
    const { docs: [document] } = JSON.parse(await ask({ port: writer.port, agent, token, path: `/api/articles?where[slug][equals]=${article?.slug}&depth=0` })) as { docs: { id: string }[] }
    const path = `/v1/articles/${article?.slug}?fields=title`
    const times: number[] = []
    for (let trial = 0; trial < TRIALS[isQuick ? 'quick' : 'whole']; trial++) {
      const title = `Đổi lần ${trial} lúc ${Math.round(performance.now())}`
      // Stored there, as it was.
      await ask({ port: reader.port, agent, path })
      await ask({ port: writer.port, agent, method: 'PATCH', token, path: `/api/articles/${document?.id}?depth=0`, body: JSON.stringify({ _status: 'published', title }) })
      const saved = performance.now()
      while (!(await ask({ port: reader.port, agent, path })).includes(title)) {
        if (performance.now() - saved > LIMIT_MS) throw new Error(`The other process had not heard of a save after ${LIMIT_MS} ms`)
      }
      times.push(performance.now() - saved)
      await sleep(10)
    }
    report({ what: 'two processes on MongoDB: a save in one, the new answer of the other: p99', measured: { median: percentile(times, 0.99), min: Math.min(...times), max: Math.max(...times) }, unit: 'ms', mark: { atMost: 250 }, note: `${times.length} trials, median ${median(times).toFixed(1)} ms after the save was acknowledged, the first look included` })
  } finally {
    agent.destroy()
    await Promise.all([reader.stop(), writer.stop()])
  }
}
