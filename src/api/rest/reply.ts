import type { PublicKind } from '../../../collections/shared/public-kinds.ts'
import type { Answerable } from '../../published/answer/answers.ts'
import { isSingleton, definitions } from '../../published/kinds.ts'
import type { PageAt } from '../../published/page-of.ts'
import { ProblemError } from '../problem.ts'
import type { Asked, Reply } from './endpoint.ts'
import type { Parameter } from './parameter.ts'
import { type ParameterValues, refused } from './read-parameters.ts'
import { type Extent, isCostlySelection, selectionOf } from './selection.ts'
import { serialise } from './serialise.ts'

/** Items of a list when something is asked that takes reading of its own for every item. */
export const COSTLY_FIRST_MAX = 20

const textsIn = (values: ParameterValues, name: string): readonly string[] | undefined => values[name] as readonly string[] | undefined

/** Things as `fields` and `include` ask for them. */
export const things = async ({ asked: { answers, values }, kinds, extent, found }: { asked: Pick<Asked, 'answers' | 'values'>; kinds: readonly PublicKind[]; extent: Extent; found: readonly Answerable[] }) =>
  serialise({ answers, things: found, selected: selectionOf({ kinds, extent, fields: textsIn(values, 'fields'), include: textsIn(values, 'include') }) })

/** Refuses, before anything is read, a selection that does not exist or asks too much of a long list. */
export const checkSelection = ({ values, kinds, extent, first = 1 }: { values: ParameterValues; kinds: readonly PublicKind[]; extent: Extent; first?: number }): void => {
  const selected = selectionOf({ kinds, extent, fields: textsIn(values, 'fields'), include: textsIn(values, 'include') })
  if (extent === 'whole' || first <= COSTLY_FIRST_MAX || !isCostlySelection({ kinds, selected })) return
  throw refused({ parameter: 'first', code: 'LIMIT', detail: `With a field in "fields" or "include" that lists leave out otherwise, "first" is at most ${COSTLY_FIRST_MAX}.` })
}

/** A page of a list: its items, the cursor of the next page, and the address of it as RFC 8288 writes it. */
export const page = ({ items, next, url }: { items: readonly unknown[]; next: string | null; url: URL }): Reply => {
  if (next === null) return { body: { items, next } }
  const following = new URLSearchParams(url.searchParams)
  following.set('after', next)
  // Commas and colons may stand in a query as they are, and are easier to read so.
  const query = following.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  return { body: { items, next }, headers: { Link: `<${url.pathname}?${query}>; rel="next"` } }
}

const words = (kind: PublicKind): string => kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** That there is nothing under a name. */
export const notFound = ({ kind, name }: { kind: PublicKind; name: string }): ProblemError =>
  new ProblemError({ code: 'NOT_FOUND', detail: isSingleton(definitions[kind]) ? `The ${words(kind)} has not been published yet.` : `There is no ${words(kind)} "${name}".` })

/** That something is gone: 451 when the law demanded it (RFC 7725), else 410. */
export const gone = ({ kind, reason, note }: { kind: PublicKind; reason: 'RETRACTED' | 'LEGAL' | null; note: string | null }): ProblemError =>
  new ProblemError({
    code: 'NOT_FOUND',
    status: reason === 'LEGAL' ? 451 : 410,
    detail: reason === 'LEGAL' ? `The ${words(kind)} was removed for legal reasons.` : reason === 'RETRACTED' ? `The ${words(kind)} was retracted.` : 'The address was given up.',
    extensions: reason === null ? {} : { reason, note },
  })

/** That something has another address: the one under `/v1` where there is one, so that programs which follow redirects arrive. */
export const moved = ({ at, path }: { at: Extract<PageAt, { movedTo: string }>; path: string }): Reply => ({
  status: at.permanent ? 301 : 302,
  headers: { Location: at.row?.slug ? `${path}/${encodeURIComponent(at.row.slug)}` : at.movedTo },
  body: { movedTo: at.movedTo, permanent: at.permanent },
})

/** The parameter that a value is read from is known to be a number. */
export const numberIn = (values: ParameterValues, { name }: Pick<Parameter, 'name'>): number => Number(values[name])
