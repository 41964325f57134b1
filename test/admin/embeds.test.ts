import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import axe, { type AxeResults } from 'axe-core'
import type { Frame, Page } from 'playwright-core'
import { articleTag, iframeTag, productsTag, scriptTag } from '../../src/embed/snippets.ts'
import { idOf, product } from '../http/access/samples.ts'
import { makeNewspaper } from '../http/api/newspaper.ts'
import { administrator } from '../support/server.ts'
import { staff } from '../support/staff.ts'
import { type Desk, logIn, openDesk } from './desk.ts'
import { partnerPage, startPartner, watchShifts } from './partner-page.ts'

const HOSTILE = '<img src=x onerror="document.title=1"> & "Cao" \'lá\''

let desk: Desk
let partner: Awaited<ReturnType<typeof startPartner>>
let feed: string

const products = (more: Record<string, string | number> = {}) => productsTag({ feed: 'products', name: 'Sản phẩm OCOP', siteUrl: 'https://bao.test/', limit: 6, ...more })

beforeAll(async () => {
  desk = await openDesk()
  const { server } = desk
  const admin = await staff(server).as('administrator')
  const { samples } = await makeNewspaper(admin)
  const more = { _status: 'published', images: [{ image: samples.media }], price: { amount: 1_250_000, day: '2026-01-01' }, purchaseLinks: [{ label: 'Sàn', url: 'https://ban.test/' }] }
  for (const [name, slug] of [['Miến dong Tài Hoan loại đặc biệt gói một ki-lô-gam dùng cho ngày lễ', 'mien-dai'], [HOSTILE, 'cao-la'], ['Chè shan tuyết', 'che']] as const) idOf(await admin.post('/products', product(samples, { ...more, name, slug, publishedAt: '2026-05-01T00:00:00.000Z' })))
  feed = idOf(await admin.post('/feeds', { name: 'Nông sản', slug: 'nong-san', what: 'products', order: 'name', size: 20, formats: ['json', 'rss'], fields: ['summary', 'image', 'stars', 'price', 'producer', 'place'], audience: 'public', active: true }))
  const script = (await (await server.fetch('/embed/v1.json')).json()) as { url: string; integrity: string }
  // Loaded before the page goes on, so that all that moves afterwards is the component's doing.
  const head = scriptTag(script).replace(' async', '')
  const frame = iframeTag({ src: `${server.origin}/embed/products?layout=carousel&limit=6`, title: 'Sản phẩm OCOP', height: 200 })
  partner = await startPartner({ platform: server.origin, pages: {
    ...Object.fromEntries(['grid', 'list', 'carousel'].map((layout) => [`/${layout}`, partnerPage({ head, body: products({ layout }) })])),
    '/article': partnerPage({ head, body: articleTag({ article: 'tin-so-2', title: 'Tin số 2', url: 'https://bao.test/tin' }) }),
    '/nothing': partnerPage({ head, body: productsTag({ feed: 'khong-co', name: 'Sản phẩm OCOP', siteUrl: 'https://bao.test/' }) }),
    '/wrong-hash': partnerPage({ head: scriptTag({ ...script, integrity: `sha384-${'A'.repeat(64)}` }), body: products() }),
    '/frame': partnerPage({ head, body: frame }),
    '/frame-alone': partnerPage({ body: frame }),
  } })
}, 180_000)
afterAll(async () => {
  partner?.stop()
  await desk?.close()
})

