import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { article, idOf, makeSamples, product } from '../http/access/samples.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { type Client, staff } from '../support/staff.ts'

const SECONDS = Number(process.env.STALE_SECONDS ?? 15)
const READERS = 12
const ARTICLES = 8
const PRODUCTS = 4
const WRITERS = 4

/** A state of a thing: what its text says, or that the public does not see it. `at` and `acknowledged` are steps of one counter. */
type State = { version: number | null; begun: number; acknowledged: number }
type Thing = { kind: 'articles' | 'products'; id: string; slug: string; states: State[] }

let server: TestServer
let admin: Client
const things: Thing[] = []
let steps = 0
const step = (): number => (steps += 1)

const textOf = ({ slug }: Thing, version: number): string => `${slug} lần ${version}`
const versionIn = (text: string): number => Number(/ lần (\d+)$/.exec(text)?.[1])
const fieldOf = ({ kind }: Thing): string => (kind === 'articles' ? 'title' : 'name')

const save = async (thing: Thing, version: number, isPublic: boolean): Promise<void> => {
  const state: State = { version: isPublic ? version : null, begun: step(), acknowledged: Infinity }
  thing.states.push(state)
  const answer = await admin.patch(`/${thing.kind}/${thing.id}`, { [fieldOf(thing)]: textOf(thing, version), _status: isPublic ? 'published' : 'draft' })
  if (answer.status !== 200) throw new Error(`A save was refused with ${answer.status}: ${JSON.stringify(answer.body)}`)
  state.acknowledged = step()
}

beforeAll(async () => {
  server = await startServer()
  admin = await staff(server).as('administrator')
  const samples = await makeSamples(admin)
  const add = async (kind: Thing['kind'], slug: string) => {
    const text = { title: `${slug} lần 0`, name: `${slug} lần 0`, slug, _status: 'published' }
    const body = kind === 'articles' ? article(samples, { ...text, name: undefined }) : product(samples, { ...text, title: undefined })
    things.push({ kind, id: idOf(await admin.post(`/${kind}`, body)), slug, states: [{ version: 0, begun: step(), acknowledged: step() }] })
  }
  for (let n = 0; n < ARTICLES; n += 1) await add('articles', `bai-${n}`)
  for (let n = 0; n < PRODUCTS; n += 1) await add('products', `hang-${n}`)
}, 120_000)
afterAll(() => server?.stop())

type Seen = Map<string, string>
type Question = { things: readonly Thing[]; ask: () => Promise<Seen> }

const json = async (path: string, init?: RequestInit): Promise<{ status: number; body: any }> => {
  const response = await server.fetch(path, init)
  return { status: response.status, body: await response.json() }
}
const bySlug = (items: { slug: string; title?: string; name?: string }[]): Seen => new Map(items.map(({ slug, title, name }) => [slug, String(title ?? name)]))
const graphql = async (query: string, byPost: boolean): Promise<any> => {
  const { status, body } = byPost
    ? await json('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) })
    : await json(`/graphql?${new URLSearchParams({ query })}`)
  if (status !== 200 || body.errors) throw new Error(JSON.stringify(body))
  return body.data
}

const ofKind = (kind: Thing['kind']): Thing[] => things.filter((thing) => thing.kind === kind)
const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T

/** The questions of readers, each with the things that its answer must show as they are. */
const question = (): Question => {
  const thing = pick(things)
  const { kind, slug } = thing
  const single = kind === 'articles' ? 'article' : 'product'
  const field = fieldOf(thing)
  const byPost = Math.random() < 0.5
  return pick<Question>([
    { things: [thing], ask: async () => {
      const { status, body } = await json(`/v1/${kind}/${slug}?fields=slug,${field}`)
      if (status !== 200 && status !== 404) throw new Error(`${status}: ${JSON.stringify(body)}`)
      return status === 200 ? bySlug([body]) : new Map()
    } },
    { things: ofKind(kind), ask: async () => bySlug((await json(`/v1/${kind}?first=20&fields=slug,${field}`)).body.items) },
    { things: [thing], ask: async () => bySlug([(await graphql(`{ ${single}(slug: "${slug}") { slug ${field} } }`, byPost))[single]].filter(Boolean)) },
    { things: ofKind(kind), ask: async () => bySlug((await graphql(`{ ${kind}(first: 20) { nodes { slug ${field} } } }`, byPost))[kind].nodes) },
    { things, ask: async () => bySlug((await graphql('{ latest(first: 20) { nodes { ... on Article { slug title } ... on Product { slug name } } } }', byPost)).latest.nodes) },
  ])
}

/** Whether a reader that began and ended at these steps may have seen this: a state that had begun before the end, and that no later one had replaced for sure before the beginning. */
const isRight = ({ states }: Thing, seen: string | undefined, { from, to }: { from: number; to: number }): boolean => {
  const version = seen === undefined ? null : versionIn(seen)
  return states.some((state, at) => state.version === version && state.begun < to && !states.slice(at + 1).some(({ acknowledged }) => acknowledged < from))
}

it(`shows nobody what was replaced before they asked, in ${SECONDS} s of saves and reads at random`, async () => {
  const end = performance.now() + SECONDS * 1000
  const violations: string[] = []
  const counts = { reads: 0, saves: 0 }
  const reader = async (): Promise<void> => {
    while (performance.now() < end) {
      const { things: shown, ask } = question()
      const from = step()
      const seen = await ask()
      const to = step()
      counts.reads += 1
      for (const thing of shown) {
        if (!isRight(thing, seen.get(thing.slug), { from, to })) violations.push(`${thing.slug} was "${seen.get(thing.slug) ?? 'absent'}" from ${from} to ${to}: ${JSON.stringify(thing.states.slice(-4))}`)
      }
    }
  }
  const writer = async (own: readonly Thing[]): Promise<void> => {
    for (let version = 1; performance.now() < end; version += 1) {
      await save(pick(own), version, Math.random() < 0.8)
      counts.saves += 1
      await sleep(Math.random() * 40)
    }
  }
  const writers = Array.from({ length: WRITERS }, (_, n) => writer(things.filter((_thing, at) => at % WRITERS === n)))
  await Promise.all([...Array.from({ length: READERS }, reader), ...writers])
  expect(violations.slice(0, 5)).toEqual([])
  // It proves nothing when hardly anything happened, or nothing came from the cache.
  const metrics = await (await server.fetch('/metrics')).text()
  expect(counts.saves).toBeGreaterThan(SECONDS)
  expect(counts.reads).toBeGreaterThan(counts.saves)
  expect(Number(/^cache_hits_total (\d+)/m.exec(metrics)?.[1])).toBeGreaterThan(10)
}, (SECONDS + 60) * 1000)
