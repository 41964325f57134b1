// graphql-http, as src/api/graphql serves it, against graphql-yoga, on the same schema and the same seeded SQLite database: both run at once,
// each in a process of its own, and are asked in turns. graphql-yoga is no dependency of the project:
//
//   npm install --no-save graphql-yoga@5.24.1
//   node -C production --import tsx benchmarks/graphql-server.ts data/ocop-press.db
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type RequestHandler, Router } from 'express'
import type { Payload } from 'payload'
import type { Context } from '../src/api/graphql/context.ts'
import { graphqlRoutes } from '../src/api/graphql/graphql-routes.ts'
import { validationRules } from '../src/api/graphql/guards.ts'
import { sampleQueries } from '../src/api/graphql/sample-queries.ts'
import { createSchema } from '../src/api/graphql/schema.ts'
import { tellError } from '../src/api/graphql/tell-error.ts'
import { createDelivery } from '../src/cache/delivery.ts'
import { createResponseCache } from '../src/cache/response-cache.ts'
import { createReader } from '../src/api/read/reader.ts'
import { moment } from '../src/published/moment.ts'
import { createSqliteStore } from '../src/published/sqlite-store.ts'
import { noServices as services } from '../test/support/no-services.ts'

const ROUNDS = 9
const REQUESTS = 300
const AT_ONCE = 8

type Library = 'graphql-http' | 'graphql-yoga'

const queries: Readonly<Record<string, string>> = {
  'one field': '{ __typename }',
  'ten articles': sampleQueries[0] ?? '',
  'page of an article': sampleQueries[1] ?? '',
}

const [, , file = 'data/ocop-press.db', serving] = process.argv

const report = (error: unknown): void => console.error(error)

/** The same guards, errors and context that `graphqlRoutes` has, by the plugins of graphql-yoga; it keeps documents by itself. */
const yogaRoutes = async ({ store, siteUrl, origin }: { store: ReturnType<typeof createSqliteStore>; siteUrl: string; origin: string }): Promise<Router> => {
  const name = 'graphql-yoga'
  const { createYoga } = await import(name) as { createYoga: (options: Record<string, unknown>) => RequestHandler }
  const guard = { onValidate: ({ addValidationRule }: { addValidationRule: (rule: unknown) => void }) => validationRules.forEach(addValidationRule) }
  return Router().use('/graphql', createYoga({
    schema: createSchema(),
    context: (): Context => ({ reader: createReader({ services, store, moment: moment(), siteUrl, origin }) }),
    plugins: [guard],
    maskedErrors: { maskError: tellError(report) },
    graphiql: false, landingPage: false, logging: false,
  }))
}

const serve = async (library: Library): Promise<void> => {
  // Reading needs nothing of Payload but the address of the database.
  const store = createSqliteStore({ payload: { db: { clientConfig: { url: `file:${file}` } } } as unknown as Payload })
  const surroundings = { store, siteUrl: 'https://bao.example.vn', origin: 'https://bao.example.vn' }
  // Nothing is kept: what is compared is the answering.
  const delivery = createDelivery({
    store, cache: createResponseCache({ maxBytes: 0 }), availability: { staleSince: null, reachable: true }, gate: { run: (work) => work() }, staleMaxMs: 0, limitMs: 5_000, isPurged: false, namesTags: false,
  })
  const app = express().use(library === 'graphql-http' ? graphqlRoutes({ delivery, services, ...surroundings, report }) : await yogaRoutes(surroundings))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.on('message', () => process.send?.({ cpu: process.cpuUsage() }))
  process.send?.({ port: (server.address() as AddressInfo).port })
}

interface Running { child: ChildProcess; ask: (query: string) => Promise<string>; cpu: () => Promise<number> }

const start = async (library: Library): Promise<Running> => {
  const child = fork(import.meta.filename, [file, library], { execArgv: process.execArgv })
  const [{ port }] = await once(child, 'message') as [{ port: number }]
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const ask = (query: string): Promise<string> => new Promise((done, fail) => {
    const asked = request({ port, host: '127.0.0.1', path: '/graphql', method: 'POST', agent, headers: { 'content-type': 'application/json', accept: 'application/json' } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => { text += part }).on('end', () => (response.statusCode === 200 ? done(text) : fail(new Error(`${library}: ${response.statusCode} ${text}`))))
    })
    asked.on('error', fail).end(JSON.stringify({ query }))
  })
  const cpu = async (): Promise<number> => {
    child.send('cpu')
    const [{ cpu: { user, system } }] = await once(child, 'message') as [{ cpu: NodeJS.CpuUsage }]
    return user + system
  }
  return { child, ask, cpu }
}

/** Processor time of the server for one request, in microseconds: unlike requests per second it hardly depends on what else the machine does. */
const round = async ({ ask, cpu }: Running, query: string): Promise<number> => {
  const before = await cpu()
  let left = REQUESTS
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (left-- > 0) await ask(query)
  }))
  return ((await cpu()) - before) / REQUESTS
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const compare = async (): Promise<void> => {
  const [http, yoga] = [await start('graphql-http'), await start('graphql-yoga')]
  for (const [name, query] of Object.entries(queries)) {
    const [a, b] = [await http.ask(query), await yoga.ask(query)]
    if (JSON.stringify(JSON.parse(a)) !== JSON.stringify(JSON.parse(b))) throw new Error(`"${name}" is not answered alike`)
    const times = { http: [] as number[], yoga: [] as number[] }
    for (let n = 0; n <= ROUNDS; n++) {
      const [byHttp, byYoga] = [await round(http, query), await round(yoga, query)]
      // The first round warms both up.
      if (n === 0) continue
      times.http.push(byHttp)
      times.yoga.push(byYoga)
    }
    const [ofHttp, ofYoga] = [median(times.http), median(times.yoga)]
    console.log(`${name.padEnd(20)} graphql-http ${ofHttp.toFixed(0).padStart(6)} µs   graphql-yoga ${ofYoga.toFixed(0).padStart(6)} µs   ratio ${(ofYoga / ofHttp).toFixed(2)}`)
  }
  http.child.kill()
  yoga.child.kill()
}

await (serving ? serve(serving as Library) : compare())
