import { describe, expect, it } from '@jest/globals'
import { ProblemError } from '../../../../src/api/problem.ts'
import { endpoints } from '../../../../src/api/rest/endpoints.ts'
import type { Parameter } from '../../../../src/api/rest/parameter.ts'
import { readParameters } from '../../../../src/api/rest/read-parameters.ts'

const parameters: readonly Parameter[] = [
  { name: 'first', type: 'int', minimum: 1, maximum: 100, default: 20, doc: 'How many.' },
  { name: 'genre', type: { type: 'enum', name: 'Genre', values: { news: 'News.', 'e-magazine': 'E-magazine.' } }, several: true, doc: 'Genre.' },
  { name: 'featured', type: 'boolean', doc: 'Featured.' },
  { name: 'stars', type: 'int', doc: 'Stars.' },
  { name: 'stars.gte', type: 'int', doc: 'At least so many stars.' },
  { name: 'publishedAt.gte', type: 'instant', doc: 'Published since.' },
  { name: 'validOn', type: 'day', doc: 'A day.' },
  { name: 'region', type: 'string', doc: 'Region.' },
  { name: 'category', type: 'string', several: true, doc: 'Category.' },
]

const read = (query: string) => readParameters({ parameters, query: new URLSearchParams(query) })

const refusal = (query: string, of: readonly Parameter[] = parameters) => {
  try {
    readParameters({ parameters: of, query: new URLSearchParams(query) })
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
  }
  throw new Error(`"${query}" was not refused`)
}

describe('parameters are read', () => {
  it.each<[string, Record<string, unknown>]>([
    ['', {}],
    ['first=7', { first: 7 }],
    ['genre=news,e-magazine,news', { genre: ['news', 'e-magazine'] }],
    ['featured=true', { featured: true }],
    ['stars=5&stars.gte=4', { stars: 5, 'stars.gte': 4 }],
    ['publishedAt.gte=2026-01-31T15:00:00%2B07:00', { 'publishedAt.gte': '2026-01-31T15:00:00+07:00' }],
    ['publishedAt.gte=2026-01-31T08:00:00.5Z', { 'publishedAt.gte': '2026-01-31T08:00:00.5Z' }],
    ['validOn=2028-02-29', { validOn: '2028-02-29' }],
    // A comma separates only where there may be several.
    ['region=Trung du, miền núi', { region: 'Trung du, miền núi' }],
    ['category=kinh-te, the-thao', { category: ['kinh-te', 'the-thao'] }],
  ])('%s', (query, values) => {
    expect(read(query)).toEqual({ first: 20, ...values })
  })

  it('and composed on the way: what looks equal is equal', () => {
    expect(read(`region=${encodeURIComponent('Bắc Kạn'.normalize('NFD'))}`)).toMatchObject({ region: 'Bắc Kạn'.normalize('NFC') })
  })
})

