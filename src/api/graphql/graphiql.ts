import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { RequestHandler } from 'express'
import { sampleQueries } from './sample-queries.ts'

// The page is one file without outside parts. Its editor makes its workers from blobs and writes its own styles.
const policy = [
  "default-src 'none'", "script-src 'self' 'unsafe-inline' blob:", 'worker-src blob:', "style-src 'unsafe-inline'", "img-src 'self' data: https:", 'font-src data:',
  "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ')

const make = async (): Promise<{ plain: Buffer; zipped: Buffer }> => {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const plain = Buffer.from(renderGraphiQL({ title: 'OCOP Press: GraphiQL', endpoint: '/graphql', defaultQuery: sampleQueries[0], defaultTabs: sampleQueries.map((query) => ({ query })) }))
  return { plain, zipped: await promisify(gzip)(plain) }
}

/** GraphiQL, made when somebody first asks for it: it is large, and most processes never serve it. */
export const graphiql = (): RequestHandler => {
  let page: ReturnType<typeof make> | undefined
  return async (req, res) => {
    page ??= make().catch((error: unknown) => {
      page = undefined
      throw error
    })
    const { plain, zipped } = await page
    const takesGzip = req.acceptsEncodings('gzip') === 'gzip'
    res.set({ 'content-security-policy': policy, 'cache-control': 'no-cache', vary: 'Accept, Accept-Encoding', ...(takesGzip ? { 'content-encoding': 'gzip' } : {}) })
    res.type('html').send(takesGzip ? zipped : plain)
  }
}
