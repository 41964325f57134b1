import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { png } from '../http/access/samples.ts'
import { type Client, staff } from '../support/staff.ts'
import { choose, type Desk, errorAt, expectQuiet, fillAutosaved, logIn, openDesk, save, type Seat, toast } from './desk.ts'

const secretary = { email: 'secretary@example.test', password: 'mot-mat-khau-du-dai-0123' }
const title = 'Đặc sản Bắc Kạn lên sàn thương mại điện tử'
const lead = 'Sáng 24/11, ba hợp tác xã ký kết đưa miến dong lên sàn.'
const text = 'Hội nghị kết nối cung cầu diễn ra tại phường Đức Xuân.'

let desk: Desk
let seat: Seat
let articleId = ''

const open = (path: string) => seat.page.goto(`${desk.server.origin}/admin${path}`)
const answerOf = (slug: string) => desk.server.fetch(`/v1/articles/${slug}`)
/** The form of a new article: its first draft is made as soon as it opens. */
const newArticle = async (page: Page) => {
  await page.goto(`${desk.server.origin}/admin/collections/articles/create`)
  await page.waitForURL(/\/collections\/articles\/(?!create)[\w-]+$/)
  await page.locator('#field-title').waitFor()
}

beforeAll(async () => {
  desk = await openDesk()
  const { as } = staff(desk.server)
  const admin = await as('administrator')
  await as('secretary')
  const category = await admin.post('/categories', { name: 'Kinh tế' })
  const author = await admin.post('/authors', { name: 'Hồng Ánh' })
  expect([category.status, author.status]).toEqual([201, 201])
  seat = await desk.seat()
}, 120_000)
afterAll(async () => {
  await desk?.close()
})

describe('an editor at the admin', () => {
  it('is told in Vietnamese that the password is wrong, and gets in with the right one', async () => {
    await logIn({ ...seat, server: desk.server, ...secretary, password: 'khong-phai-mat-khau' })
    await toast(seat.page, 'Email hoặc mật khẩu không đúng')
    await logIn({ ...seat, server: desk.server, ...secretary })
    await seat.page.waitForURL(`${desk.server.origin}/admin`)
    expect(await seat.page.locator('html').getAttribute('lang')).toBe('vi')
  })

  it('cannot publish what is incomplete and sees at each field what is missing', async () => {
    await newArticle(seat.page)
    articleId = new URL(seat.page.url()).pathname.split('/').at(-1) ?? ''
    await fillAutosaved({ ...seat, field: 'title', value: title })
    expect(await save(seat)).toBe(400)
    await Promise.all(['lead', 'cover', 'category'].map((field) => errorAt(seat.page, field).waitFor()))
    await toast(seat.page, /Sapo[^]*Ảnh đại diện[^]*Chuyên mục chính/)
    expect(await errorAt(seat.page, 'title').count()).toBe(0)
  })

  it('writes the article: lead, body, cover with its description, category and byline', async () => {
    const { page } = seat
    await page.locator('#field-lead').fill(lead)
    const body = page.locator('.rich-text-lexical [contenteditable=true]').first()
    await body.click()
    await page.keyboard.type(text)
    await choose({ page, field: 'category', typed: 'Kinh', option: 'Kinh tế' })
    await page.locator('#field-cover .upload__createNewToggler').click()
    const drawer = page.locator('dialog.drawer--is-open, .drawer--is-open').last()
    await drawer.locator('input[type=file]').setInputFiles({ name: 'Ảnh bìa.png', mimeType: 'image/png', buffer: await png() })
    await drawer.locator('#field-alt').fill('Gian hàng miến dong tại hội nghị')
    await drawer.locator('#action-save').click()
    await page.locator('#field-cover .upload-relationship-details').waitFor()
    await page.locator('#field-bylines .array-field__add-row').click()
    await choose({ page, field: 'bylines__0__author', typed: 'Hồng', option: 'Hồng Ánh' })
    expect(await save(seat)).toBe(200)
    await toast(page, /thành công/)
  })

  it('has published it: the public reads what was typed', async () => {
    const answer = await answerOf('dac-san-bac-kan-len-san-thuong-mai-dien-tu')
    expect(answer.status).toBe(200)
    const article = await answer.json()
    expect(article).toMatchObject({ id: articleId, title, lead, category: { name: 'Kinh tế' }, cover: { alt: 'Gian hàng miến dong tại hội nghị' } })
    expect(JSON.stringify(article.body)).toContain(text)
  })

  it('finds it in the list by words typed without accents', async () => {
    await open('/collections/articles')
    await seat.page.locator('#toggle-list-columns:enabled').waitFor()
    await seat.page.locator('#search-filter-input').fill('dac san bac kan')
    await seat.page.waitForURL(/search=dac/)
    await seat.page.locator('td.cell-title', { hasText: title }).waitFor()
    await seat.page.locator('#search-filter-input').fill('khong co bai nao')
    await seat.page.waitForURL(/search=khong/)
    await seat.page.locator('td.cell-title', { hasText: title }).waitFor({ state: 'detached' })
  })

  it('is told at the field that a typed slug is taken', async () => {
    await newArticle(seat.page)
    await seat.page.locator('#field-title').fill('Một bài khác')
    await fillAutosaved({ ...seat, field: 'slug', value: 'dac-san-bac-kan-len-san-thuong-mai-dien-tu' })
    expect(await save(seat)).toBe(400)
    await errorAt(seat.page, 'slug').filter({ hasText: 'đã được dùng' }).waitFor()
  })

  it('schedules: with a date to come the public does not see it, until the date has come', async () => {
    await open(`/collections/articles/${articleId}`)
    const date = seat.page.locator('#field-publishedAt input')
    await date.fill('08:00, 01/01/2031')
    await date.press('Enter')
    expect(await save(seat)).toBe(200)
    await toast(seat.page, /thành công/)
    expect((await answerOf('dac-san-bac-kan-len-san-thuong-mai-dien-tu')).status).toBe(404)
    await desk.server.setClock('2031-01-01T01:00:00Z')
    expect((await answerOf('dac-san-bac-kan-len-san-thuong-mai-dien-tu')).status).toBe(200)
    await desk.server.setClock(null)
  })

  it('finds the list of versions, and in the newest what it changed', async () => {
    const { page } = seat
    await open(`/collections/articles/${articleId}`)
    await page.getByRole('link', { name: /Danh sách phiên bản/ }).click()
    await page.waitForURL(/\/versions/)
    await page.locator('tbody tr').nth(1).waitFor()
    await page.locator('tbody tr').first().locator('a').first().click()
    await page.waitForURL(/\/versions\/[\w-]+/)
    await page.getByText('01/01/2031').first().waitFor()
  })

  it('logs out, and the admin asks for the password again', async () => {
    await open('/logout')
    await seat.page.waitForURL(/\/admin\/login/)
    await open('/collections/articles')
    await seat.page.locator('#field-password').waitFor()
    expect(new URL(seat.page.url()).pathname).toBe('/admin/login')
  })

  it('has met no error of the page and no request to another host', () => {
    expectQuiet(seat)
  })
})

