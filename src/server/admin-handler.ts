import { existsSync } from 'node:fs'
import type { RequestListener, Server } from 'node:http'
import path from 'node:path'

/** The admin has not been built. */
export class AdminNotBuiltError extends Error {
  constructor() {
    super('The admin has not been built: run `npm start`, which builds it, or NODE_OPTIONS="--conditions=production" npx next build.')
    this.name = 'AdminNotBuiltError'
  }
}

/** Starts Next, which serves `/admin` and nothing else. This is the only place that loads it. @throws AdminNotBuiltError */
export const startAdmin = async ({ server, port, isDevelopment }: { server: Server; port: number; isDevelopment: boolean }): Promise<RequestListener> => {
  if (!isDevelopment && !existsSync(path.resolve('.next/BUILD_ID'))) throw new AdminNotBuiltError()
  const { default: next } = await import('next')
  const app = next({ dev: isDevelopment, dir: process.cwd(), httpServer: server, hostname: 'localhost', port })
  await app.prepare()
  return app.getRequestHandler()
}

/** The same, put off until the first request for it. */
export const startAdminLater = (start: () => Promise<RequestListener>): ((...args: Parameters<RequestListener>) => Promise<void>) => {
  let started: Promise<RequestListener> | undefined
  return async (req, res) => {
    started ??= start()
    await (await started)(req, res)
  }
}
