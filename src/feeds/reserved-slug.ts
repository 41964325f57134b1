/** Names below `/feeds` and `/embed` that no feed of the newsroom can have: built-in feeds and fixed addresses. */
const reserved: readonly string[] = ['demo', 'v1', 'v1.js', 'products', 'articles']

/** Whether a feed may not be called so. */
export const isReservedSlug = (slug: string): boolean => reserved.includes(slug) || slug.startsWith('category-')
