import { expect } from '@jest/globals'
import type { Answer, Client } from '../../support/staff.ts'

/** What a request in Vietnamese or English is told at a field. */
export const told = ({ status, body }: Answer): { status: number; fields: Record<string, string> } => ({
  status,
  fields: Object.fromEntries((body.errors ?? []).flatMap(({ data }: Answer['body']) => data?.errors ?? []).map(({ path, message }: Record<string, string>) => [path, message])),
})

export const inEnglish: RequestInit = { headers: { 'accept-language': 'en' } }
export const inVietnamese: RequestInit = { headers: { 'accept-language': 'vi' } }

const made = async (answer: Promise<Answer>): Promise<Record<string, any>> => {
  const { status, body } = await answer
  expect({ status, errors: body.errors }).toEqual({ status: 201, errors: undefined })
  return body.doc
}

/** The papers of an OCOP desk: makes what a test needs and nothing else. */
export const desk = (curator: Client) => {
  let serial = 0
  const next = () => (serial += 1)
  let leafOfGroups: Promise<Record<string, any>> | undefined

  const group = (data: Record<string, unknown>) => made(curator.post('/product-groups', { classification: '26-2026', order: next(), ...data }))
  const makeLeaf = async () => {
    const food = await group({ key: 'group/thuc-pham', name: 'Thực phẩm', level: 'group' })
    const set = await group({ key: 'set/che', name: 'Chè', level: 'set', parent: food.id })
    return group({ key: 'leaf/che-tuoi', name: 'Chè tươi, chế biến', level: 'leaf', parent: set.id })
  }
  const leaf = () => (leafOfGroups ??= makeLeaf())

  const producer = (data: Record<string, unknown> = {}) => made(curator.post('/producers', { name: `HTX Chè ${next()}`, kind: 'cooperative', ...data }))
  const productData = async (data: Record<string, unknown> = {}) => ({
    name: `Chè shan tuyết ${next()}`, summary: 'Chè hái từ cây cổ thụ.', group: (await leaf()).id, producer: (await producer()).id, ...data,
  })
  const product = async (data: Record<string, unknown> = {}) => made(curator.post('/products', { _status: 'published', ...(await productData(data)) }))
  const decision = (data: Record<string, unknown> = {}) =>
    made(curator.post('/legal-documents', {
      number: `${1000 + next()}/QĐ-UBND`, type: 'decision', issuer: 'UBND tỉnh Bắc Kạn', level: 'province', date: '2024-03-15', title: 'Công nhận sản phẩm OCOP', ...data,
    }))
  /** A certificate of the province by the criteria of 2023: 4 stars from 2024-03-15 through 2027-03-15. */
  const claim = async ({ product: of, ...data }: { product: string } & Record<string, unknown>) => ({
    product: of, stars: 4, score: 82.5, kind: 'new', criteriaVersion: '148/2023', decision: data.decision ?? (await decision()).id, ...data,
  })
  const certify = async (data: { product: string } & Record<string, unknown>) => made(curator.post('/certificates', await claim(data)))

  /** The stars as the form shows them: of the document itself, and of its newest version. */
  const starsOf = async (id: string) => {
    const { body: main } = await curator.get(`/products/${id}?draft=false`)
    const { body: latest } = await curator.get(`/products/${id}?draft=true`)
    const stars = ({ stars, starsThrough, starsChangeOn }: Record<string, any>) => ({ stars: stars ?? null, through: starsThrough ?? null, changeOn: starsChangeOn ?? null })
    expect(stars(latest)).toEqual(stars(main))
    return stars(main)
  }

  return { group, leaf, producer, productData, product, decision, claim, certify, starsOf }
}
