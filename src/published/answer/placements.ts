/** Where a partner's brand is to be shown, as stored; both days are Hanoi days, the last one included. */
export interface Placement {
  placement: string
  order: number
  from: string | null
  until: string | null
}

/** The placements that are open on a day, in order. */
export const openPlacements = ({ placements, today }: { placements: readonly Placement[]; today: string }): { placement: string; order: number }[] =>
  placements
    .filter(({ from, until }) => (from === null || from <= today) && (until === null || today <= until))
    .map(({ placement, order }) => ({ placement, order }))
    .sort((a, b) => a.order - b.order)
