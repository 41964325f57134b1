import { administrativeUnitPublic } from '../../collections/administrative-units/public.ts'
import { articlePublic } from '../../collections/articles/public.ts'
import { authorPublic } from '../../collections/authors/public.ts'
import { categoryPublic } from '../../collections/categories/public.ts'
import { certificatePublic } from '../../collections/certificates/public.ts'
import { feedPublic } from '../../collections/feeds/public.ts'
import { legalDocumentPublic } from '../../collections/legal-documents/public.ts'
import { imagePublic } from '../../collections/media/public.ts'
import { partnerBrandPublic } from '../../collections/partner-brands/public.ts'
import { partnerSitePublic } from '../../collections/partner-sites/public.ts'
import { producerPublic } from '../../collections/producers/public.ts'
import { productGroupPublic } from '../../collections/product-groups/public.ts'
import { productPublic } from '../../collections/products/public.ts'
import { redirectPublic } from '../../collections/redirects/public.ts'
import type { PublicDefinition } from '../../collections/shared/public-definition.ts'
import { internalKinds, type Kind, type PublicKind } from '../../collections/shared/public-kinds.ts'
import { topicPublic } from '../../collections/topics/public.ts'
import { homePagePublic } from '../../globals/home-page/public.ts'
import { navigationPublic } from '../../globals/navigation/public.ts'
import { siteSettingsPublic } from '../../globals/site-settings/public.ts'

/** What the store holds of every kind. GraphQL, REST, OpenAPI and the documentation are made from those that are public. */
export const definitions: Readonly<Record<Kind, PublicDefinition>> = {
  article: articlePublic,
  author: authorPublic,
  category: categoryPublic,
  topic: topicPublic,
  product: productPublic,
  producer: producerPublic,
  productGroup: productGroupPublic,
  administrativeUnit: administrativeUnitPublic,
  legalDocument: legalDocumentPublic,
  partnerBrand: partnerBrandPublic,
  image: imagePublic,
  homePage: homePagePublic,
  navigation: navigationPublic,
  siteSettings: siteSettingsPublic,
  certificate: certificatePublic,
  redirect: redirectPublic,
  feed: feedPublic,
  partnerSite: partnerSitePublic,
}

const isInternal = (kind: Kind): boolean => (internalKinds as readonly string[]).includes(kind)

/** The kinds the public may ask for, in the order of the documentation. */
export const publicDefinitions: readonly (PublicDefinition & { kind: PublicKind })[] =
  Object.values(definitions).filter((definition): definition is PublicDefinition & { kind: PublicKind } => !isInternal(definition.kind))

/** Kinds of which there is one: a global. They have no list and no look-up. */
export const isSingleton = ({ source }: PublicDefinition): boolean => 'global' in source

/** The kind that the documents of a collection, or a global, become; undefined for what never reaches the public. */
export const kindOfSource = (slug: string): Kind | undefined =>
  Object.values(definitions).find(({ source }) => ('collection' in source ? source.collection : source.global) === slug)?.kind
