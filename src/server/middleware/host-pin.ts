import type { RequestHandler } from 'express'
import { ProblemError } from '../../api/problem.ts'

/** The values of `Host` that mean this server. On one's own machine every name of it will do, with the port in use. */
export const allowedHosts = ({ origins, isLocal, port }: { origins: readonly string[]; isLocal: boolean; port: number }): ReadonlySet<string> => {
  const named = origins.map((origin) => new URL(origin).host)
  const local = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`)
  return new Set([...named, ...(isLocal ? local : [])])
}

/**
 * Refuses a request for a host that is not this server's, before anything believes the name: links in mails and Next's
 * Server Actions are made from it (CVE-2026-64649). Forwarded names are not believed at all.
 */
export const hostPin = ({ hosts }: { hosts: ReadonlySet<string> }): RequestHandler => (req, _res, next) => {
  delete req.headers['x-forwarded-host']
  const host = req.headers.host?.toLowerCase()
  if (!host) throw new ProblemError({ code: 'BAD_REQUEST', detail: 'The header Host is missing.' })
  if (!hosts.has(host)) {
    throw new ProblemError({
      code: 'BAD_REQUEST',
      status: 421,
      detail: 'This server does not answer for the host of the request. The operator names its hosts in PUBLIC_ORIGIN and EXTRA_ORIGINS.',
    })
  }
  next()
}
