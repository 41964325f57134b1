import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { desk as ocopDesk } from '../http/ocop/desk.ts'
import { type Client, staff } from '../support/staff.ts'
import { choose, type Desk, errorAt, expectQuiet, fillChecked, logIn, openDesk, save, type Seat, toast } from './desk.ts'

const curator = { email: 'curator@example.test', password: 'mot-mat-khau-du-dai-0123' }

let desk: Desk
let seat: Seat
let client: Client
let productId = ''

const open = (path: string) => seat.page.goto(`${desk.server.origin}/admin${path}`)

beforeAll(async () => {
  desk = await openDesk()
  await desk.server.setClock('2026-11-24T02:00:00Z')
  client = await staff(desk.server).as('curator')
  const papers = ocopDesk(client)
  productId = (await papers.product({ name: 'Miến dong Nà Diểu' })).id
  await papers.decision({ number: '1288/QĐ-UBND', date: '2025-12-19' })
  seat = await desk.seat()
  await logIn({ ...seat, server: desk.server, ...curator })
  await seat.page.waitForURL(`${desk.server.origin}/admin`)
}, 120_000)
afterAll(async () => {
  await desk?.close()
})

describe('a curator at the admin', () => {
  it('sees a product without stars as such', async () => {
    await open('/collections/products')
    const row = seat.page.locator('tbody tr', { hasText: 'Miến dong Nà Diểu' })
    expect(await row.locator('.cell-stars').innerText()).toBe('—')
    expect(await row.locator('.cell-starsThrough').innerText()).toBe('—')
  })

  it('is told at the field, in Vietnamese, that a score does not give these stars', async () => {
    const { page } = seat
    await open('/collections/certificates/create')
    await choose({ page, field: 'product', typed: 'Miến', option: 'Miến dong Nà Diểu' })
    await choose({ page, field: 'decision', typed: '1288', option: '1288/QĐ-UBND' })
    await choose({ page, field: 'criteriaVersion', typed: '148/2023' })
    await page.locator('#field-stars').fill('4')
    await fillChecked({ page, field: 'score', value: '65' })
    expect(await save(seat)).toBe(400)
    await errorAt(page, 'score').filter({ hasText: /65.*điểm|điểm.*65/i }).waitFor()
  })

  it('saves it with a right score; the day of issue, the term and the authority follow from the decision', async () => {
    const { page } = seat
    await page.locator('#field-score').fill('82.5')
    expect(await save(seat)).toBe(201)
    await toast(page, /thành công/)
    await page.waitForURL(/\/certificates\/(?!create)[\w-]+$/)
    expect(await page.locator('#field-issuedDay').inputValue()).toBe('2025-12-19')
    expect(await page.locator('#field-lastDay').inputValue()).toBe('2028-12-19')
    expect(await page.locator('#field-authorityName').inputValue()).toBe('UBND tỉnh Bắc Kạn')
  })

  it('sees the stars in the list of products, readable also without seeing them', async () => {
    await open('/collections/products')
    const row = seat.page.locator('tbody tr', { hasText: 'Miến dong Nà Diểu' })
    const stars = row.locator('.cell-stars').getByRole('img')
    expect(await stars.getAttribute('aria-label')).toBe('4 trên 5 sao')
    expect(await stars.innerText()).toBe('★★★★☆')
    expect(await row.locator('.cell-starsThrough').innerText()).toBe('19/12/2028')
    await row.locator('.cell-updatedAt', { hasText: /^\d\d\/\d\d\/\d{4} \d\d:\d\d$/ }).waitFor()
  })

  it('sees them in the form of the product, where nobody types them', async () => {
    const { page } = seat
    await open(`/collections/products/${productId}`)
    await page.getByRole('button', { name: 'Công nhận', exact: true }).click()
    expect(await page.locator('#field-stars').inputValue()).toBe('4')
    expect(await page.locator('#field-stars').isDisabled()).toBe(true)
    await page.locator('#field-certificates td', { hasText: '19/12/2028' }).first().waitFor()
  })

  it('has met no error of the page and no request to another host', () => {
    expectQuiet(seat)
  })
})
