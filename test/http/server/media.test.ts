import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'

let server: TestServer
let admin: Client
let image: Record<string, any>

beforeAll(async () => {
  server = await startServer({ env: { UPLOAD_LIMIT: '100kb' } })
  admin = await staff(server).as('administrator')
  const bytes = await sharp({ create: { width: 1400, height: 900, channels: 3, background: '#a3341c' } }).jpeg().toBuffer()
  const made = await admin.upload('/media', { name: 'chợ phiên.jpg', type: 'image/jpeg', bytes }, { alt: 'Chợ phiên' })
  expect(made.status).toBe(201)
  image = made.body.doc
})
afterAll(async () => {
  await server.stop()
})

const address = (filename: string) => `/media/${encodeURIComponent(filename)}`

describe('uploaded files', () => {
  it('are public while their row is, with every rendition', async () => {
    const files = [image.filename, ...Object.values<any>(image.sizes).map(({ filename }) => filename).filter(Boolean)]
    expect(files.length).toBeGreaterThan(4)
    for (const filename of files) {
      const response = await server.fetch(address(filename))
      expect(response.status).toBe(200)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('content-security-policy')).toContain('sandbox')
    }
  })

  it('are sent in ranges', async () => {
    const whole = Buffer.from(await (await server.fetch(address(image.filename))).arrayBuffer())
    const part = await server.fetch(address(image.filename), { headers: { range: 'bytes=10-19' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${whole.length}`)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(10, 20))
  })

  it('are staff\'s alone under /api', async () => {
    const path = `/media/file/${encodeURIComponent(image.filename)}`
    expect((await server.fetch(`/api${path}`)).status).toBe(403)
    expect((await server.fetch(`/api${path}`, { headers: { authorization: `JWT ${admin.token}` } })).status).toBe(200)
  })

  it('are gone as soon as the row may not be public', async () => {
    expect((await admin.patch(`/media/${image.id}`, { publiclyAvailable: false })).status).toBe(200)
    expect((await server.fetch(address(image.filename))).status).toBe(404)
    expect((await admin.patch(`/media/${image.id}`, { publiclyAvailable: true })).status).toBe(200)
    expect((await server.fetch(address(image.filename))).status).toBe(200)
  })

  it('that are something else than what their name says are refused', async () => {
    const html = await admin.upload('/media', { name: 'x.jpg', type: 'image/jpeg', bytes: Buffer.from('<html><script>alert(1)</script>') }, { alt: 'x' })
    expect(html.status).toBe(400)
  })

  it('beyond the limit are refused with 413', async () => {
    const noise = await sharp(Buffer.from(Array.from({ length: 400 * 400 * 3 }, (_, at) => (at * 7919) % 251)), { raw: { width: 400, height: 400, channels: 3 } }).png({ compressionLevel: 0 }).toBuffer()
    expect((await admin.upload('/media', { name: 'large.png', type: 'image/png', bytes: noise }, { alt: 'x' })).status).toBe(413)
  })
})
