import type { RequestListener } from 'node:http'
import { getPayload, type Payload } from 'payload'
import { env } from '../env.ts'
import { log, someoneIsReading } from '../log.ts'
import { moment } from '../published/moment.ts'
import { storeOf } from '../published/store.ts'
import { createApp } from './create-app.ts'
import { listen } from './listen.ts'
import { createMetrics } from './metrics.ts'
import { allowedHosts } from './middleware/host-pin.ts'
import { adminPlaces, publicPlaces } from './routes/home.ts'
import type { Readiness } from './routes/health.ts'
import { stopper } from './stop.ts'
import { obeyTest } from './test-clock.ts'

/** What each role takes part in. */
const roles = {
  all: { isPublic: true, isStaff: true, works: true },
  api: { isPublic: true, isStaff: false, works: false },
  admin: { isPublic: false, isStaff: true, works: false },
  worker: { isPublic: false, isStaff: false, works: true },
} as const

const openPayload = async (): Promise<Payload> => {
  log.info(env.databaseKind === 'sqlite' ? 'Opening the database (SQLite) …' : 'Connecting to the database (MongoDB) …')
  const { default: config } = await import('@payload-config')
  return getPayload({ config, cron: false })
}

const addresses = () => {
  const { isPublic, isStaff } = roles[env.ROLE]
  const places = [...(isStaff ? adminPlaces : []), ...(isPublic ? publicPlaces : [])]
  return places.map(({ path, vi }) => ({ name: vi.name, address: `${env.PUBLIC_ORIGIN}${path}` }))
}

const greet = (): void => {
  if (!someoneIsReading) return
  const lines = addresses().map(({ name, address }) => `  ${name.padEnd(16)} ${address}`)
  process.stdout.write(`\nOCOP Press đã sẵn sàng. Ready at ${env.PUBLIC_ORIGIN}\n\n${lines.join('\n')}\n\nCtrl-C dừng máy chủ. Ctrl-C stops it.\n\n`)
}

/** Starts the program in the role that the settings give it, and arranges how it stops. */
export const start = async (): Promise<void> => {
  const { isPublic, isStaff, works } = roles[env.ROLE]
  // A promise that nobody awaited belongs to one request; it must not end all the others.
  process.on('unhandledRejection', (error) => log[error === undefined ? 'debug' : 'error']({ err: error }, 'a promise failed and nobody waited for it'))
  for (const warning of env.warnings) log.warn(warning)
  const { server, port, answerWith } = await listen({ port: env.PORT, host: env.HOST })

  const readiness: Readiness = { stopping: false, check: async () => 'away' }
  const closers: (() => Promise<unknown>)[] = []
  const stop = stopper({ server, readiness, closers, delayMs: env.SHUTDOWN_DELAY, limitMs: env.SHUTDOWN_TIMEOUT, log, exit: (code) => process.exit(code) })

  const payload = await openPayload()
  const store = await storeOf(payload)
  const metrics = createMetrics()
  readiness.check = async () => {
    await store.nextEdge(moment().now)
    return 'ready'
  }

  if (isStaff) {
    const { seedIfEmpty } = await import('../seed/index.ts')
    await seedIfEmpty({ payload, log })
  }
  if (works) {
    const { startWorker } = await import('../jobs/index.ts')
    const worker = startWorker({ payload, viewsEveryMs: env.VIEWS_FLUSH })
    closers.push(() => worker.stop())
  }
  const hosts = allowedHosts({ origins: env.allOrigins, isLocal: env.isLocal, port })
  const delivering = isPublic ? await (await import('./deliver.ts')).deliver({ payload, store, env, log, metrics, hosts, isStopping: () => readiness.stopping }) : null
  if (delivering) {
    readiness.check = async () => delivering.state()
    closers.push(delivering.stop)
  }
  const views = delivering ? await (await import('./views-side.ts')).viewsSide({ payload, cache: delivering.cache, env, metrics, log }) : null
  if (views) closers.push(views.stop)
  const search = isPublic ? (await import('./search-side.ts')).searchSide({ payload, store, env, log, metrics }) : null
  if (search) closers.push(search.stop)
  const partners = delivering ? await (await import('./partners-side.ts')).partnersSide({ payload, store, availability: delivering.availability, env, metrics }) : null
  if (partners) closers.push(partners.stop)
  const feeds = delivering ? (await import('./feeds-side.ts')).feedsSide({ payload, store, delivery: delivering.delivery, env, log }) : null
  if (feeds) closers.push(feeds.stop)
  const embeds = delivering ? (await import('./embed-side.ts')).embedSide({ delivery: delivering.delivery, env }) : null
  if (isStaff) log.info('Starting the admin …')
  const before = delivering?.before ?? ((app: RequestListener) => app)
  answerWith(before(
    createApp({
      env,
      log,
      metrics,
      readiness,
      hosts,
      ...(delivering && views && search && partners && feeds && embeds ? { publicSide: (await import('./public-side.ts')).publicSide({ payload, store, delivery: delivering.delivery, availability: delivering.availability, services: { mostRead: views.mostRead, search, changeLog: delivering.changeLog }, routers: [partners.route, views.route, feeds.route, embeds], env }) } : {}),
      ...(isStaff ? { staffSide: await (await import('./staff-side.ts')).staffSide({ payload, env, server, port, metrics, log }) } : {}),
    }),
    partners?.stage,
  ))
  closers.push(async () => store.close(), () => payload.destroy())

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop({ reason: signal }))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error nobody caught')
    void stop({ reason: 'an error nobody caught', code: 1 })
  })

  log.info({ port, role: env.ROLE, addresses: addresses().map(({ address }) => address) }, 'ready')
  greet()
  if (env.NODE_ENV === 'test' && process.send) {
    obeyTest({ stop: () => void stop({ reason: 'the test has gone' }) })
    process.send({ type: 'ready', port })
  }
}
