import type { PublishedRow } from '../../published/store.ts'
import { cutLatest, type Latest, LATEST_FIRST, latestKinds } from './latest.ts'
import type { Reader } from './reader.ts'

/** How many items the boxes beside an article hold at most. */
export const boxSizes = { related: 3, sameCategory: 5, latest: LATEST_FIRST, youMayLike: 5 } as const

export interface ArticleBoxes {
  related: PublishedRow[]
  sameCategory: PublishedRow[]
  latest: Latest
  youMayLike: PublishedRow[]
}

/** Articles among which the fallback of `youMayLike` chooses: enough to fill it when all the other boxes hold articles alone. */
const RECENT = 60
/** Of so many articles it can be filled whatever the other boxes and the page itself take. */
export const YOU_MAY_LIKE_OF = 1 + boxSizes.related + boxSizes.sameCategory + boxSizes.latest + boxSizes.youMayLike
const ON_TOPIC = 24

const idsIn = (row: PublishedRow, name: string): string[] => (row.data[name] ?? []) as string[]

/** Moves first what more speaks for; what is equal stays in its order. */
const best = (rows: readonly PublishedRow[], score: (row: PublishedRow) => number): PublishedRow[] => [...rows].sort((a, b) => score(b) - score(a))

/** Gives each box what no box before it has taken. */
const taking = (self: PublishedRow) => {
  const taken = new Set([`${self.kind}:${self.id}`])
  return (candidates: readonly PublishedRow[], size: number): PublishedRow[] => {
    const box: PublishedRow[] = []
    for (const row of candidates) {
      const name = `${row.kind}:${row.id}`
      if (box.length >= size || taken.has(name)) continue
      taken.add(name)
      box.push(row)
    }
    return box
  }
}

/**
 * What stands beside an article. The boxes choose in this order, each from what is left: `related` (by hand, else most topics in common,
 * else the same category), `sameCategory` (the newest), `latest` (the newest of all), `youMayLike` (the most read, then among the
 * recent: featured ones, those of other categories, the newest first). The list of all things new comes before what is recommended, so that nothing
 * new is missing in it.
 */
export const articleBoxes = async ({ reader: { store, moment }, article, category, chosen, mostRead }: {
  reader: Reader
  article: PublishedRow
  /** Its primary category, if that is public. */
  category: PublishedRow | null
  /** The related articles chosen by hand that are visible. */
  chosen: readonly PublishedRow[]
  /** The most read articles that are visible; `YOU_MAY_LIKE_OF` are enough. */
  mostRead: readonly PublishedRow[]
}): Promise<ArticleBoxes> => {
  const topics = idsIn(article, 'topics')
  const needsMore = chosen.length < boxSizes.related && topics.length > 0
  const [onTopic, inCategory, newest, recent] = await Promise.all([
    needsMore ? store.list({ kinds: ['article'], facets: [topics.map((topic) => `topic:${topic}`)], first: ON_TOPIC, moment }) : null,
    category ? store.list({ kinds: ['article'], facets: [[`section:${category.id}`]], first: 1 + boxSizes.related + boxSizes.sameCategory, moment }) : null,
    store.list({ kinds: latestKinds, first: 1 + boxSizes.related + boxSizes.sameCategory + boxSizes.latest, moment }),
    mostRead.length < YOU_MAY_LIKE_OF ? store.list({ kinds: ['article'], first: RECENT, moment }) : null,
  ])
  const take = taking(article)
  const shared = (row: PublishedRow): number => idsIn(row, 'topics').filter((topic) => topics.includes(topic)).length
  const related = take([...chosen, ...best(onTopic?.rows ?? [], shared), ...(inCategory?.rows ?? [])], boxSizes.related)
  const sameCategory = take(inCategory?.rows ?? [], boxSizes.sameCategory)
  const latest = cutLatest({ page: newest, first: boxSizes.latest, without: new Set([article, ...related, ...sameCategory].map(({ id }) => id)) })
  take(latest.rows, latest.rows.length)
  const liking = ({ data }: PublishedRow): number => (data['featured'] === true ? 2 : 0) + (data['category'] === article.data['category'] ? 0 : 1)
  return { related, sameCategory, latest, youMayLike: take([...mostRead, ...best(recent?.rows ?? [], liking)], boxSizes.youMayLike) }
}
