import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Client, staff } from '../../support/staff.ts'
import { pdf, png } from './samples.ts'

let server: TestServer
let reporter: Client

beforeAll(async () => {
  server = await startServer()
  reporter = await staff(server).as('reporter')
}, 120_000)
afterAll(async () => {
  await server.stop()
})

const upload = (bytes: Uint8Array, name: string, type: string, fields: Record<string, unknown> = { alt: 'Một tấm ảnh' }) => reporter.upload('/media', { name, type, bytes }, fields)
const file = async (filename: string) => Buffer.from(await (await server.fetch(`/api/media/file/${filename}`, { headers: { authorization: `JWT ${reporter.token}` } })).arrayBuffer())
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>')

describe('an image', () => {
  it('gets a name fit for addresses, a placeholder, and its renditions in WebP', async () => {
    const { status, body } = await upload(await png(1600, 1000), 'Ảnh chụp Đồng Văn (1).PNG', 'image/png')
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ filename: 'anh-chup-dong-van-1.png', mimeType: 'image/png', width: 1600, height: 1000, publiclyAvailable: true })
    expect(body.doc.placeholder).toMatch(/^data:image\/webp;base64,/)
    expect(body.doc.placeholder.length).toBeLessThan(1500)
    const sizes = Object.fromEntries(Object.entries(body.doc.sizes as Record<string, { width: number; height: number; mimeType: string }>).map(([name, size]) => [name, [size.width, size.height, size.mimeType]]))
    expect(sizes).toEqual({
      thumbnail: [160, 160, 'image/webp'], card: [480, 300, 'image/webp'], hero: [1280, 800, 'image/webp'], social: [1200, 630, 'image/webp'],
      wide: [960, 540, 'image/webp'], standard: [800, 600, 'image/webp'], square: [600, 600, 'image/webp'],
    })
  })

  it('is what its content says, whatever it is named or declared to be', async () => {
    const jpeg = await sharp(await png()).jpeg().toBuffer()
    expect((await upload(jpeg, 'anh.png', 'image/png')).body.doc).toMatchObject({ filename: 'anh.jpg', mimeType: 'image/jpeg' })
    for (const format of ['webp', 'avif', 'gif'] as const) {
      const bytes = await sharp(await png(64, 64)).toFormat(format).toBuffer()
      expect((await upload(bytes, 'anh.jpg', 'image/jpeg')).body.doc).toMatchObject({ mimeType: `image/${format}`, filename: `anh.${format}` })
    }
  })

  it.each([
    ['SVG', svg, 'anh.svg', 'image/svg+xml'],
    ['SVG named PNG', svg, 'anh.png', 'image/png'],
    ['XML', Buffer.from('<?xml version="1.0"?><a/>'), 'anh.jpg', 'image/jpeg'],
    ['HTML', Buffer.from('<!doctype html><script>1</script>'), 'anh.gif', 'image/gif'],
    ['a header without pixels', Buffer.from('GIF89a'), 'anh.gif', 'image/gif'],
    ['PDF', pdf, 'anh.jpg', 'image/jpeg'],
  ])('%s is refused', async (_, bytes, name, type) => {
    const { status, body } = await upload(bytes, name, type)
    expect(status).toBe(400)
    expect(body.errors[0].message).toMatch(/JPEG, PNG, WebP, AVIF/)
  })

  it('cut off in the middle is refused, and so is TIFF', async () => {
    const jpeg = await sharp(await sharp({ create: { width: 600, height: 600, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 40 }, background: '#888' } }).png().toBuffer()).jpeg().toBuffer()
    expect((await upload(jpeg.subarray(0, jpeg.length / 2), 'anh.jpg', 'image/jpeg')).status).toBe(400)
    expect((await upload(await sharp(await png()).tiff().toBuffer(), 'anh.tif', 'image/tiff')).status).toBe(400)
  })

  it('is stored upright and without what the camera wrote into it', async () => {
    const photo = await sharp(await png(400, 200)).withExif({ IFD0: { Model: 'Một máy ảnh' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 8/1 0/1' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { body } = await upload(photo, 'doc.jpg', 'image/jpeg')
    expect(body.doc).toMatchObject({ width: 200, height: 400 })
    const metadata = await sharp(await file(body.doc.filename)).metadata()
    expect([metadata.exif, metadata.orientation]).toEqual([undefined, undefined])
  })

  it('that is very large is scaled down', async () => {
    expect((await upload(await png(6000, 3000), 'lon.png', 'image/png')).body.doc).toMatchObject({ width: 4096, height: 2048 })
  })

  it('needs a description for those who do not see it', async () => {
    const { status, body } = await upload(await png(), 'khong-mo-ta.png', 'image/png', {})
    expect(status).toBe(400)
    expect(body.errors[0].data.errors.map(({ path }: { path: string }) => path)).toEqual(['alt'])
  })

  it('keeps two of the same name apart', async () => {
    const names = [await upload(await png(), 'trung.png', 'image/png'), await upload(await png(), 'trung.png', 'image/png')].map(({ body }) => body.doc.filename)
    expect(new Set(names).size).toBe(2)
  })

  it('is cut anew around another focal point, and keeps its placeholder', async () => {
    const { body } = await upload(await png(1600, 1000), 'tieu-diem.png', 'image/png')
    const changed = await reporter.patch(`/media/${body.doc.id}`, { focalX: 10, focalY: 90 })
    expect(changed.status).toBe(200)
    expect(changed.body.doc).toMatchObject({ focalX: 10, focalY: 90, placeholder: body.doc.placeholder })
  })

  it('of somebody else is not a reporter’s to change; their own is', async () => {
    const admin = await staff(server).as('administrator')
    const foreign = await admin.upload('/media', { name: 'khac.png', type: 'image/png', bytes: await png() }, { alt: 'Ảnh khác' })
    expect((await reporter.patch(`/media/${foreign.body.doc.id}`, { caption: 'Sửa' })).status).toBe(403)
    const own = await upload(await png(), 'cua-toi.png', 'image/png')
    expect((await reporter.patch(`/media/${own.body.doc.id}`, { caption: 'Chú thích' })).status).toBe(200)
  })
})

describe('a document', () => {
  it('is taken when its content is a PDF', async () => {
    const { status, body } = await reporter.upload('/documents', { name: 'Quyết định 386.pdf', type: 'application/pdf', bytes: pdf }, { title: 'Quyết định 386/QĐ-UBND' })
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ filename: 'quyet-dinh-386.pdf', mimeType: 'application/pdf' })
  })

  it.each([['HTML', Buffer.from('<html>%PDF-1.4</html>')], ['text', Buffer.from('%PDF-')], ['SVG', svg]])('%s named .pdf is refused', async (_, bytes) => {
    const { status, body } = await reporter.upload('/documents', { name: 'gia.pdf', type: 'application/pdf', bytes }, { title: 'Giả' })
    expect(status).toBe(400)
    expect(body.errors[0].message).toMatch(/PDF/)
  })
})
