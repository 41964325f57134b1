import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql'
import { isDay } from '../../ocop/day.ts'

const refused = (what: string, value: unknown): GraphQLError => new GraphQLError(`${what}, not ${JSON.stringify(value)}`, { extensions: { code: 'BAD_REQUEST' } })

const textScalar = ({ name, description, isValid, expected }: { name: string; description: string; isValid: (text: string) => boolean; expected: string }): GraphQLScalarType => {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value
    throw refused(expected, value)
  }
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node) => {
      if (node.kind !== Kind.STRING) throw refused(expected, valueFromASTUntyped(node))
      return parse(node.value)
    },
  })
}

const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

export const Instant = textScalar({
  name: 'Instant',
  description: 'An instant, ISO 8601 with a time zone; answers are in UTC: `2026-11-24T01:30:00.000Z`.',
  expected: 'An Instant is written like "2026-11-24T08:30:00+07:00"',
  isValid: (text) => instantForm.test(text) && !Number.isNaN(Date.parse(text)),
})

export const Day = textScalar({
  name: 'Day',
  description: 'A day of the calendar in Hanoi: `2026-11-24`.',
  expected: 'A Day is written like "2026-11-24"',
  isValid: isDay,
})

export const Url = textScalar({
  name: 'Url',
  description: 'An absolute address.',
  expected: 'A Url is absolute, like "https://example.vn/"',
  isValid: (text) => URL.canParse(text),
})

export const Json = new GraphQLScalarType({ name: 'JSON', description: 'Any JSON value.' })
