import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu']

/** A headless Chromium: `CHROMIUM_PATH`, an installed one, else the one that the npm package `@sparticuz/chromium` carries. */
export const launchBrowser = async (): Promise<Browser> => {
  const own = [process.env.CHROMIUM_PATH, ...installed].find((file): file is string => Boolean(file && existsSync(file)))
  if (own) return chromium.launch({ executablePath: own, args })
  const { default: carried } = await import('@sparticuz/chromium')
  // Not with all the arguments it proposes: they put everything into one process, where one page that is stuck holds up all others.
  return chromium.launch({ executablePath: await carried.executablePath(), args })
}
