import { Router } from 'express'
import { ProblemError } from '../../api/problem.ts'

/** `degraded`: the database is away, or this process is cut off from what others publish, and there are stored answers to give. */
export type State = 'ready' | 'degraded' | 'away'

export type Readiness = {
  /** Set when the process has begun to stop. */
  stopping: boolean
  /** What this process can do at the moment. */
  check: () => Promise<State>
}

const CHECK_LIMIT_MS = 2000

const within = (check: Promise<State>): Promise<State> =>
  new Promise((done) => {
    const timer = setTimeout(done, CHECK_LIMIT_MS, 'away')
    check.catch((): State => 'away').then((state) => {
      clearTimeout(timer)
      done(state)
    })
  })

const notReady = (detail: string) => new ProblemError({ code: 'UNAVAILABLE', detail, headers: { 'retry-after': '5' } })

/** `/livez`: the process turns. `/readyz`: it should be given requests. */
export const health = ({ readiness }: { readiness: Readiness }): Router => {
  const router = Router()
  router.get('/livez', (_req, res) => {
    res.set('cache-control', 'no-store').json({ status: 'alive' })
  })
  router.get('/readyz', async (_req, res) => {
    if (readiness.stopping) throw notReady('This process is stopping.')
    const state = await within(readiness.check())
    if (state === 'away') throw notReady('The database does not answer.')
    res.set('cache-control', 'no-store').json({ status: 'ready', ...(state === 'degraded' ? { degraded: true } : {}) })
  })
  return router
}
