// Stock Payload over HTTP: its REST by `handleEndpoints`, its GraphQL by its own route handler. With `load` it fills its database first.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import { lexicalOf, newspaper } from '../data/newspaper.ts'
import { stockConfig } from './stock-config.ts'

const [, , databaseUrl = '', action = 'serve'] = process.argv

const config = await stockConfig({ databaseUrl, secret: 'a-secret-of-a-benchmark-only-0123456789' })
const payload = await getPayload({ config, cron: false })

type Data = Record<string, unknown>
const makeIn = (into: Payload) => async (collection: string, data: Data): Promise<string> => {
  const { id } = await into.create({ collection: collection as 'articles', data: data as never, depth: 0 })
  return String(id)
}

const load = async (): Promise<void> => {
  const papers = newspaper()
  const make = makeIn(payload)
  const all = async (collection: string, items: readonly Data[]): Promise<string[]> => {
    const ids: string[] = []
    for (const item of items) ids.push(await make(collection, item))
    return ids
  }
  const [categories, authors, brands, producers] = [await all('categories', papers.categories as unknown as Data[]), await all('authors', papers.authors as unknown as Data[]), await all('brands', papers.brands as unknown as Data[]), await all('producers', papers.producers as unknown as Data[])]
  for (const { brand, producer, certificates, ...product } of papers.products) {
    const [newest] = certificates
    await make('products', {
      ...product, brand: brands[brand], producer: producers[producer], stars: newest?.stars, starsThrough: newest?.lastDay,
      certificates: certificates.map((certificate) => ({ ...certificate, kind: 'new', authorityName: `Cơ quan công nhận hạng ${certificate.stars} sao` })),
    })
  }
  const articles: string[] = []
  for (const { category, author, related, paragraphs, ...article } of papers.articles) {
    articles.push(await make('articles', { ...article, category: categories[category], author: authors[author], related: related.map((other) => articles[other]), body: lexicalOf(paragraphs) }))
  }
}

const answerOf = async (req: IncomingMessage): Promise<Response> => {
  const method = req.method ?? 'GET'
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) if (typeof value === 'string') headers.set(name, value)
  const request = new Request(new URL(req.url ?? '/', 'http://127.0.0.1'), { method, headers, ...(method === 'GET' ? {} : { body: Readable.toWeb(req) as ReadableStream<Uint8Array>, duplex: 'half' }) } as RequestInit)
  return req.url === '/api/graphql' ? GRAPHQL_POST(config)(request) : handleEndpoints({ config, request })
}

const serve = (): void => {
  const server = createServer((req: IncomingMessage, res: ServerResponse) => {
    answerOf(req).then(async (answer) => {
      res.writeHead(answer.status, Object.fromEntries(answer.headers))
      if (answer.body) await pipeline(Readable.fromWeb(answer.body as never), res)
      else res.end()
    }).catch((error: unknown) => {
      console.error(error)
      res.writeHead(500).end()
    })
  })
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
  process.on('disconnect', () => process.exit(0))
}

if (action === 'load') {
  await load()
  await payload.destroy()
  process.exit(0)
}
serve()
