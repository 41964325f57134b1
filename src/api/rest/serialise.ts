import type { Answerable, Answers } from '../../published/answer/answers.ts'
import { ProblemError } from '../problem.ts'
import type { Parts } from './selection.ts'

/** Things in one answer, those within others counted. */
const THINGS_MAX = 10_000

const isAnswerable = (value: unknown): value is Answerable => typeof value === 'object' && value !== null && 'row' in value && 'fields' in value

/** Goes on with a value: at once, or when it is there. */
const then = <T>(found: unknown, next: (value: unknown) => T): T | Promise<T> => (found instanceof Promise ? found.then(next) : next(found))

/** All of them, at once where none has to be waited for. */
const all = <T>(found: readonly unknown[], next: (values: readonly unknown[]) => T): T | Promise<T> =>
  (found.some((one) => one instanceof Promise) ? Promise.all(found).then(next) : next(found))

/**
 * Things as JSON: what is selected of each, and no more. All references of one level are read together, with one statement. What stands
 * in the rows is not waited for.
 * @throws ProblemError LIMIT when the answer would grow out of bounds.
 */
export const serialise = async ({ answers, things, selected }: { answers: Answers; things: readonly Answerable[]; selected: Parts }): Promise<Record<string, unknown>[]> => {
  let count = 0
  const thing = (subject: Answerable, { union, of }: Parts): unknown => {
    count += 1
    if (count > THINGS_MAX) throw new ProblemError({ code: 'LIMIT', detail: `The answer would hold more than ${THINGS_MAX} things: ask for fewer items or include less.`, extensions: { parameter: 'include' } })
    const fields = [...(of[subject.type] ?? [])]
    return all(fields.map(([name, parts]) => then(answers.field(subject, name), (found) => value(found, parts))), (values) => {
      const told: Record<string, unknown> = union ? { kind: subject.type } : {}
      for (const [index, [name]] of fields.entries()) told[name] = values[index]
      return told
    })
  }
  const value = (found: unknown, parts: Parts | null): unknown => {
    if (parts === null) return found
    if (Array.isArray(found)) return all(found.filter(isAnswerable).map((one) => thing(one, parts)), (values) => values)
    return isAnswerable(found) ? thing(found, parts) : null
  }
  return await Promise.all(things.map((one) => thing(one, selected))) as Record<string, unknown>[]
}
