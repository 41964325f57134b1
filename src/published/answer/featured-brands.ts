import type { Answerable, Answers } from './answers.ts'
import { openPlacements, type Placement } from './placements.ts'

/** More than any place shows. */
export const BRANDS_MAX = 200

/** The brands to be shown in a place now, in the order of that place. The days are asked here too: a late sweep shows none too long. */
export const featuredBrands = async ({ answers, placement }: { answers: Answers; placement: string }): Promise<Answerable[]> => {
  const { rows } = await answers.store.list({ kinds: ['partnerBrand'], facets: [[`placement:${placement}`]], order: { by: 'name', descending: false }, first: BRANDS_MAX, moment: answers.moment })
  return rows
    .flatMap((row) => {
      const open = openPlacements({ placements: row.data['_placements'] as Placement[], today: answers.moment.today }).find((one) => one.placement === placement)
      return open ? [{ row, order: open.order }] : []
    })
    .sort((a, b) => a.order - b.order)
    .map(({ row }) => answers.of(row))
}
