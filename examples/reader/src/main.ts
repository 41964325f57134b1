import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { ApiError, ask } from './api.ts'
import { html } from './html.ts'
import { contentSecurityPolicy, layout, type Shown, stylesheet } from './layout.ts'
import { type At, pages } from './pages.ts'
import { settings } from './settings.ts'
import type { Chrome } from './types.ts'

interface Reply { status: number; headers: Record<string, string>; text?: string }

/** A page is made of the API's answer and this program, so its tag names both: an answer that has not changed needs no rendering. */
const version = createHash('sha256').update(readdirSync(import.meta.dirname).sort().map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8')).join()).digest('hex').slice(0, 8)
const tagOf = (etag: string): string => `W/"${version}.${Buffer.from(etag).toString('base64url')}"`
const etagIn = (tag = ''): string | null => {
  const [, of, etag] = /^W\/"(\w+)\.([\w-]+)"$/.exec(tag) ?? []
  return of === version && etag ? Buffer.from(etag, 'base64url').toString() : null
}

const message = (title: string, text: string): Shown => ({ title, noindex: true, main: html`<div class="message"><h1>${title}</h1><p>${text}</p><p><a href="/">Về trang chủ</a></p></div>` })
const messages: Readonly<Record<number, Shown>> = {
  400: message('Địa chỉ không đúng', 'Máy chủ không hiểu địa chỉ này. Bạn thử mở lại từ trang chủ.'),
  404: message('Không tìm thấy trang', 'Trang bạn tìm không có ở đây. Bạn thử tìm theo từ khóa, hoặc bắt đầu lại từ trang chủ.'),
  410: message('Nội dung đã được gỡ', 'Bài viết hoặc trang này không còn nữa.'),
  451: message('Nội dung đã được gỡ theo yêu cầu của pháp luật', 'Bài viết này đã được gỡ theo yêu cầu của cơ quan có thẩm quyền.'),
  502: message('Có lỗi khi tải trang', 'Máy chủ dữ liệu trả lời không đúng. Tòa soạn đã ghi nhận; bạn thử lại sau ít phút.'),
  503: message('Tạm thời chưa tải được trang', 'Máy chủ dữ liệu của tòa soạn chưa trả lời. Bạn thử tải lại sau ít giây.'),
}

const page = (status: number, shown: Shown, chrome: Chrome | null, headers: Record<string, string>, q?: string | null): Reply =>
  ({ status, text: layout(shown, chrome, q ?? ''), headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentSecurityPolicy, ...headers } })

const reply = async (url: URL, held: string | null): Promise<Reply> => {
  const path = url.pathname.replace(/(?<=.)\/+$/, '')
  const kind = pages.find(({ pattern }) => pattern.test(path))
  if (!kind) return page(404, messages[404] as Shown, null, {})
  const at: At = { path, params: url.searchParams, names: Object.fromEntries(Object.entries(kind.pattern.exec(path)?.groups ?? {}).map(([name, text]) => [name, text && decodeURIComponent(text)])) }
  const { data, unchanged, etag, cacheControl } = await ask<Chrome>({ query: kind.query, variables: { path, ...kind.variables(at) }, etag: held })
  const cached = { 'cache-control': cacheControl }
  if (unchanged || !data) return { status: 304, headers: { ...cached, etag: tagOf(etag ?? held ?? '') } }

  const site = data.siteSettings?.url.replace(/\/+$/, '')
  const local = (to: string): string => (site && to.startsWith(`${site}/`) ? to.slice(site.length) : to)
  const moved = (status: number, to: string): Reply => ({ status, headers: { ...cached, location: local(to) + (local(to) === to || to.includes('?') ? '' : url.search) } })
  const refused = (status: number, note?: string | null): Reply => page(status, note ? message((messages[status] as Shown).title, note) : messages[status] as Shown, data, cached)

  const result = kind.show(data as never, at)
  if (!result) {
    const { redirect } = data
    if (!redirect) return refused(404)
    return redirect.to ? moved(redirect.status, redirect.to) : refused(410)
  }
  if ('__typename' in result) return result.__typename === 'Moved' ? moved(result.permanent ? 301 : 302, result.url) : refused(result.reason === 'LEGAL' ? 451 : 410, result.note)
  if (result.url && local(result.url) !== url.pathname) return moved(301, result.url)
  return page(200, { ...result, url: result.url && site ? site + local(result.url) : null }, data, { ...cached, ...(etag ? { etag: tagOf(etag) } : {}) }, at.params.get('q'))
}

/** What search engines read of this site is written by the platform and handed on as it is: `SITE_URL` makes its addresses those of this site. */
const forSearchEngines = /^\/(robots\.txt|sitemap\.xml|sitemaps\/[a-z]+(-\d+)?\.xml)$/
const handedOn = ['content-type', 'cache-control', 'last-modified']

const handOn = async (path: string, held: string | undefined): Promise<Reply> => {
  const response = await fetch(settings.apiUrl + path, { headers: { 'accept-encoding': 'identity', ...(held ? { 'if-none-match': held } : {}) }, signal: AbortSignal.timeout(30_000) }).catch(() => { throw new ApiError('The platform does not answer', 503) })
  const etag = response.headers.get('etag')
  const headers = Object.fromEntries(handedOn.flatMap((name) => { const value = response.headers.get(name); return value ? [[name, value]] : [] }))
  // Weak, since it is compressed here.
  return { status: response.status, headers: { ...headers, ...(etag ? { etag: `W/${etag}` } : {}) }, ...(response.status === 304 ? {} : { text: await response.text() }) }
}

const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
  const started = performance.now()
  const url = new URL(`http://reader${req.url?.startsWith('/') ? req.url : '/'}`)
  const made = await (async (): Promise<Reply> => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return { status: 405, headers: { allow: 'GET, HEAD' } }
    if (url.pathname === stylesheet.path) return { status: 200, text: stylesheet.text, headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' } }
    if (forSearchEngines.test(url.pathname)) return handOn(url.pathname, req.headers['if-none-match'])
    return reply(url, etagIn(req.headers['if-none-match']))
  })().catch((error: Error): Reply => {
    const status = error instanceof ApiError ? error.status : error instanceof URIError ? 400 : 502
    if (status !== 400) console.error(error instanceof ApiError ? error.message : error)
    return page(status, messages[status] as Shown, null, { 'cache-control': 'no-store', ...(status === 503 ? { 'retry-after': '5' } : {}) })
  })
  const zipped = made.text && /\bgzip\b/.test(String(req.headers['accept-encoding'])) ? await promisify(gzip)(made.text) : null
  res.writeHead(made.status, { vary: 'Accept-Encoding', 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin', ...made.headers, ...(zipped ? { 'content-encoding': 'gzip' } : {}) })
  res.end(req.method === 'HEAD' ? undefined : zipped ?? made.text)
  console.log(`${made.status} ${req.method} ${url.pathname} ${Math.round(performance.now() - started)} ms`)
}

const server = createServer((req, res) => void answer(req, res))
server.listen(settings.port, () => {
  const { port } = server.address() as { port: number }
  console.log(`Reader: http://localhost:${port}, from the platform at ${settings.apiUrl}. Links fit when its SITE_URL is this address.`)
  fetch(`${settings.apiUrl}/livez`).catch(() => console.error(`The platform at ${settings.apiUrl} does not answer yet. Start it with \`npm start\`, or name its address in API_URL.`))
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.close().closeAllConnections())
