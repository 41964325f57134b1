import sharp from 'sharp'
import type { Answer, Client } from '../../support/staff.ts'

export const png = (width = 640, height = 400): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: 40, g: 110, b: 60 } } }).png().toBuffer()

/** About the smallest file that is a PDF. */
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Root 1 0 R/Size 2>>\nstartxref\n41\n%%EOF\n')

export const richText = (...paragraphs: string[]) => ({
  root: {
    type: 'root', version: 1, format: '', indent: 0, direction: 'ltr',
    children: paragraphs.map((text) => ({
      type: 'paragraph', version: 1, format: '', indent: 0, direction: 'ltr', textFormat: 0, textStyle: '',
      children: [{ type: 'text', version: 1, text, format: 0, mode: 'normal', style: '', detail: 0 }],
    })),
  },
})

/** What stands in the block of a body. */
export const blockNode = (fields: Record<string, unknown>) => ({ type: 'block', version: 2, format: '', fields: { id: `${Math.random().toString(16).slice(2)}0000000000000000000000`.slice(0, 24), blockName: '', ...fields } })

let counter = 0
/** A different number each time, for what has to be unique. */
export const next = (): number => (counter += 1)

const made = (answer: Answer): string => {
  if (answer.status !== 201) throw new Error(`Could not be made (${answer.status}): ${JSON.stringify(answer.body)}`)
  return String(answer.body.doc.id)
}

export type Samples = {
  media: string
  category: string
  author: string
  unit: string
  group: string
  producer: string
  decision: string
}

/** What articles and products need before they can be published. */
export const makeSamples = async (admin: Client): Promise<Samples> => {
  const media = made(await admin.upload('/media', { name: 'Ảnh bìa.png', type: 'image/png', bytes: await png() }, { alt: 'Một mảng màu xanh' }))
  const category = made(await admin.post('/categories', { name: `Kinh tế ${next()}` }))
  const author = made(await admin.post('/authors', { name: 'Hồng Ánh' }))
  const unit = made(await admin.post('/administrative-units', { name: 'Thái Nguyên', level: 'province', kind: 'province', code: '19', validFrom: '2025-07-01' }))
  const top = made(await admin.post('/product-groups', { key: `nhom-${next()}`, name: 'Thực phẩm', level: 'group', classification: '26-2026', order: 1 }))
  const set = made(await admin.post('/product-groups', { key: `nhom-${next()}`, name: 'Thực phẩm chế biến', level: 'set', classification: '26-2026', order: 1, parent: top }))
  const group = made(await admin.post('/product-groups', { key: `nhom-${next()}`, name: 'Chế biến từ gạo, ngũ cốc', level: 'leaf', classification: '26-2026', order: 1, parent: set }))
  const producer = made(await admin.post('/producers', { name: 'HTX Tài Hoan', kind: 'cooperative', unit }))
  const decision = made(await admin.post('/legal-documents', { number: '2288/QĐ-UBND', issuer: 'UBND tỉnh Thái Nguyên', level: 'province', date: '2026-06-30', title: 'Công nhận sản phẩm OCOP năm 2026' }))
  return { media, category, author, unit, group, producer, decision }
}

export const article = (samples: Samples, more: Record<string, unknown> = {}) => ({
  title: `Thêm sản phẩm OCOP ${next()}`,
  lead: 'Hội đồng cấp tỉnh công nhận thêm sản phẩm.',
  cover: samples.media,
  category: samples.category,
  genre: 'news',
  bylines: [{ author: samples.author, role: 'text' }],
  body: richText('Sáng nay, hội đồng đã họp.'),
  ...more,
})

export const product = (samples: Samples, more: Record<string, unknown> = {}) => ({
  name: `Miến dong ${next()}`, summary: 'Miến làm từ củ dong riềng.', group: samples.group, producer: samples.producer, unit: samples.unit, ...more,
})

/** One valid document of a collection, each time another. */
export const sampleOf = async ({ collection, samples, by }: { collection: string; samples: Samples; by: Client }): Promise<Answer> => {
  const number = next()
  if (collection === 'media') return by.upload('/media', { name: `anh-${number}.png`, type: 'image/png', bytes: await png(320, 200) }, { alt: 'Một mảng màu' })
  if (collection === 'documents') return by.upload('/documents', { name: `van-ban-${number}.pdf`, type: 'application/pdf', bytes: pdf }, { title: 'Bản quét' })
  const fields: Record<string, () => Record<string, unknown>> = {
    users: () => ({ name: 'Người mới', email: `nguoi-${number}@example.test`, password: 'mot-mat-khau-du-dai-0123', roles: ['reporter'] }),
    authors: () => ({ name: `Tác giả ${number}` }),
    categories: () => ({ name: `Chuyên mục ${number}` }),
    topics: () => ({ name: `Chủ đề ${number}` }),
    articles: () => article(samples),
    'legal-documents': () => ({ number: `${number}/QĐ-UBND`, issuer: 'UBND tỉnh Thái Nguyên', level: 'province', date: '2026-01-15', title: 'Một quyết định' }),
    'administrative-units': () => ({ name: `Xã ${number}`, level: 'commune', kind: 'commune', code: String(10_000 + number), parent: samples.unit, validFrom: '2025-07-01' }),
    'product-groups': () => ({ key: `nhom-${number}`, name: `Nhóm ${number}`, level: 'group', classification: '26-2026', order: number }),
    producers: () => ({ name: `Hợp tác xã ${number}`, kind: 'cooperative', unit: samples.unit }),
    'partner-brands': () => ({ name: `Thương hiệu ${number}` }),
    products: () => product(samples),
    feeds: () => ({ name: `Nguồn ${number}`, what: 'products', formats: ['rss'], fields: ['summary'] }),
    'partner-sites': () => ({ name: `Đối tác ${number}`, origins: [`https://doi-tac-${number}.example.vn`] }),
    'webhook-endpoints': () => ({ name: `Điểm nhận ${number}`, url: `https://doi-tac-${number}.example/ocop`, events: ['product.updated'] }),
    redirects: () => ({ from: `/tin-cu-${number}.html`, type: '410' }),
  }
  if (collection === 'certificates') {
    const parent = made(await (await adminOf(by)).post('/products', product(samples)))
    return by.post('/certificates', { product: parent, decision: samples.decision, criteriaVersion: '26/2026', kind: 'new', stars: 3, score: 60, authorityLevel: 'province', authorityName: 'UBND tỉnh Thái Nguyên' })
  }
  if (collection === 'webhook-deliveries') {
    const receiver = made(await (await adminOf(by)).post('/webhook-endpoints', { name: `Điểm nhận ${number}`, url: `https://doi-tac-${number}.example/ocop`, events: ['product.updated'] }))
    return by.post(`/webhook-endpoints/${receiver}/test`)
  }
  return by.post(`/${collection}`, fields[collection]?.() ?? {})
}

let administratorClient: Client | null = null
/** The client that makes what a sample stands on, whoever makes the sample itself. */
export const useAdministrator = (client: Client): void => {
  administratorClient = client
}
const adminOf = async (by: Client): Promise<Client> => administratorClient ?? by

export const idOf = made
