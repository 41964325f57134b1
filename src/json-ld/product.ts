import type { Graph, ItemAvailability, OfferLeaf, ProductLeaf, TouristAttractionLeaf } from 'schema-dts'
import { breadcrumbs, type Crumb } from './breadcrumbs.ts'
import { certification, type CertificateTerms } from './certification.ts'
import { node } from './node.ts'
import { type Picture, pictures } from './pictures.ts'
import { postalAddress, type PlaceTerms } from './place.ts'

export interface ProductTerms {
  url: string
  name: string
  summary: string
  /** A service or place of group VI: nothing that is bought and carried home. */
  isTourism: boolean
  images: readonly Picture[]
  certificates: readonly CertificateTerms[]
  /** From the group down to the leaf, each with its page. */
  groups: readonly Crumb[]
  producer: Crumb | null
  brand: string | null
  place: PlaceTerms
  gtin: string | null
  productCode: string | null
  /** Whole đồng. */
  price: number | null
  purchaseUrl: string | null
  /** As the public definition says it. */
  availability: string | null
  front: Crumb
}

// What is to be had in its season only is neither in stock nor out of it.
const availabilities: Readonly<Record<string, ItemAvailability>> = {
  'in-stock': 'https://schema.org/InStock', 'out-of-stock': 'https://schema.org/OutOfStock', discontinued: 'https://schema.org/Discontinued',
}

/** An offer says what it costs and where it is bought; with either missing there is none. */
const offer = ({ price, purchaseUrl, availability }: ProductTerms): OfferLeaf | null =>
  price === null || price <= 0 || purchaseUrl === null ? null : node<OfferLeaf>({
    '@type': 'Offer', price, priceCurrency: 'VND', url: purchaseUrl, availability: availabilities[availability ?? ''],
  })

const shown = ({ url, name, summary, images, certificates }: ProductTerms) => ({
  '@id': `${url}#product`, mainEntityOfPage: url, url, name, description: summary, image: images.flatMap(pictures), hasCertification: certificates.map(certification),
})

const attraction = (terms: ProductTerms): TouristAttractionLeaf => node<TouristAttractionLeaf>({ '@type': 'TouristAttraction', ...shown(terms), address: postalAddress(terms.place) })

const product = (terms: ProductTerms): ProductLeaf => node<ProductLeaf>({
  '@type': 'Product',
  ...shown(terms),
  category: terms.groups.map(({ name }) => name).join(' > '),
  brand: terms.brand ? { '@type': 'Brand', name: terms.brand } : null,
  manufacturer: terms.producer ? { '@type': 'Organization', '@id': `${terms.producer.url}#organization`, name: terms.producer.name, url: terms.producer.url } : null,
  countryOfOrigin: { '@type': 'Country', name: 'Việt Nam' },
  gtin: terms.gtin,
  productID: terms.productCode,
  offers: offer(terms),
})

/** A product as schema.org describes it, with its certificates and the way to its page. Without an offer no rich result is to be expected, and none is feigned. */
export const productJsonLd = (terms: ProductTerms): Graph => ({
  '@context': 'https://schema.org',
  '@graph': [terms.isTourism ? attraction(terms) : product(terms), breadcrumbs([terms.front, ...terms.groups, { name: terms.name, url: terms.url }])],
})