const open = async ({ path, width = 1200, theme = 'light', js = true }: { path: string; width?: number; theme?: 'light' | 'dark'; js?: boolean }): Promise<{ page: Page; complaints: string[] }> => {
  const context = await desk.browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme, javaScriptEnabled: js, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()) })
  await watchShifts(page)
  await page.goto(partner.origin + path)
  return { page, complaints }
}
// The heading of a page is the business of the page around an iframe.
const faults = async (where: Page | Frame): Promise<string[]> => {
  await where.evaluate(axe.source)
  const { violations } = await where.evaluate(() => (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({ iframes: false, ...(parent === window ? {} : { rules: { 'page-has-heading-one': { enabled: false } } }) }))
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
const shiftsOf = (page: Page): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)
const cards = (page: Page | Frame) => page.locator('.card .title a')

describe('the component on a page of another origin, under a strict policy and with its hash', () => {
  const looks = (['grid', 'list', 'carousel'] as const).flatMap((layout) => ([[360, 'light'], [360, 'dark'], [1200, 'light'], [1200, 'dark']] as const).map(([width, theme]) => [layout, width, theme] as const))

  it.each(looks)('as %s at %i pixels, %s: complete, nothing wider than the window, nothing moves, nothing that axe finds fault with', async (layout, width, theme) => {
    const { page, complaints } = await open({ path: `/${layout}`, width, theme })
    await cards(page).first().waitFor()
    expect([await cards(page).count(), await page.locator('.certified').count() > 0, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([6, true, 0])
    const background = await page.locator('.card').first().evaluate((card) => getComputedStyle(card).backgroundColor)
    expect(background).toBe(theme === 'dark' ? 'rgb(34, 31, 25)' : 'rgb(255, 255, 255)')
    expect(await faults(page)).toEqual([])
    expect([await shiftsOf(page), complaints]).toEqual([[], []])
    await page.context().close()
  }, 60_000)

  it('says what the stars mean, shows any text as text, and keeps no cookie', async () => {
    const { page } = await open({ path: '/grid' })
    await cards(page).first().waitFor()
    expect(await page.locator('.certified').first().innerText()).toMatch(/^OCOP [345] sao, có hiệu lực đến \d\d\/\d{4}$/)
    expect(await cards(page).allTextContents()).toContain(HOSTILE)
    expect([await page.title(), await page.context().cookies(), await page.locator('.picture img[loading=lazy][srcset][sizes]').count() > 0]).toEqual(['Đối tác', [], true])
    await page.context().close()
  }, 60_000)

  it('is moved by keys alone', async () => {
    const { page } = await open({ path: '/carousel', width: 600 })
    await cards(page).first().waitFor()
    const left = () => page.locator('.track').evaluate((track) => track.scrollLeft)
    const on = page.getByRole('button', { name: 'Xem tiếp' })
    await on.focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => (document.querySelector('ocop-products')?.shadowRoot?.querySelector('.track')?.scrollLeft ?? 0) > 100)
    expect(await left()).toBeGreaterThan(100)
    await page.keyboard.press('Shift+Tab')
    await page.locator('.card .title a').first().focus()
    const names: (string | undefined)[] = []
    for (let at = 0; at < 3; at += 1) {
      names.push(await page.evaluate(() => document.querySelector('ocop-products')?.shadowRoot?.activeElement?.textContent ?? undefined))
      await page.keyboard.press('Tab')
    }
    expect(names[0]).toBe((await cards(page).allTextContents())[0])
    expect(names.every((name) => name !== undefined && name !== '')).toBe(true)
    await page.context().close()
  }, 60_000)

  it('follows its attributes, and asks again only when it has to', async () => {
    const { page, complaints } = await open({ path: '/grid' })
    await cards(page).first().waitFor()
    const asked: string[] = []
    page.on('request', (request) => { if (request.url().includes('.json')) asked.push(request.url()) })
    const set = (name: string, value: string) => page.locator('ocop-products').evaluate((element, [key = '', text = '']) => element.setAttribute(key, text), [name, value])
    await set('lang', 'en')
    await set('theme', 'dark')
    await page.getByText(/OCOP \d stars, valid until/).first().waitFor()
    expect([await page.locator('.card').first().evaluate((card) => getComputedStyle(card).backgroundColor), asked]).toEqual(['rgb(34, 31, 25)', []])
    await set('limit', '2')
    await page.waitForFunction(() => document.querySelector('ocop-products')?.shadowRoot?.querySelectorAll('.card .title').length === 2)
    expect([asked.length, await faults(page), complaints]).toEqual([1, [], []])
    await page.context().close()
  }, 60_000)

  it('shows an article; and the link that stands in it where there is nothing, no script, or another script than was meant', async () => {
    const article = await open({ path: '/article' })
    await cards(article.page).first().waitFor()
    expect([await cards(article.page).allTextContents(), await faults(article.page), await shiftsOf(article.page)]).toEqual([['Tin số 2'], [], []])
    await article.page.context().close()
    for (const given of [{ path: '/nothing' }, { path: '/grid', js: false }, { path: '/wrong-hash' }]) {
      const { page } = await open(given)
      await page.getByRole('link', { name: 'Sản phẩm OCOP' }).waitFor()
      expect(await page.locator('.card').count()).toBe(0)
      await page.context().close()
    }
  }, 90_000)
})

describe('the iframe on a page of another origin', () => {
  const heightOf = (page: Page) => page.locator('iframe').evaluate((frame) => frame.clientHeight)

  it.each([[360, 'light'], [1200, 'dark']] as const)('is as high as what is in it at %i pixels, %s, and moves by its buttons', async (width, theme) => {
    const { page, complaints } = await open({ path: '/frame', width, theme })
    await page.waitForFunction(() => (document.querySelector('iframe')?.clientHeight ?? 0) > 300)
    const frame = page.frames()[1] as Frame
    await cards(frame).first().waitFor()
    expect(Math.abs((await heightOf(page)) - (await frame.evaluate(() => document.documentElement.scrollHeight)))).toBeLessThanOrEqual(8)
    await frame.getByRole('button', { name: 'Xem tiếp' }).click()
    await frame.waitForFunction(() => (document.querySelector('.track')?.scrollLeft ?? 0) > 50)
    expect([await faults(frame), complaints]).toEqual([[], []])
    await page.context().close()
  }, 60_000)

  it('takes no height from anybody else', async () => {
    const { page } = await open({ path: '/frame' })
    await page.waitForFunction(() => (document.querySelector('iframe')?.clientHeight ?? 0) > 300)
    const before = await heightOf(page)
    await page.evaluate(() => new Promise((done) => {
      addEventListener('message', done, { once: true })
      postMessage({ type: 'ocop-embed', height: 5000 }, '*')
    }))
    expect(await heightOf(page)).toBe(before)
    await page.context().close()
  }, 60_000)

  it('is complete without any script', async () => {
    const { page } = await open({ path: '/frame-alone', js: false })
    const frame = page.frameLocator('iframe')
    await frame.locator('.card .title a').first().waitFor()
    expect([await frame.locator('.card').count(), await frame.locator('.step:visible').count(), await heightOf(page)]).toEqual([6, 0, 200])
    await page.context().close()
  }, 60_000)
})

it('the form of a feed has its addresses, its first items, what to copy, and the embed at work', async () => {
  const { page, complaints } = await desk.seat()
  await logIn({ page, server: desk.server, ...administrator })
  await page.waitForURL(/\/admin\/?$/)
  await page.goto(`${desk.server.origin}/admin/collections/feeds/${feed}`)
  await page.locator('#feed-items li').first().waitFor()
  expect([await page.locator('#feed-items li').count(), await page.locator('#feed-address-json').inputValue()]).toEqual([5, `${desk.server.origin}/feeds/nong-san.json`])
  const snippet = await page.locator('#feed-snippet').inputValue()
  const { url, integrity } = (await (await desk.server.fetch('/embed/v1.json')).json()) as { url: string; integrity: string }
  expect(snippet).toContain(`<script src="${url}" integrity="${integrity}" crossorigin="anonymous" async></script>\n<ocop-products feed="nong-san" layout="grid" limit="8">`)
  await page.locator('#feed-panel select').first().selectOption('list')
  expect(await page.locator('#feed-iframe').inputValue()).toContain('/embed/nong-san?layout=list&amp;limit=8')
  await page.locator('#feed-preview').scrollIntoViewIfNeeded()
  await page.frameLocator('#feed-preview').locator('.card .title a').first().waitFor()
  expect(complaints).toEqual([])
}, 120_000)
