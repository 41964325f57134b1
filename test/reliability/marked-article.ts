import { type Client } from '../support/staff.ts'
import { article, idOf, type Samples } from '../http/access/samples.ts'

/** What a marked article refers to. */
export type Frame = { samples: Samples; topics: string[] }

const TOPICS = 5
const LINKS = 5
const BYLINES = 3

export const makeTopics = async (client: Client): Promise<string[]> =>
  Promise.all(Array.from({ length: TOPICS }, async (_, n) => idOf(await client.post('/topics', { name: `Chủ đề thử ${n + 1}` }))))

// Each revision names other topics, in another order.
const topicsOf = (revision: number, topics: string[]): string[] => [0, 2, 4].map((step) => topics[(revision + step) % topics.length] as string)

/** An article whose every part (title, texts, rows, relations) carries its name and revision: a mixture of two saves shows. */
export const markedArticle = ({ frame, name, revision }: { frame: Frame; name: string; revision: number }) => {
  const mark = (part: number) => `${name}/${revision}/${part}`
  return article(frame.samples, {
    title: `Bài ${name} lần ${revision}`,
    coverCaption: mark(0),
    bylines: Array.from({ length: BYLINES }, (_, n) => ({ author: frame.samples.author, role: 'text', penName: mark(n) })),
    relatedLinks: Array.from({ length: LINKS }, (_, n) => ({ title: mark(n), url: `https://example.test/${n}` })),
    topics: topicsOf(revision, frame.topics),
    _status: 'published',
  })
}

type Parts = {
  title?: string
  coverCaption?: string
  bylines?: { penName?: string | null }[]
  relatedLinks?: { title?: string }[]
  topics?: unknown[]
}

/** The name and revision of a marked article; null when it is not of one piece. */
export const markOf = (doc: Parts, topics: string[]): { name: string; revision: number } | null => {
  const match = /^Bài (.+) lần (\d+)$/.exec(doc.title ?? '')
  if (!match) return null
  const [name, revision] = [match[1] as string, Number(match[2])]
  const marks = (count: number) => Array.from({ length: count }, (_, n) => `${name}/${revision}/${n}`)
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const whole = doc.coverCaption === `${name}/${revision}/0`
    && same(doc.bylines?.map(({ penName }) => penName), marks(BYLINES))
    && same(doc.relatedLinks?.map(({ title }) => title), marks(LINKS))
    && same(doc.topics, topicsOf(revision, topics))
  return whole ? { name, revision } : null
}
