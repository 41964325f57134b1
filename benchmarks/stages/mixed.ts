import type { Stage } from '../bench.ts'
import { lexicalOf, newspaper } from '../data/newspaper.ts'
import type { Publication, Publications } from '../load/expectations.ts'
import type { Measured } from '../load/load.ts'
import { median, ratios, spreadOf } from '../measure/statistics.ts'
import { fiveInTurn, type RequestName } from '../requests.ts'
import { untilIdle } from '../servers/child.ts'
import { record } from '../servers/plain.ts'
import { startProgram, tokenOf } from '../servers/program.ts'

const EVERY_MS = 1000
const HOUR_MS = 3_600_000

const papers = newspaper()
const newest = papers.articles.at(-1)
/** The newest product with four stars, which is on the front page as well. */
const fourStars = papers.products.findLast(({ certificates: [certificate] }) => certificate?.stars === 4)

type Document = Record<string, unknown> & { id: string }

const found = async ({ port, token, collection, slug = '' }: { port: number; token: string; collection: string; slug: string | undefined }): Promise<Document> => {
  const response = await fetch(`http://127.0.0.1:${port}/api/${collection}?where[slug][equals]=${slug}&depth=0`, { headers: { authorization: `JWT ${token}` } })
  const { docs } = await response.json() as { docs: Document[] }
  if (!docs[0]) throw new Error(`There is no "${slug}" in ${collection}`)
  return docs[0]
}

const showing = (...names: (RequestName | `${RequestName}#0`)[]): number[] =>
  fiveInTurn.flatMap(({ request, turn }, index) => (names.includes(request) || (turn === 0 && names.includes(`${request}#0`)) ? [index] : []))

/** In turn: a corrected headline, a renamed product, a new article. */
const publicationsOf = async ({ port, token }: { port: number; token: string }): Promise<Publication[]> => {
  const article = await found({ port, token, collection: 'articles', slug: newest?.slug })
  const product = await found({ port, token, collection: 'products', slug: fourStars?.slug })
  // Older than the headline that is corrected, so that it stays the newest; each a second after the one before.
  const first = new Date(Date.parse(newest?.publishedAt ?? '') - HOUR_MS).toISOString()
  const { category, bylines, cover } = article as unknown as { category: string; bylines: { author: string; role: string }[]; cover: string }
  const further = { _status: 'published', title: 'Tin mới trong lúc đo [N%N]', lead: String(article['lead']), genre: 'news', category, cover, bylines: bylines.map(({ author, role }) => ({ author, role })), body: lexicalOf(papers.articles[0]?.paragraphs ?? []) }
  return [
    { letter: 'A', shown: 'every', method: 'PATCH', path: `/api/articles/${article.id}?depth=0`, body: JSON.stringify({ _status: 'published', title: 'Tiêu đề được sửa trong lúc đo [A%N]' }), questions: showing('newest', 'frontPage', 'article#0', 'restArticle#0') },
    { letter: 'P', shown: 'every', method: 'PATCH', path: `/api/products/${product.id}?depth=0`, body: JSON.stringify({ _status: 'published', name: 'Sản phẩm đổi tên trong lúc đo [P%N]' }), questions: showing('products', 'frontPage') },
    { letter: 'N', shown: 'newest', method: 'POST', path: '/api/articles?depth=0', body: JSON.stringify({ ...further, publishedAt: '%T' }), first, questions: showing('newest', 'frontPage') },
  ]
}

/** All five requests, stored, while something is published each second; every answer is held against the last acknowledged save. */
export const mixed: Stage = async ({ load, data, times, isQuick, logFile, report }) => {
  const program = await startProgram({ ...(await data.scratch()), logFile })
  await untilIdle(program)
  try {
    const token = await tokenOf(program)
    // Uncompressed, since every body is searched.
    const questions = fiveInTurn.map(({ question }) => ({ ...question, headers: { ...question.headers, 'accept-encoding': 'identity' } }))
    let publications: Publications = { token, everyMs: EVERY_MS, of: await publicationsOf({ port: program.port, token }), from: 0, acknowledged: [0, 0, 0] }
    const ms = isQuick ? 2500 : 4000
    const measure = (given: Publications) => load.measure({ port: program.port, serverPid: program.pid, questions, ms, publications: given, mayRefuse: true })
    const quietly: Publications = { ...publications, of: [] }
    const done: { ours: Measured; theirs: Measured }[] = []
    await record({ port: program.port, questions })
    await load.measure({ port: program.port, serverPid: program.pid, questions, ms: Math.max(1000, times.warmMs), publications: quietly, mayRefuse: true })
    for (let pair = 0; pair < times.pairs; pair++) {
      const quiet = await measure(quietly)
      const ours = await measure(publications)
      const { last = 0, acknowledged = [] } = ours.published ?? {}
      publications = { ...publications, from: last, acknowledged }
      done.push({ ours, theirs: quiet })
    }
    const saves = done.flatMap(({ ours }) => ours.published?.msPerSave ?? [])
    const stale = done.map(({ ours }) => ours.stale ?? 0)
    const rate = (of: 'ours' | 'theirs'): number => Math.round(median(done.map((both) => both[of].rate)))
    report({ what: 'a publication each second, all five requests: rate against the cached rate', measured: spreadOf(ratios(done.map(({ ours, theirs }) => ({ ours: ours.rate, theirs: theirs.rate })))), unit: 'percent', mark: { atLeast: 0.9 }, note: `${rate('ours')}/s, cached ${rate('theirs')}/s; ${saves.length} saves, ${Math.round(median(saves))} ms each (median); ${done.reduce((sum, { ours }) => sum + ours.refused, 0)} answers refused with 503` })
    report({ what: 'the same: p99 of all answers, those made anew among them', measured: spreadOf(done.map(({ ours }) => ours.p99)), unit: 'ms', mark: { atMost: 50 }, note: `longest ${Math.round(Math.max(...done.map(({ ours }) => ours.max)))} ms` })
    report({ what: 'the same: stale answers', measured: { median: stale.reduce((a, b) => a + b, 0), min: Math.min(...stale), max: Math.max(...stale) }, unit: 'count', mark: { atMost: 0 }, note: `${done.reduce((sum, { ours }) => sum + (ours.checked ?? 0), 0).toLocaleString('en')} answers checked${stale.some(Boolean) ? `; ${done.flatMap(({ ours }) => ours.examples ?? []).slice(0, 3).join('; ')}` : ''}` })
  } finally {
    await program.stop()
  }
}
