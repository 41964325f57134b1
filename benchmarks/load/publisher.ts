import { Agent, request } from 'node:http'
import type { Expectations, Publication, Publications } from './expectations.ts'

const save = ({ port, agent, method, path, token, body }: { port: number; agent: Agent; method: string; path: string; token: string; body: string }): Promise<void> => new Promise((done, fail) => {
  const headers = { authorization: `JWT ${token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  const asked = request({ port, host: '127.0.0.1', agent, method, path, headers }, (response) => {
    let text = ''
    response.setEncoding('utf8').on('data', (part: string) => { text += part }).on('end', () => ((response.statusCode ?? 500) < 300 ? done() : fail(new Error(`A save was answered ${response.statusCode}: ${text.slice(0, 500)}`))))
  })
  asked.on('error', fail).end(body)
})

/** Saves in turn, one each `everyMs`, in the process that asks: what it has seen acknowledged it may expect of every later answer. */
export const publisher = ({ port, publications: { token, everyMs, of, from }, expected }: { port: number; publications: Publications; expected: Expectations }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const msPerSave: number[] = []
  let number = from
  let failure: unknown
  let last: Promise<void> = Promise.resolve()
  const publish = async (): Promise<void> => {
    const which = number % of.length
    const publication = of[which] as Publication
    const mine = ++number
    const start = performance.now()
    const { method, path, body, first } = publication
    const instant = first ? new Date(Date.parse(first) + mine * 1000).toISOString() : ''
    await save({ port, agent, token, method, path, body: body.replaceAll('%N', String(mine).padStart(6, '0')).replaceAll('%T', instant) })
    msPerSave.push(performance.now() - start)
    expected.acknowledge(which, mine)
  }
  // Without anything to publish the answers are only checked.
  const timer = of.length === 0 ? undefined : setInterval(() => { last = last.then(publish).catch((error: unknown) => { failure ??= error }) }, everyMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await last
      agent.destroy()
      if (failure) throw failure
      return { msPerSave, last: number, acknowledged: expected.floor() }
    },
  }
}
