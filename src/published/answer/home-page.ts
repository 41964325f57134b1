import { expandFacet } from '../expand.ts'
import { type ListQuery, type Ref } from '../store.ts'
import type { Answerable, Answers } from './answers.ts'
import { featuredBrands } from './featured-brands.ts'

interface Slot {
  position: string
  title: string | null
  mode: string
  category: string | null
  articles: readonly string[]
  products: readonly string[]
  brands: readonly string[]
  count: number | null
  from: string | null
  until: string | null
}

const COUNT = 5
const COUNT_MAX = 50

const sizeOf = ({ count }: Slot): number => Math.min(COUNT_MAX, Math.max(1, count ?? COUNT))

const isOpen = ({ from, until }: Slot, now: string): boolean => (from === null || from <= now) && (until === null || now < until)

const chosen = (slot: Slot): Ref[] => [
  ...slot.articles.map((id): Ref => ({ kind: 'article', id })), ...slot.products.map((id): Ref => ({ kind: 'product', id })), ...slot.brands.map((id): Ref => ({ kind: 'partnerBrand', id })),
]

/** What an automatic slot is filled from, newest first. */
const automatic = async ({ answers, slot, room }: { answers: Answers; slot: Slot; room: number }): Promise<Answerable[]> => {
  if (slot.position === 'brands') return featuredBrands({ answers, placement: 'featured' })
  const query: Pick<ListQuery, 'kinds' | 'facets'> = slot.position === 'products'
    ? { kinds: ['product'] }
    : { kinds: ['article'], facets: [...(slot.category ? [await expandFacet({ answers, facet: 'category', expand: 'category-tree', id: slot.category })] : []), ...(slot.position === 'focus' ? [['featured:true']] : [])] }
  const { rows } = await answers.store.list({ ...query, first: room, moment: answers.moment })
  return rows.map((row) => answers.of(row))
}

/** The next instants at which slots open or close: what is answered now is right until the first of them. */
const dependOnWindows = ({ answers, slots }: { answers: Answers; slots: readonly Slot[] }): void => {
  for (const edge of slots.flatMap(({ from, until }) => [from, until])) if (edge !== null && edge > answers.moment.now) answers.store.dependOn([], edge)
}

/** The slots that are open now with what stands in them. What stands in one is not taken by a later one. */
export const homeSlots = async ({ answers, subject }: { answers: Answers; subject: Answerable }): Promise<unknown[]> => {
  const taken = new Set<string>()
  const slots: unknown[] = []
  const stored = (subject.data['_slots'] ?? []) as Slot[]
  dependOnWindows({ answers, slots: stored })
  for (const slot of stored) {
    if (!isOpen(slot, answers.moment.now)) continue
    const items: Answerable[] = []
    const take = (candidates: readonly Answerable[]): void => {
      for (const candidate of candidates) {
        const id = `${candidate.row.kind}:${candidate.row.id}`
        if (items.length >= sizeOf(slot) || taken.has(id)) continue
        taken.add(id)
        items.push(candidate)
      }
    }
    if (slot.mode === 'curated') take(await answers.load(chosen(slot)))
    // What the editors left open is filled by itself.
    if (items.length < sizeOf(slot)) take(await automatic({ answers, slot, room: sizeOf(slot) + taken.size }))
    slots.push({ position: slot.position, title: slot.title, category: slot.category, items })
  }
  return slots
}
