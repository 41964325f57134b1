import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { scriptTag } from '../../src/embed/snippets.ts'
import { idOf } from '../http/access/samples.ts'
import { makeNewspaper, type Newspaper } from '../http/api/newspaper.ts'
import { type Client, staff } from '../support/staff.ts'
import { isGenuine, type WebhookReceiver, webhookReceiver } from '../support/webhook-receiver.ts'
import { type Desk, logIn, openDesk, type Seat } from './desk.ts'
import { partnerPage, startPartner } from './partner-page.ts'

const START = '2026-11-24T02:00:00.000Z'
const curator = { email: 'curator@example.test', password: 'mot-mat-khau-du-dai-0123' }

let desk: Desk
let receiver: WebhookReceiver
let seat: Seat
let client: Client
let paper: Newspaper
let shop: Awaited<ReturnType<typeof startPartner>>
const pages: Record<string, string> = {}

beforeAll(async () => {
  receiver = await webhookReceiver()
  desk = await openDesk({ env: { WEBHOOK_ALLOW: receiver.place, SITE_URL: 'https://bao.test' } })
  await desk.server.setClock(START)
  const people = staff(desk.server)
  paper = await makeNewspaper(await people.as('administrator'))
  client = await people.as('curator')
  shop = await startPartner({ platform: desk.server.origin, pages })
  seat = await desk.seat()
  await logIn({ ...seat, server: desk.server, ...curator })
  await seat.page.waitForURL(`${desk.server.origin}/admin`)
}, 180_000)
afterAll(async () => {
  shop?.stop()
  await desk?.close()
  await receiver?.close()
})

/** The partner's page as a reader sees it: the names of the products and what is said of their stars. */
const seenBy = async (page: Page): Promise<{ names: string[]; stars: string[] }> => {
  await page.goto(`${shop.origin}/cho`)
  await page.locator('.card .title a:visible, ocop-products > a:visible').first().waitFor()
  return { names: await page.locator('.card .title a').allTextContents(), stars: await page.locator('.certified').allTextContents() }
}
const ask = async (key: string): Promise<number> => (await desk.server.fetch('/feeds/cho-phien.json', { headers: { authorization: `Bearer ${key}` } })).status

it('a partner\'s day: keys, the snippet on its page, stars that end, a message that is genuine, a key changed without a gap and revoked', async () => {
  const { page } = seat
  const { server } = desk

  // The morning: the newsroom enters the partner, makes a feed for it alone, and a key of each type.
  const partner = idOf(await client.post('/partner-sites', { name: 'Chợ phiên', origins: [shop.origin], ratePerMinute: 600, quotaPerDay: 10_000 }))
  const feed = idOf(await client.post('/feeds', { name: 'Chợ phiên', what: 'products', order: 'name', size: 10, formats: ['json', 'csv'], fields: ['summary', 'image', 'stars'], audience: 'partners', partners: [partner] }))
  const makeKey = async (type: 'publishable' | 'secret'): Promise<string> => {
    await page.goto(`${server.origin}/admin/collections/partner-sites/${partner}`)
    await page.locator('#partner-key-type').selectOption(type)
    await page.locator('#partner-key-make').click()
    return page.locator('#partner-key-made').inputValue()
  }
  const [forPages, forServers] = [await makeKey('publishable'), await makeKey('secret')]
  expect([await ask('sk_wrong'), await ask(forServers), (await server.fetch('/feeds/cho-phien.json')).status]).toEqual([401, 200, 401])

  // The snippet is copied from the form of the feed, and given the key.
  await page.goto(`${server.origin}/admin/collections/feeds/${feed}`)
  const snippet = await page.locator('#feed-snippet').inputValue()
  const script = (await (await server.fetch('/embed/v1.json')).json()) as { url: string; integrity: string }
  expect(snippet).toContain(scriptTag(script))
  const element = snippet.slice(snippet.indexOf('<ocop-products')).replace('<ocop-products ', `<ocop-products key="${forPages}" `)
  pages['/cho'] = partnerPage({ head: scriptTag(script), body: element })
  const reader = await (await desk.browser.newContext({ viewport: { width: 1200, height: 900 } })).newPage()
  expect(await seenBy(reader)).toEqual({ names: ['Miến dong 1', 'Miến dong 2', 'Miến dong 3'], stars: [expect.stringMatching(/^OCOP 4 sao, có hiệu lực đến \d\d\/\d{4}$/), expect.stringMatching(/^OCOP 3 sao, /)] })

  // Its server wants to be told.
  const hook = idOf(await client.post('/webhook-endpoints', { name: 'Chợ phiên', partner, url: receiver.address('/cho'), events: ['product.updated', 'certificate.expired'] }))
  const { body: { secret } } = await client.post(`/webhook-endpoints/${hook}/secret`)
  expect((await client.patch(`/products/${paper.products[2]}`, { name: 'Miến dong ngày phiên', _status: 'published' })).status).toBe(200)
  const [told] = await receiver.until('/cho', (all) => all.length >= 1)
  expect([told?.message.type, told?.message.data.name, told && isGenuine(told, secret), told && isGenuine({ ...told, body: `${told.body} ` }, secret)]).toEqual(['product.updated', 'Miến dong ngày phiên', true, false])
  expect((await seenBy(reader)).names).toContain('Miến dong ngày phiên')

  // The certificates end: the stars go from the page, and the server hears of it.
  await server.setClock('2032-01-10T02:00:00.000Z')
  expect((await seenBy(reader)).stars).toEqual([])
  const ended = (await receiver.until('/cho', (all) => all.filter(({ message }) => message.type === 'certificate.expired').length >= 2)).filter(({ message }) => message.type === 'certificate.expired')
  expect([ended.map(({ message }) => message.data.stars), ended.every((one) => isGenuine(one, secret))]).toEqual([[null, null], true])
  await server.setClock('2026-11-25T02:00:00.000Z')

  // The key of its server is changed: both work, then the old one is refused at once.
  const next = await makeKey('secret')
  expect([await ask(forServers), await ask(next)]).toEqual([200, 200])
  await page.locator('#partner-keys tr', { hasText: forServers.slice(0, 11) }).getByRole('button', { name: 'Thu hồi' }).click()
  await page.locator('#partner-keys td', { hasText: 'Đã thu hồi' }).waitFor()
  expect([await ask(forServers), await ask(next)]).toEqual([401, 200])

  // The evening: the key of its pages is revoked, and the link stands where the products were.
  await page.locator('#partner-keys tr', { hasText: forPages.slice(0, 11) }).getByRole('button', { name: 'Thu hồi' }).click()
  await page.locator('#partner-keys tr', { hasText: forPages.slice(0, 11) }).getByText('Đã thu hồi').waitFor()
  expect(await seenBy(reader)).toEqual({ names: [], stars: [] })
  expect(server.logs()).not.toContain(forPages)
}, 240_000)
