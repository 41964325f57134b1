import { expect } from '@jest/globals'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Browser, Locator, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

export const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : failed(new Error('No port was given'))))
    })
  })

export type Seat = {
  page: Page
  /** Errors of the page, what the console reports as one and requests to other hosts, so far: there should be none. */
  complaints: string[]
}

export type Desk = {
  server: TestServer
  browser: Browser
  /** A browser window of its own, in Vietnamese and Hanoi time, with nobody logged in. */
  seat: () => Promise<Seat>
  close: () => Promise<void>
}

/** The built server with its admin on a port known beforehand, since the admin's cookies hold for one origin, and a browser. */
export const openDesk = async ({ env = {} }: { env?: Record<string, string> } = {}): Promise<Desk> => {
  if (!existsSync('.next/BUILD_ID')) throw new Error('The admin is not built, so there is nothing to test: run `node scripts/prepare.mjs` first.')
  const port = await freePort()
  const server = await startServer({ env: { PORT: String(port), PUBLIC_ORIGIN: `http://127.0.0.1:${port}`, ...env } })
  const browser: Browser = await launchBrowser()
  const seat = async (): Promise<Seat> => {
    const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: { width: 1360, height: 900 } })
    const page = await context.newPage()
    page.setDefaultTimeout(40_000)
    // Leaving a form with changes asks first.
    page.on('dialog', (dialog) => void dialog.accept())
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`))
    page.on('console', (message) => {
      // A refused save answers 400, of which the browser reports each as a resource that failed: the tests ask for these by status.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(`console: ${message.text()}`)
    })
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== server.origin) complaints.push(`request to ${request.url()}`)
    })
    return { page, complaints }
  }
  return {
    server,
    browser,
    seat,
    close: async () => {
      await browser.close()
      await server.stop()
    },
  }
}

export const logIn = async ({ page, server, email, password }: { page: Page; server: TestServer; email: string; password: string }): Promise<void> => {
  await page.goto(`${server.origin}/admin/login`)
  await page.locator('#field-email').fill(email)
  await page.locator('#field-password').fill(password)
  await page.locator('form button[type=submit]').click()
}

/** Chooses in a relationship or select field by what is typed into it. */
export const choose = async ({ page, field, typed, option = typed }: { page: Page; field: string; typed: string; option?: string }): Promise<void> => {
  const box = page.locator(`#field-${field}`)
  await box.locator('input.rs__input').pressSequentially(typed)
  await page.locator('.rs__option', { hasText: option }).first().click()
  await box.getByText(option).first().waitFor()
}

/** What stands beside a field as its error. */
export const errorAt = (page: Page, field: string): Locator => page.locator(`#field-${field}`).locator("xpath=ancestor-or-self::*[contains(concat(' ', @class, ' '), ' field-type ')][1]").locator('.field-error')

/** Waits for a toast that says so. */
export const toast = async (page: Page, text: string | RegExp): Promise<void> => {
  await page.locator('.payload-toast-item', { hasText: text }).first().waitFor()
}

/** Fills a field and waits until the server has looked at the form with it: that answer, come late, would take away the errors of a refused save. */
export const fillChecked = async ({ page, field, value }: { page: Page; field: string; value: string }): Promise<void> => {
  const looked = page.waitForResponse((response) => {
    const request = response.request()
    return request.method() === 'POST' && new URL(request.url()).pathname.startsWith('/admin/') && Boolean(request.postData()?.includes(`"value":${value}`))
  })
  await page.locator(`#field-${field}`).fill(value)
  await looked
}

/** Fills a field and waits until autosave has sent the draft with it, for the same reason. */
export const fillAutosaved = async ({ page, field, value }: { page: Page; field: string; value: string }): Promise<void> => {
  const kept = page.waitForResponse((response) => response.url().includes('autosave=true') && response.request().method() === 'PATCH' && Boolean(response.request().postData()?.includes(value)))
  await page.locator(`#field-${field}`).fill(value)
  await kept
}

/** Saves by the button at the head of the form and gives the answer of the server. */
export const save = async ({ page, button = '#action-save' }: { page: Page; button?: string }): Promise<number> => {
  const answered = page.waitForResponse((response) => /\/api\/(articles|products|certificates)\b/.test(response.url()) && ['POST', 'PATCH'].includes(response.request().method()) && !response.url().includes('autosave=true'))
  await page.locator(button).click()
  return (await answered).status()
}

export const expectQuiet = ({ complaints }: Seat): void => expect(complaints).toEqual([])
