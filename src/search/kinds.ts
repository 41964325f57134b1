/** What can be found. */
export const searchKinds = ['article', 'product'] as const
export type SearchKind = (typeof searchKinds)[number]

/** What is found by its name through what refers to it, or what hits are filtered and counted by. */
export const namedKinds = ['administrativeUnit', 'category', 'partnerBrand', 'producer', 'productGroup', 'topic'] as const
export type NamedKind = (typeof namedKinds)[number]

export const isSearchKind = (kind: string): kind is SearchKind => (searchKinds as readonly string[]).includes(kind)
export const isNamedKind = (kind: string): kind is NamedKind => (namedKinds as readonly string[]).includes(kind)
