import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'

const style = `body{margin:0;padding:1rem;font:1rem/1.5 sans-serif;background:#fff;color:#222}main{max-width:70rem;margin:0 auto}
iframe{border:0;width:100%}
@media (prefers-color-scheme:dark){body{background:#111;color:#eee}}:root{color-scheme:light dark}`

/** A page of another site: nothing but its own style, and what is of the platform. */
export const partnerPage = ({ body, head = '' }: { body: string; head?: string }): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Đối tác</title><link rel="icon" href="data:,"><style>${style}</style>${head}</head><body><main><h1>Đối tác</h1>${body}<p id="after">Sau phần nhúng</p></main></body></html>`

/** Serves pages on a port of their own under as strict a policy as a partner may have. */
export const startPartner = async ({ platform, pages }: { platform: string; pages: Readonly<Record<string, string>> }) => {
  const policy = ["default-src 'none'", `script-src ${platform}/embed/`, `connect-src ${platform}/embed/`, `img-src ${platform}/media/ data:`, `frame-src ${platform}/embed/`, `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`, "require-trusted-types-for 'script'", "base-uri 'none'", "form-action 'none'"].join('; ')
  const server = createServer((req, res) => {
    const page = pages[req.url ?? '']
    res.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }).end(page)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Remembers what has moved on a page by itself, from its beginning on. */
export const watchShifts = async (page: Page): Promise<void> => void await page.addInitScript(() => {
  const seen = globalThis as unknown as { shifts: string[] }
  seen.shifts = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[] })[]) {
      for (const { node, previousRect: from, currentRect: to } of entry.sources) seen.shifts.push(`${(node as Element | null)?.outerHTML?.slice(0, 80) ?? node?.nodeName}: ${[from.y, from.height].map(Math.round)} to ${[to.y, to.height].map(Math.round)}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
})
