import type { Kind } from '../../collections/shared/public-kinds.ts'
import { expandIds } from '../published/expand.ts'
import type { ListQuery, Moment, Store } from '../published/store.ts'
import type { Feed } from './feed.ts'

type Facets = readonly (readonly string[])[]
type Reading = { store: Store; moment: Moment }

const kindsOf = { products: ['product'], articles: ['article'], both: ['article', 'product'] } as const satisfies Record<Feed['what'], readonly Kind[]>

const named = async ({ reading, facet, expand, id }: { reading: Reading; facet: string; expand?: 'category-tree' | 'group-tree' | 'unit-history'; id: string | undefined }): Promise<Facets> =>
  (id === undefined ? [] : [(await expandIds({ ...reading, ...(expand ? { expand } : {}), id })).map((one) => `${facet}:${one}`)])

/** Of products the rarest first: few producers, then places and groups. */
const productFacets = async ({ reading, filters: { producer, province, group, withPrice, stars, withCertificate } }: Pick<Feed, 'filters'> & { reading: Reading }): Promise<Facets> => {
  const least = stars ?? (withCertificate ? 3 : null)
  return [
    ...await named({ reading, facet: 'producer', id: producer }),
    ...await named({ reading, facet: 'province', expand: 'unit-history', id: province }),
    ...await named({ reading, facet: 'group', expand: 'group-tree', id: group }),
    ...(withPrice ? [['priced:true']] : []),
    ...(least === null ? [] : [[3, 4, 5].filter((one) => one >= least).map((one) => `stars:${one}`)]),
  ]
}

const articleFacets = async ({ reading, filters: { topic, province, category } }: Pick<Feed, 'filters'> & { reading: Reading }): Promise<Facets> => [
  ...await named({ reading, facet: 'topic', id: topic }),
  ...await named({ reading, facet: 'province', expand: 'unit-history', id: province }),
  ...await named({ reading, facet: 'category', expand: 'category-tree', id: category }),
]

/** What the store is asked for a page of a feed. Filters that a kind does not know leave it as it is. */
export const feedQuery = async ({ feed, after = null, first = feed.size, ...reading }: Reading & { feed: Feed; after?: string | null; first?: number }): Promise<ListQuery> => {
  const { what, filters, order } = feed
  const kinds = kindsOf[what]
  const [article, product] = await Promise.all([
    what === 'products' ? [] : articleFacets({ reading, filters }),
    what === 'articles' ? [] : productFacets({ reading, filters }),
  ])
  const least = filters.stars ?? (filters.withCertificate ? 3 : null)
  return {
    kinds,
    facetsOf: { ...(article.length > 0 ? { article } : {}), ...(product.length > 0 ? { product } : {}) },
    // That stars hold today can be asked where all are products; in a mixed feed the facet says who had them at the last change of the day.
    ...(what === 'products' && least !== null ? { stars: { gte: least } } : {}),
    order: order === 'name' ? { by: 'name', descending: false } : { by: 'published', descending: true },
    after,
    first,
    heavy: feed.fields.includes('content'),
    moment: reading.moment,
  }
}
