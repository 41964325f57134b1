import type { Bench, Stage } from '../bench.ts'
import { LARGE, slugOfClone } from '../data/multiply.ts'
import { newspaper } from '../data/newspaper.ts'
import type { Question } from '../load/message.ts'
import { compare, noteOf, type Side, timesOf } from '../measure/pairs.ts'
import { spreadOf } from '../measure/statistics.ts'
import { requests, variantsOf } from '../requests.ts'
import { memoryOf, untilIdle } from '../servers/child.ts'
import { type Program, startProgram, uncached } from '../servers/program.ts'

const PAGE = 20
/** Of the category that holds most: page 1,000 comes after these. */
const PAGES_BEFORE = LARGE.inOneCategory / PAGE - 1
const size = `${LARGE.articles.toLocaleString('en')} articles`
const [category] = newspaper().categories
const listFields = 'slug,title,lead,publishedAt,category.slug,category.name,bylines.author.slug,bylines.author.name'

const pageOf = (after?: string): Question => ({ method: 'GET', path: `/v1/articles?category=${category?.slug}&first=${PAGE}${after ? `&after=${after}` : ''}&fields=${listFields}`, headers: { accept: 'application/json' } })

/** Follows the list to the end of a page, in long steps. */
const cursorAfter = async ({ port, pages }: { port: number; pages: number }): Promise<string> => {
  let after = ''
  for (let left = pages * PAGE; left > 0;) {
    const first = Math.min(100, left)
    const response = await fetch(`http://127.0.0.1:${port}/v1/articles?category=${category?.slug}&first=${first}&fields=slug${after ? `&after=${after}` : ''}`)
    const { items, next } = await response.json() as { items: unknown[]; next: string | null }
    if (items.length !== first || !next) throw new Error(`The list of ${category?.slug} ended ${left - items.length} articles too early`)
    after = next
    left -= first
  }
  return after
}

const asked = (name: string): readonly Question[] => requests.find((one) => one.name === name)?.ours ?? []
/** Twenty articles all over the large newspaper, none of them read before. */
const farSlugs = Array.from({ length: 20 }, (_, index) => slugOfClone({ kind: 'article', index: Math.floor((index + 0.5) * LARGE.articles / 20) }))

const withSlug = (question: Question, slug: string): Question => {
  const url = new URL(question.path, 'http://localhost')
  url.searchParams.set('variables', JSON.stringify({ slug }))
  return { ...question, path: `${url.pathname}${url.search}` }
}

const measured = async ({ bench: { load, times, report }, name, small, large }: { bench: Bench; name: string; small: Program; large: Program }): Promise<void> => {
  const side = (program: Program, questions: readonly Question[]): Side => ({ ...program, questions: variantsOf(questions) })
  const [article] = asked('article')
  if (!article) throw new Error('There is no request for an article')
  const deep = pageOf(await cursorAfter({ port: large.port, pages: PAGES_BEFORE }))
  const rows: readonly { what: string; small: Side; large: Side; against: string }[] = [
    { what: 'newest 10', small: side(small, asked('newest')), large: side(large, asked('newest')), against: '300 articles' },
    { what: 'article by slug', small: side(small, asked('article')), large: side(large, farSlugs.map((slug) => withSlug(article, slug))), against: '300 articles' },
    { what: 'category list, page 1', small: side(small, [pageOf()]), large: side(large, [pageOf()]), against: '300 articles' },
    { what: `category list, page ${(PAGES_BEFORE + 1).toLocaleString('en')} by cursor`, small: side(large, [pageOf()]), large: side(large, [deep]), against: 'page 1' },
  ]
  for (const row of rows) {
    const compared = await compare({ load, times, ours: row.small, theirs: row.large })
    // Time for an answer is one over the rate.
    report({ what: `${size}, ${name}, uncached: ${row.what}, time against ${row.against}`, measured: compared.byRate, unit: 'times', mark: { atMost: 1.5 }, note: `${row.against}: ${timesOf(compared.ours)}; here: ${timesOf(compared.theirs)}; ${noteOf(compared, 'here')}` })
  }
}

// What a large newspaper has to be looked through for after a start.
const LONG_MS = 180_000
const MB = 1024 * 1024

const onDatabase = async ({ bench, database }: { bench: Bench; database: 'sqlite' | 'mongodb' }): Promise<void> => {
  const { data, logFile, report } = bench
  const name = database === 'sqlite' ? 'SQLite' : 'MongoDB'
  const [smallPlace, largePlace] = [await data[database === 'sqlite' ? 'sqlite' : 'mongo']('small'), await data[database === 'sqlite' ? 'sqlite' : 'mongo']('large')]
  const large = await startProgram({ ...largePlace, logFile, env: uncached })
  report({ what: `${size}, ${name}: start to ready`, measured: spreadOf([large.readyMs / 1000]), unit: 's', mark: { atMost: 20 } })
  const afterMs = await untilIdle({ pid: large.pid, limitMs: LONG_MS })
  const small = await startProgram({ ...smallPlace, logFile, env: uncached })
  try {
    await untilIdle(small)
    const before = memoryOf(large.pid)
    await measured({ bench, name, small, large })
    const { now, peak } = memoryOf(large.pid)
    report({ what: `${size}, ${name}: memory of the process`, measured: spreadOf([now / MB]), unit: 'MB', note: `${Math.round(before.now / MB)} MB ${Math.round(afterMs / 1000)} s after the start, at most ${Math.round(peak / MB)} MB; 300 articles: ${Math.round(memoryOf(small.pid).now / MB)} MB` })
  } finally {
    await Promise.all([small.stop(), large.stop()])
  }
}

/** 100,000 articles and 50,000 products against the small newspaper, on SQLite. */
export const largeSqlite: Stage = (bench) => onDatabase({ bench, database: 'sqlite' })

/** The same on MongoDB. */
export const largeMongodb: Stage = (bench) => onDatabase({ bench, database: 'mongodb' })