describe('what is not understood is refused by name', () => {
  it.each<[string, string, string, string]>([
    ['depth=2', 'BAD_REQUEST', 'depth', 'There is no parameter "depth" here. Allowed are "first", "genre", '],
    ['where[title][equals]=x', 'BAD_REQUEST', 'where[title][equals]', 'There is no parameter "where[title][equals]" here.'],
    ['First=1', 'BAD_REQUEST', 'First', 'There is no parameter "First" here.'],
    ['__proto__=1', 'BAD_REQUEST', '__proto__', 'There is no parameter "__proto__" here.'],
    ['stars.lt=4', 'BAD_REQUEST', 'stars.lt', '"stars" is asked as "stars", "stars.gte".'],
    ['first.gte=4', 'BAD_REQUEST', 'first.gte', '"first" is asked as "first".'],
    ['first=1&first=2', 'BAD_REQUEST', 'first', 'The parameter "first" is given more than once.'],
    ['genre=news&genre=news', 'BAD_REQUEST', 'genre', 'Several values are separated by commas.'],
    ['first=0', 'BAD_REQUEST', 'first', 'from 1 to 100'],
    ['first=-1', 'BAD_REQUEST', 'first', 'from 1 to 100'],
    ['first=101', 'LIMIT', 'first', 'at most 100'],
    ['first=1.5', 'BAD_REQUEST', 'first', 'a whole number'],
    ['first=', 'BAD_REQUEST', 'first', 'no value'],
    ['genre=NEWS', 'BAD_REQUEST', 'genre', 'may be "news", "e-magazine"'],
    ['genre=news,', 'BAD_REQUEST', 'genre', 'no value'],
    ['featured=1', 'BAD_REQUEST', 'featured', '"true" or "false"'],
    ['publishedAt.gte=2026-01-31', 'BAD_REQUEST', 'publishedAt.gte', 'an instant with its offset'],
    ['publishedAt.gte=2026-02-30T00:00:00Z', 'BAD_REQUEST', 'publishedAt.gte', 'an instant with its offset'],
    // A plus sign that was not escaped arrives as a space.
    ['publishedAt.gte=2026-01-31T15:00:00+07:00', 'BAD_REQUEST', 'publishedAt.gte', '%2B'],
    ['validOn=2026-02-29', 'BAD_REQUEST', 'validOn', 'a day of the calendar'],
    [`region=${'a'.repeat(201)}`, 'LIMIT', 'region', 'at most 200 characters'],
    [`category=${Array.from({ length: 21 }, (_, n) => `c${n}`).join(',')}`, 'LIMIT', 'category', 'at most 20 values'],
  ])('%s', (query, code, parameter, detail) => {
    const problem = refusal(query)
    expect(problem).toMatchObject({ code, parameter, status: 400 })
    expect(problem.detail).toContain(detail)
  })

  it('says what is allowed, also for programs', () => {
    expect(refusal('genre=x')['allowed']).toEqual(['news', 'e-magazine'])
    expect(refusal('draft=true')['allowed']).toEqual(parameters.map(({ name }) => name))
  })

  it('also when it is required and missing', () => {
    expect(() => readParameters({ parameters: [{ name: 'path', type: 'string', required: true, doc: 'The path.' }], query: new URLSearchParams() })).toThrow('The parameter "path" is missing: The path.')
  })
})

describe('every address', () => {
  it.each(endpoints.map(({ path, parameters: own }) => [path, own] as const))('%s refuses what it does not take, and says what it takes', (_, own) => {
    const names = own.map(({ name }) => name)
    const optional = own.filter(({ required }) => !required)
    for (const name of ['draft', 'depth', 'where', 'where[id][equals]', 'limit', 'page', 'locale', 'unknown'].filter((one) => !names.includes(one))) {
      expect(refusal(`${name}=1`, own)).toMatchObject({ code: 'BAD_REQUEST', status: 400, parameter: name, allowed: names, detail: expect.stringContaining(`"${name}"`) })
    }
    for (const { name, minimum, maximum } of own) {
      if (minimum !== undefined) expect(refusal(`${name}=${minimum - 1}`, optional)).toMatchObject({ code: 'BAD_REQUEST', parameter: name, detail: expect.stringContaining(String(minimum)) })
      if (maximum !== undefined) expect(refusal(`${name}=${maximum + 1}`, optional)).toMatchObject({ code: 'LIMIT', parameter: name, detail: expect.stringContaining(String(maximum)) })
    }
    for (const { name, type } of own) {
      if (typeof type === 'object') expect(refusal(`${name}=no-such-value`, optional)).toMatchObject({ code: 'BAD_REQUEST', parameter: name, allowed: Object.keys(type.values) })
    }
    for (const operator of ['like', 'not_equals', 'exists', 'gt']) {
      const [name] = names
      if (name) expect(refusal(`${name}.${operator}=1`, own)).toMatchObject({ code: 'BAD_REQUEST', parameter: `${name}.${operator}`, allowed: names })
    }
  })

  it('that lists takes from 1 to 100 at a time', () => {
    const lists = endpoints.flatMap(({ parameters: own }) => own.filter(({ name }) => name === 'first'))
    expect(lists.length).toBeGreaterThanOrEqual(12)
    for (const { minimum, maximum, default: usual } of lists) expect({ minimum, bounded: Number(maximum) <= 100, usual: Number(usual) <= Number(maximum) }).toEqual({ minimum: 1, bounded: true, usual: true })
  })
})
