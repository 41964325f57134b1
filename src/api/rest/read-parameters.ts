import { isDay } from '../../ocop/day.ts'
import { ProblemError } from '../problem.ts'
import { type Parameter, type ParameterType, type ParameterValue, TEXT_MAX, VALUES_MAX } from './parameter.ts'

/** What was asked, by parameter; `several` ones are lists. Parameters that were not given have their default, or are absent. */
export type ParameterValues = Readonly<Record<string, ParameterValue | readonly ParameterValue[]>>

/** A refusal that names the parameter and what is allowed. */
export const refused = ({ parameter, detail, allowed, code = 'BAD_REQUEST' }: { parameter: string; detail: string; allowed?: readonly ParameterValue[]; code?: 'BAD_REQUEST' | 'LIMIT' }): ProblemError =>
  new ProblemError({ code, detail, extensions: { parameter, ...(allowed ? { allowed } : {}) } })

/** The names that an enumeration takes, for a sentence. */
const listed = (values: readonly ParameterValue[]): string => values.map((value) => `"${value}"`).join(', ')

// RFC 3339 §5.6: a date, a time and the offset from UTC.
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

const isInstant = (text: string): boolean => isDay(INSTANT.exec(text)?.[1]) && !Number.isNaN(Date.parse(text))

type Reader = (text: string) => ParameterValue | undefined

const readers: Readonly<Record<Exclude<ParameterType, object>, { read: Reader; wants: string }>> = {
  string: { read: (text) => text, wants: 'a text' },
  int: { read: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined), wants: 'a whole number' },
  boolean: { read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined), wants: '"true" or "false"' },
  instant: { read: (text) => (isInstant(text) ? text : undefined), wants: 'an instant with its offset, such as "2026-01-31T08:00:00Z" or "2026-01-31T15:00:00%2B07:00" (a plus sign in an address is written %2B)' },
  day: { read: (text) => (isDay(text) ? text : undefined), wants: 'a day of the calendar, such as "2026-01-31"' },
}

const readOne = ({ parameter, text }: { parameter: Parameter; text: string }): ParameterValue => {
  const { name, type, minimum, maximum, length = TEXT_MAX } = parameter
  if (text === '') throw refused({ parameter: name, detail: `The parameter "${name}" has no value.` })
  if (text.length > length) throw refused({ parameter: name, code: 'LIMIT', detail: `A value of the parameter "${name}" has at most ${length} characters.` })
  if (typeof type === 'object') {
    const allowed = Object.keys(type.values)
    if (!allowed.includes(text)) throw refused({ parameter: name, allowed, detail: `The parameter "${name}" is "${text}", and may be ${listed(allowed)}.` })
    return text
  }
  const value = readers[type].read(text)
  if (value === undefined) throw refused({ parameter: name, detail: `The parameter "${name}" is "${text}", and has to be ${readers[type].wants}.` })
  if (typeof value === 'number' && minimum !== undefined && value < minimum) throw refused({ parameter: name, detail: `The parameter "${name}" is ${value}, and has to be ${maximum === undefined ? `at least ${minimum}` : `from ${minimum} to ${maximum}`}.` })
  if (typeof value === 'number' && maximum !== undefined && value > maximum) throw refused({ parameter: name, code: 'LIMIT', detail: `The parameter "${name}" is ${value}, and may be at most ${maximum}.` })
  return value
}

const readSeveral = ({ parameter, text }: { parameter: Parameter; text: string }): ParameterValue[] => {
  const { name, valuesMax = VALUES_MAX } = parameter
  const texts = [...new Set(text.split(',').map((one) => one.trim()))]
  if (texts.length > valuesMax) throw refused({ parameter: name, code: 'LIMIT', detail: `The parameter "${name}" takes at most ${valuesMax} values, separated by commas.` })
  return texts.map((one) => readOne({ parameter, text: one }))
}

const nearest = (name: string, parameters: readonly Parameter[]): string => {
  const own = name.split('.')[0] ?? name
  const same = parameters.filter((parameter) => parameter.name.split('.')[0] === own).map((parameter) => parameter.name)
  return same.length > 0 ? `"${own}" is asked as ${listed(same)}.` : `Allowed are ${listed(parameters.map((parameter) => parameter.name))}.`
}

/**
 * Reads a query string by what an address takes. Nothing is passed over in silence: an unknown, repeated, empty or wrong parameter is refused.
 * Texts are NFC afterwards. @throws ProblemError 400 naming the parameter and what is allowed.
 */
export const readParameters = ({ parameters, query }: { parameters: readonly Parameter[]; query: URLSearchParams }): ParameterValues => {
  const known = new Map(parameters.map((parameter) => [parameter.name, parameter]))
  const given = new Map<string, string>()
  for (const [name, text] of query) {
    if (!known.has(name)) {
      const detail = parameters.length === 0 ? 'This address takes no parameters.' : nearest(name, parameters)
      throw refused({ parameter: name, allowed: [...known.keys()], detail: `There is no parameter "${name}" here. ${detail}` })
    }
    if (given.has(name)) throw refused({ parameter: name, detail: `The parameter "${name}" is given more than once.${known.get(name)?.several ? ' Several values are separated by commas.' : ''}` })
    given.set(name, text.normalize('NFC'))
  }
  const values: Record<string, ParameterValue | readonly ParameterValue[]> = {}
  for (const parameter of parameters) {
    const { name, several } = parameter
    const text = given.get(name)
    if (text !== undefined) {
      values[name] = several ? readSeveral({ parameter, text }) : readOne({ parameter, text })
    } else if (parameter.default !== undefined) values[name] = several ? [parameter.default] : parameter.default
  }
  // What is given is looked at first: who writes something wrong learns of that.
  const missing = parameters.find(({ name, required }) => required && values[name] === undefined)
  if (missing) throw refused({ parameter: missing.name, detail: `The parameter "${missing.name}" is missing: ${missing.doc}` })
  return values
}
