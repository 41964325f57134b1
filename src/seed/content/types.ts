import type { PaletteName } from '../drawings/palettes.ts'

/** A rich text as the seed writes it; a string is a paragraph, with `**bold**` in it. */
export type BodyPart =
  | string
  | { readonly heading: string }
  | { readonly list: readonly string[] }
  | { readonly facts: string; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly table: string; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly image: string; readonly caption: string }
  /** A product by its slug. */
  | { readonly product: string; readonly note?: string }
  | { readonly products: readonly string[]; readonly title: string }
  /** Articles by their slugs. */
  | { readonly articles: readonly string[]; readonly title: string }
  /** A legal document as `number@day`. */
  | { readonly document: string; readonly note?: string }

/** When something was published: so many hours before the seeding, and on a stated day if that is earlier. */
export type Published = { readonly hoursAgo: number; readonly on?: string }

/** Which drawing, in which colours. */
export type Drawing = { readonly scene: string; readonly palette: PaletteName; readonly variant?: number }

export type ImageSeed = { readonly name: string; readonly alt: string; readonly caption?: string; readonly drawing: Drawing }

export type ArticleSeed = {
  readonly slug: string
  readonly title: string
  readonly shortTitle?: string
  readonly kicker?: string
  readonly lead: string
  readonly genre: 'news' | 'feature' | 'report' | 'infographic' | 'opinion'
  /** Path of its category, as in `categories.ts`. */
  readonly category: string
  readonly categories?: readonly string[]
  readonly topics: readonly string[]
  readonly authors: readonly string[]
  readonly provinces?: readonly string[]
  readonly documents?: readonly string[]
  readonly products?: readonly string[]
  readonly related?: readonly string[]
  readonly published: Published
  readonly featured?: boolean
  readonly cover: ImageSeed
  readonly coverCaption: string
  /** Further images of the body, named there. */
  readonly images?: readonly ImageSeed[]
  readonly body: readonly BodyPart[]
}

export type ProducerKind = 'cooperative' | 'cooperative-group' | 'company' | 'private-enterprise' | 'household-business' | 'household' | 'production-facility' | 'farm'

export type ProducerSeed = {
  readonly name: string
  readonly kind: ProducerKind
  /** Key of the province record. */
  readonly unit: string
  readonly unitAsOf: string
  readonly formerDistrict?: string
  readonly description?: string
}

export type ProductSeed = {
  readonly slug: string
  readonly name: string
  /** Key of a leaf of the product groups. */
  readonly group: string
  /** Name of its producer. */
  readonly producer: string
  readonly unit: string
  readonly unitAsOf: string
  readonly formerDistrict?: string
  readonly summary: string
  readonly description?: readonly string[]
  readonly images?: readonly ImageSeed[]
  readonly netWeight?: string
  readonly packaging?: string
  readonly ingredients?: string
  readonly season?: string
  readonly standards?: readonly string[]
  /** Price in đồng for the net weight. */
  readonly price?: number
  readonly availability?: 'in-stock' | 'seasonal' | 'out-of-stock'
  readonly published: Published
}

/** A stated day, so many days before the seeding, or the day from which 36 months end so many days after it. */
export type RelativeDay = string | { readonly daysAgo: number } | { readonly endsInDays: number }

/** A decision that grants certificates. */
export type DecisionSeed = {
  readonly key: string
  /** Number without the year: `1712/QĐ-UBND`. */
  readonly number: string
  readonly issuer: string
  readonly level: 'district' | 'province' | 'centre'
  readonly day: RelativeDay
  readonly title: string
}

/** A certificate: its product by slug, its decision by key. */
export type CertificateSeed = {
  readonly product: string
  readonly stars: 3 | 4 | 5
  readonly score: number
  readonly kind: 'new' | 're-recognised' | 'upgraded'
  readonly decision: string
  /** Key of the decision of the certificate that it takes the place of. */
  readonly supersedes?: string
}
