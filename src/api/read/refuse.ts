import { BadCursorError, TooWideError } from '../../published/store.ts'
import { ProblemError } from '../problem.ts'

type Value = string | number

/** The values an argument takes, for a sentence. */
export const named = (values: readonly Value[]): string => values.map((value) => `"${value}"`).join(', ')

/** A refusal that names the argument and what is allowed. */
export const refuse = ({ argument, detail, allowed, code = 'BAD_REQUEST' }: { argument: string; detail: string; allowed?: readonly Value[]; code?: 'BAD_REQUEST' | 'LIMIT' }): ProblemError =>
  new ProblemError({ code, detail, extensions: { parameter: argument, ...(allowed ? { allowed } : {}) } })

/** Says as problems what the store refuses: a foreign cursor, and filters that name too much. */
export const asProblems = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BadCursorError) throw refuse({ argument: 'after', detail: `${error.message}.` })
    if (error instanceof TooWideError) throw new ProblemError({ code: 'LIMIT', detail: `${error.message}.` })
    throw error
  }
}

/** Checks values against a closed list and leaves repeated ones out. @throws ProblemError naming the argument and the list. */
export const oneOf = <T extends Value>({ argument, values, allowed }: { argument: string; values: readonly string[]; allowed: readonly T[] }): T[] => {
  const wrong = values.find((value) => !(allowed as readonly string[]).includes(value))
  if (wrong !== undefined) throw refuse({ argument, allowed, detail: `"${argument}" is "${wrong}", and may be ${named(allowed)}.` })
  return [...new Set(values)] as T[]
}
