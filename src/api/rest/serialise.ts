import type { Answerable, Answers } from '../../published/answer/answers.ts'
import { ProblemError } from '../problem.ts'
import type { Parts } from './selection.ts'

/** Things in one answer, those within others counted. */
const THINGS_MAX = 10_000

const isAnswerable = (value: unknown): value is Answerable => typeof value === 'object' && value !== null && 'row' in value && 'fields' in value

/**
 * Things as JSON: what is selected of each, and no more. All references of one level are read together, with one statement.
 * @throws ProblemError LIMIT when the answer would grow out of bounds.
 */
export const serialise = async ({ answers, things, selected }: { answers: Answers; things: readonly Answerable[]; selected: Parts }): Promise<Record<string, unknown>[]> => {
  let count = 0
  const thing = async (subject: Answerable, { union, of }: Parts): Promise<Record<string, unknown>> => {
    count += 1
    if (count > THINGS_MAX) throw new ProblemError({ code: 'LIMIT', detail: `The answer would hold more than ${THINGS_MAX} things: ask for fewer items or include less.`, extensions: { parameter: 'include' } })
    const entries = await Promise.all([...(of[subject.type] ?? [])].map(async ([name, parts]) => [name, await value(await answers.field(subject, name), parts)] as const))
    return { ...(union ? { kind: subject.type } : {}), ...Object.fromEntries(entries) }
  }
  const value = async (found: unknown, parts: Parts | null): Promise<unknown> => {
    if (parts === null) return found
    if (Array.isArray(found)) return Promise.all(found.filter(isAnswerable).map((one) => thing(one, parts)))
    return isAnswerable(found) ? thing(found, parts) : null
  }
  return Promise.all(things.map((one) => thing(one, selected)))
}
