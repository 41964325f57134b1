import { toSlug } from '../../../text/index.ts'
import type { ProducerSeed, ProductSeed } from '../types.ts'
import { bacKanProducers, newAtFourStars, newlyRecognised, type PlainEntry, reRecognised } from './bac-kan.ts'
import { namedProductsA } from './named-a.ts'
import { namedProductsB } from './named-b.ts'
import { namedProductsC } from './named-c.ts'

/** The 24 named products. */
export const namedProducts: readonly ProductSeed[] = [...namedProductsA, ...namedProductsB, ...namedProductsC]

/** A former district with its kind: `huyện Na Rì`. */
const withKind = (district: string): string => (district.startsWith('thành phố ') ? district : `huyện ${district}`)

const producerOf = (entry: PlainEntry) => {
  const producer = bacKanProducers[entry[2]]
  if (!producer) throw new Error(`“${entry[0]}” names no producer`)
  return producer
}

const plain = (entry: PlainEntry, index: number): ProductSeed => {
  const [name, group, , netWeight, price, about] = entry
  const { name: producer, district } = producerOf(entry)
  return {
    slug: toSlug(name), name, group, producer, unit: 'bac-kan-2019', unitAsOf: '2021-12-31', formerDistrict: withKind(district), netWeight, price,
    summary: `${about} Sản phẩm của ${producer}, ${withKind(district)}, tỉnh Bắc Kạn trước đây, nay thuộc tỉnh Thái Nguyên.`,
    availability: 'in-stock', published: { hoursAgo: 250 + index * 17 },
  }
}

/** The 56 plain entries of Bắc Kạn. */
export const plainProducts: readonly ProductSeed[] = [...reRecognised, newAtFourStars, ...newlyRecognised].map(plain)

export const products: readonly ProductSeed[] = [...namedProducts.map((product) => (product.formerDistrict ? { ...product, formerDistrict: withKind(product.formerDistrict) } : product)), ...plainProducts]

// Longer words first: the kind is what the name begins with.
const kinds: readonly (readonly [RegExp, ProducerSeed['kind']])[] = [
  [/^Hợp tác xã/u, 'cooperative'], [/^Tổ hợp tác/u, 'cooperative-group'], [/^Công ty/u, 'company'], [/^Hộ kinh doanh/u, 'household-business'], [/^Cơ sở/u, 'production-facility'],
]

const namedProducer = ({ producer, unit, unitAsOf, formerDistrict }: ProductSeed): ProducerSeed => {
  const kind = kinds.find(([beginning]) => beginning.test(producer))?.[1]
  if (!kind) throw new Error(`The name of “${producer}” does not say what kind of producer it is`)
  return { name: producer, kind, unit, unitAsOf, ...(formerDistrict ? { formerDistrict: withKind(formerDistrict) } : {}) }
}

/** Everyone who makes one of the products. */
export const producers: readonly ProducerSeed[] = [
  ...namedProducts.map(namedProducer),
  ...Object.values(bacKanProducers).map(({ name, kind, district }): ProducerSeed => ({ name, kind, unit: 'bac-kan-2019', unitAsOf: '2021-12-31', formerDistrict: withKind(district) })),
]
