import { sortKey } from '../../src/text/sort-key.ts'
import type { RowContent } from '../../src/published/row.ts'
import { FIRST_INSTANT, newspaper } from './newspaper.ts'

/** `SCALE=0.02`: a large newspaper of that part, to try the benchmark itself. */
export const scale = Number(process.env.SCALE ?? '1')

/** How much the large newspaper has beside the small one. */
export const LARGE = { articles: 100_000 * scale, products: 50_000 * scale, inOneCategory: 20_000 * scale } as const

const MINUTE_MS = 60_000
/** Minutes between two of the further documents; all are older than those of the small newspaper. */
const STEP = { article: 10, product: 20 } as const
const NUMBER_FROM = 1_000_000

export const slugOfClone = ({ kind, index }: { kind: 'article' | 'product'; index: number }): string => `${kind === 'article' ? 'bai' : 'san-pham'}-${index}-trong-kho-luu-tru`

/** A row with all that its database keeps of it. */
export type Template<Stored> = RowContent & { stored: Stored }

interface Templates<Stored> { articles: readonly Template<Stored>[]; products: readonly Template<Stored>[]; makeId: (count: number) => string }

const cloneOf = <Stored>({ kind, template, index, id }: { kind: 'article' | 'product'; template: Template<Stored>; index: number; id: string }): Template<Stored> => {
  const visibleFrom = new Date(Date.parse(FIRST_INSTANT) - (index + 1) * STEP[kind] * MINUTE_MS).toISOString()
  const slug = slugOfClone({ kind, index })
  const number = NUMBER_FROM + index
  const data = JSON.parse(template.data) as Record<string, unknown>
  const named = kind === 'article' ? 'title' : 'name'
  const name = `${String(data[named])} (${index})`
  return {
    ...template, id: `${kind}:${id}`, docId: id, slug, number, visibleFrom, sortKey: sortKey(name), rank: kind === 'article' ? '' : `${template.stars ?? 0} ${visibleFrom}`,
    data: JSON.stringify({ ...data, slug, number, [named]: name, publishedAt: visibleFrom }),
  }
}

/** Which template each further article takes: every so many go into the first category, the others into the rest in turn. */
const templateOf = <T>(articles: readonly T[]): ((index: number) => T) => {
  const categories = newspaper().categories.length
  const byCategory = Array.from({ length: categories }, (_, category) => articles.filter((_row, index) => index % categories === category))
  const every = LARGE.articles / LARGE.inOneCategory
  return (index) => {
    const group = byCategory[index % every === 0 ? 0 : 1 + (index % (categories - 1))] as T[]
    return group[Math.floor(index / categories) % group.length] as T
  }
}

/** The rows beside those of the small newspaper, as the store would have written them; each a copy of one of its rows under a name of its own. */
export function* furtherRows<Stored>({ articles, products, makeId }: Templates<Stored>): Generator<Template<Stored>> {
  let count = 0
  const template = templateOf(articles)
  for (let index = 0; index < LARGE.articles; index++) yield cloneOf({ kind: 'article', template: template(index), index, id: makeId(count++) })
  for (let index = 0; index < LARGE.products; index++) yield cloneOf({ kind: 'product', template: products[index % products.length] as Template<Stored>, index, id: makeId(count++) })
}
