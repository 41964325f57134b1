import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { idOf } from '../http/access/samples.ts'
import { type Client, staff } from '../support/staff.ts'
import { type Desk, expectQuiet, logIn, openDesk, type Seat } from './desk.ts'

const curator = { email: 'curator@example.test', password: 'mot-mat-khau-du-dai-0123' }

let desk: Desk
let seat: Seat
let client: Client
let id = ''
let key = ''

beforeAll(async () => {
  desk = await openDesk()
  client = await staff(desk.server).as('curator')
  id = idOf(await client.post('/partner-sites', { name: 'Cổng thông tin tỉnh', origins: ['https://cong.example.vn'] }))
  seat = await desk.seat()
  await logIn({ ...seat, server: desk.server, ...curator })
  await seat.page.waitForURL(`${desk.server.origin}/admin`)
}, 120_000)
afterAll(async () => {
  await desk?.close()
})

describe('a curator on the page of a partner site', () => {
  it('makes a key, and is shown it', async () => {
    const { page } = seat
    await page.goto(`${desk.server.origin}/admin/collections/partner-sites/${id}`)
    await page.locator('#partner-keys').getByText('Chưa có khóa nào.').waitFor()
    await page.locator('#partner-key-type').selectOption('secret')
    await page.locator('#partner-key-make').click()
    key = await page.locator('#partner-key-made').inputValue()
    expect(key).toMatch(/^sk_[\w-]{43}$/)
    await page.locator('#partner-keys td', { hasText: key.slice(0, 11) }).waitFor()
    expect((await desk.server.fetch('/feeds/products.json', { headers: { authorization: `Bearer ${key}` } })).status).toBe(200)
  })

  it('never sees it again, and revokes it', async () => {
    const { page } = seat
    await page.reload()
    await page.locator('#partner-keys td', { hasText: key.slice(0, 11) }).waitFor()
    expect(await page.content()).not.toContain(key)
    await page.locator('#partner-keys').getByRole('button', { name: 'Thu hồi' }).click()
    await page.locator('#partner-keys td', { hasText: 'Đã thu hồi' }).waitFor()
    expect((await desk.server.fetch('/feeds/products.json', { headers: { authorization: `Bearer ${key}` } })).status).toBe(401)
    await page.locator('#partner-usage').getByText('Thấy lần cuối').waitFor()
  })

  it('shows the secret of a receiver once, sends a test and sees in the log what came of it', async () => {
    const { page } = seat
    const receiver = idOf(await client.post('/webhook-endpoints', { name: 'Cổng thông tin tỉnh', partner: id, url: 'https://doi-tac.example/ocop', events: ['product.updated'] }))
    await page.goto(`${desk.server.origin}/admin/collections/webhook-endpoints/${receiver}`)
    await page.locator('#webhook-secret-show').click()
    expect(await page.locator('#webhook-secret-shown').inputValue()).toMatch(/^whsec_[\w+/]{43}=$/)
    await page.locator('#webhook-log').getByText('Chưa gửi thông báo nào.').waitFor()
    await page.locator('#webhook-test').click()
    await page.locator('#webhook-log td', { hasText: 'webhook.test' }).waitFor()
    await page.locator('#webhook-log').getByRole('button', { name: 'Gửi lại' }).click()
    await page.locator('#webhook-log tbody a').click()
    await page.locator('#webhook-attempts').getByRole('button', { name: 'Gửi lại' }).waitFor()
    await page.goto(`${desk.server.origin}/admin/collections/webhook-endpoints/${receiver}`)
    await page.locator('#webhook-secret-rotate').waitFor()
    expect(await page.locator('#webhook-secret-show').count()).toBe(0)
  })

  it('has met no error of the page and no request to another host', () => {
    expectQuiet(seat)
  })
})
