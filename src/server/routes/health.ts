import { Router } from 'express'
import { ProblemError } from '../../api/problem.ts'

export type Readiness = {
  /** Set when the process has begun to stop. */
  stopping: boolean
  /** Whether the database answers. */
  check: () => Promise<boolean>
}

const CHECK_LIMIT_MS = 2000

const within = (check: Promise<boolean>): Promise<boolean> =>
  new Promise((done) => {
    const timer = setTimeout(done, CHECK_LIMIT_MS, false)
    check.catch(() => false).then((good) => {
      clearTimeout(timer)
      done(good)
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
    if (!(await within(readiness.check()))) throw notReady('The database does not answer.')
    res.set('cache-control', 'no-store').json({ status: 'ready' })
  })
  return router
}
