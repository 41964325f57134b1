import type { RequestHandler } from 'express'

/** Every page may ask; nothing here knows who asks, so that there is nothing to lend. `exposed`: the headers that scripts of a page may read. */
export const openToAll = ({ exposed, vary }: { exposed: string; vary?: string }): RequestHandler => (_req, res, next) => {
  res.set({ 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed, 'cache-control': 'no-store', ...(vary ? { vary } : {}) })
  next()
}

/** What a browser asks before a request that is not simple, for all the methods that there are. */
export const preflight = (methods: string): RequestHandler => (_req, res) => {
  res.set({ allow: methods, 'access-control-allow-methods': methods, 'access-control-allow-headers': '*', 'access-control-max-age': '86400' }).status(204).end()
}
