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

const isAdmin = (path: string) => /^\/(admin|_next)(\/|$)/.test(path)
const isStaff = (path: string) => /^\/api(\/|$)/.test(path)

/** Security headers, by what is answered: the admin is an application of its own, all the rest is data, and the public part of it may be used by any page. */
export const securityHeaders = ({ secure, isDevelopment }: { secure: boolean; isDevelopment: boolean }): RequestHandler => {
  const strictTransportSecurity = secure ? { maxAge: 31_536_000, includeSubDomains: false } : false
  const policy = (directives: Record<string, string[]>) => ({ strictTransportSecurity, xFrameOptions: { action: 'deny' as const }, contentSecurityPolicy: { useDefaults: false, directives } })
  const admin = helmet({ ...policy(adminPolicy({ isDevelopment })), referrerPolicy: { policy: 'same-origin' } })
  const staff = helmet(policy(dataPolicy))
  const open = helmet({ ...policy(dataPolicy), crossOriginResourcePolicy: { policy: 'cross-origin' } })
  return (req, res, next) => {
    if (isAdmin(req.path)) admin(req, res, next)
    else if (isStaff(req.path)) staff(req, res, next)
    else open(req, res, next)
  }
}