describe('a reporter at the admin', () => {
  let reporterSeat: Seat
  let reporter: Client

  beforeAll(async () => {
    reporter = await staff(desk.server).as('reporter')
    reporterSeat = await desk.seat()
    await logIn({ ...reporterSeat, server: desk.server, email: 'reporter@example.test', password: secretary.password })
    await reporterSeat.page.waitForURL(`${desk.server.origin}/admin`)
  })

  it('writes a draft, kept by itself, and has no button to publish it', async () => {
    const { page } = reporterSeat
    await newArticle(page)
    await fillAutosaved({ page, field: 'title', value: 'Chợ phiên vùng cao vào vụ miến' })
    await page.locator('.doc-controls__content').getByText('Bản nháp').waitFor()
    expect(await page.locator('#action-save').count()).toBe(0)
    expect(await page.getByRole('button', { name: /Xuất bản/ }).count()).toBe(0)
  })

  it('finds the draft on the start page, the newest five there and all of them by its link', async () => {
    const { page } = reporterSeat
    const start = page.locator('.ocop-press-start')
    await page.goto(`${desk.server.origin}/admin`)
    await start.getByRole('link', { name: 'Chợ phiên vùng cao vào vụ miến' }).waitFor()
    for (const count of [1, 2, 3, 4, 5]) expect((await reporter.post('/articles?draft=true', { title: `Ghi nhanh số ${count}` })).status).toBe(201)
    await page.reload()
    await start.getByRole('link', { name: 'Xem tất cả (6)' }).waitFor()
    expect(await start.getByRole('link', { name: /Ghi nhanh/ }).count()).toBe(5)
    await start.getByRole('link', { name: 'Xem tất cả (6)' }).click()
    await page.locator('tbody tr', { hasText: 'Chợ phiên vùng cao vào vụ miến' }).waitFor()
    expect(await page.locator('tbody tr').count()).toBe(6)
  })

  it('reads what is published and cannot change it', async () => {
    const { page } = reporterSeat
    await page.goto(`${desk.server.origin}/admin/collections/articles/${articleId}`)
    await page.locator('#field-title:disabled').waitFor()
    expect(await page.locator('#action-save').count()).toBe(0)
  })

  it('has met no error of the page and no request to another host', () => {
    expectQuiet(reporterSeat)
  })
})
