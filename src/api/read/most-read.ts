import type { PublishedRow } from '../../published/store.ts'
import { rankingTag } from '../../views/most-read.ts'
import { type ViewKind, viewKinds, type ViewWindow, viewWindowNames } from '../../views/windows.ts'
import type { Reader } from './reader.ts'
import { oneOf, refuse } from './refuse.ts'

export const MOST_READ_FIRST = 10
export const MOST_READ_FIRST_MAX = 50

// A ranking is a minute old: so many may have been withdrawn since.
const SPARE = 10

/**
 * What was read most in a window, the most read first; equal numbers by the newest, then by id. Shorter than `first` when less was read.
 * @throws ProblemError naming the argument and what is allowed.
 */
export const mostRead = async ({ reader: { store, moment, services }, window = 'day', kinds = viewKinds, first = MOST_READ_FIRST }: {
  reader: Reader
  window?: string
  kinds?: readonly string[] | null
  first?: number
}): Promise<PublishedRow[]> => {
  const [span] = oneOf<ViewWindow>({ argument: 'window', values: [window], allowed: viewWindowNames })
  if (!Number.isInteger(first) || first < 1) throw refuse({ argument: 'first', detail: `"first" is ${first}, and has to be a whole number from 1 to ${MOST_READ_FIRST_MAX}.` })
  if (first > MOST_READ_FIRST_MAX) throw refuse({ argument: 'first', code: 'LIMIT', detail: `"first" is ${first}, and may be at most ${MOST_READ_FIRST_MAX}.` })
  if (kinds?.length === 0) throw refuse({ argument: 'kinds', allowed: viewKinds, detail: '"kinds" is empty: leave it out for all of them.' })
  const wanted = oneOf<ViewKind>({ argument: 'kinds', values: kinds ?? viewKinds, allowed: viewKinds })
  const ranked = services.mostRead.ranking(span as ViewWindow)
  store.dependOn([rankingTag(span as ViewWindow)])
  const refs = ranked.filter(({ kind }) => (wanted as readonly string[]).includes(kind)).slice(0, first + SPARE)
  const found = await store.many({ refs, moment })
  return refs.flatMap(({ kind, id }) => found.get(`${kind}:${id}`) ?? []).slice(0, first)
}
