import type { RequestHandler } from 'express'
import helmet from 'helmet'

const none = ["'none'"]
const self = ["'self'"]

/** Nothing may be loaded, framed or sent: for data. A route that answers with a page of its own sets its own policy. */
const dataPolicy = { defaultSrc: none, frameAncestors: none, formAction: none, baseUri: none }

// Next writes scripts and styles into its pages; in development it also evaluates code and opens a socket.
const adminPolicy = ({ isDevelopment }: { isDevelopment: boolean }) => ({
  defaultSrc: self,
  scriptSrc: [...self, "'unsafe-inline'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
  styleSrc: [...self, "'unsafe-inline'"],
  imgSrc: [...self, 'data:', 'blob:'],
  mediaSrc: [...self, 'blob:'],
  fontSrc: [...self, 'data:'],
  connectSrc: [...self, ...(isDevelopment ? ['ws:'] : [])],
  workerSrc: [...self, 'blob:'],
  objectSrc: none,
  frameAncestors: none,
  formAction: self,
  baseUri: self,
})

/** Security headers, by what is answered: the admin is an application of its own, all the rest is data. */
export const securityHeaders = ({ secure, isDevelopment }: { secure: boolean; isDevelopment: boolean }): RequestHandler => {
  const common = { strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false, xPoweredBy: true } as const
  const admin = helmet({ ...common, contentSecurityPolicy: { useDefaults: false, directives: adminPolicy({ isDevelopment }) }, referrerPolicy: { policy: 'same-origin' } })
  const data = helmet({ ...common, contentSecurityPolicy: { useDefaults: false, directives: dataPolicy } })
  return (req, res, next) => (/^\/(admin|_next)(\/|$)/.test(req.path) ? admin : data)(req, res, next)
}
