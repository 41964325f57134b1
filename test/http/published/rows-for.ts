import type { Kind } from '../../../collections/shared/public-kinds.ts'
import { BEGINNING, ENDLESS, type RowContent } from '../../../src/published/row.ts'

/** A row of the store as a test wants it, past documents and projections. */
export const rowFor = ({ kind = 'article', id, ...more }: { kind?: Kind; id: string } & Partial<RowContent>): RowContent => ({
  id: `${kind}:${id}`, kind, docId: id, slug: id, number: null, visibleFrom: BEGINNING, visibleUntil: ENDLESS, sortKey: id, rank: id, stars: null, starsThrough: null, changesOn: null,
  gone: null, facets: [], refs: [], data: JSON.stringify({ name: id }), heavy: null, ...more,
})
