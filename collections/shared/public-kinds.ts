/**
 * The kinds of things the public can meet. A kind is a name of its own, not a collection's slug: the contract with front ends
 * outlives how editors' documents are stored. The GraphQL type name is the kind in PascalCase.
 */
export const publicKinds = [
  'article', 'author', 'category', 'topic', 'product', 'producer', 'productGroup', 'administrativeUnit', 'legalDocument',
  'partnerBrand', 'image', 'homePage', 'navigation', 'siteSettings',
] as const

/** Kinds that stand in the store but are never answered by themselves: they carry statistics, redirects, what feeds there are and whom they are for. */
export const internalKinds = ['certificate', 'redirect', 'feed', 'partnerSite'] as const

export type PublicKind = (typeof publicKinds)[number]
export type InternalKind = (typeof internalKinds)[number]
export type Kind = PublicKind | InternalKind
