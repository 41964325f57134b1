import { describe, expect, it } from '@jest/globals'
import { breakingChanges } from '../../../../src/api/rest/compare-openapi.ts'

type Json = { [name: string]: any }

const api = () => ({
  paths: {
    '/v1/articles': {
      get: {
        parameters: [
          { name: 'sort', in: 'query', schema: { type: 'string', enum: ['title', '-title'], default: 'title' } },
          { name: 'first', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } },
        ],
        responses: { 200: { content: { 'application/json': { schema: { type: 'object', properties: { items: { type: 'array', items: { $ref: '#/components/schemas/Article' } } }, required: ['items'] } } } }, 301: {} },
      },
    },
  },
  components: {
    schemas: {
      Article: {
        type: 'object',
        properties: {
          title: { type: 'string' }, kicker: { type: ['string', 'null'] }, genre: { type: 'string', enum: ['news', 'report'] }, publishedAt: { type: 'string', format: 'date-time' },
          cover: { anyOf: [{ $ref: '#/components/schemas/Image' }, { type: 'null' }] }, category: { $ref: '#/components/schemas/Category' },
        },
        required: ['title', 'kicker'],
      },
      Image: { type: 'object', properties: {} },
      Category: { type: 'object', properties: {} },
      Latest: { oneOf: [{ allOf: [{ $ref: '#/components/schemas/Article' }, { properties: { kind: { const: 'article' } } }] }] },
    },
  },
})

/** The changes found when the document is changed so. */
const after = (change: (document: Json) => void): string[] => {
  const changed: Json = structuredClone(api())
  change(changed)
  return breakingChanges({ before: api(), after: changed })
}

const list = (document: Json): Json => document['paths']['/v1/articles'].get
const article = (document: Json): Json => document['components'].schemas.Article
const parameter = (document: Json, name: string): Json => list(document)['parameters'].find((one: Json) => one['name'] === name)

describe('what breaks clients', () => {
  it.each<[string, (document: Json) => void, string]>([
    ['a path that is gone', (document) => { delete document['paths']['/v1/articles'] }, 'GET /v1/articles is gone'],
    ['a method that is gone', (document) => { delete document['paths']['/v1/articles'].get }, 'GET /v1/articles is gone'],
    ['a parameter that is gone', (document) => { list(document)['parameters'].pop() }, 'GET /v1/articles: the query parameter "first" is gone'],
    ['a parameter that is required now', (document) => { parameter(document, 'first')['required'] = true }, 'GET /v1/articles: the query parameter "first" is required now'],
    ['a new parameter that is required', (document) => { list(document)['parameters'].push({ name: 'key', in: 'query', required: true, schema: { type: 'string' } }) }, 'GET /v1/articles: the query parameter "key" is required now'],
    ['a value that is not taken any more', (document) => { parameter(document, 'sort')['schema'].enum = ['title'] }, 'GET /v1/articles query parameter "sort": the value "-title" is gone'],
    ['another default', (document) => { parameter(document, 'sort')['schema'].default = '-title' }, 'GET /v1/articles query parameter "sort": the default was title and is -title'],
    ['a lower limit', (document) => { parameter(document, 'first')['schema'].maximum = 50 }, 'GET /v1/articles query parameter "first": maximum was 100 and is 50'],
    ['a new limit', (document) => { parameter(document, 'sort')['schema'].maxLength = 10 }, 'GET /v1/articles query parameter "sort": maxLength was not there and is 10'],
    ['another type of a parameter', (document) => { parameter(document, 'first')['schema'].type = 'string' }, 'GET /v1/articles query parameter "first": the type was integer and is string'],
    ['an answer that is gone', (document) => { delete list(document)['responses'][301] }, 'GET /v1/articles: the answer 301 is gone'],
    ['another media type', (document) => { list(document)['responses'][200].content = { 'text/plain': {} } }, 'GET /v1/articles 200: application/json is gone'],
    ['items of another kind', (document) => { list(document)['responses'][200].content['application/json'].schema.properties.items.items.$ref = '#/components/schemas/Image' }, 'GET /v1/articles 200.items[]: was #/components/schemas/Article and is #/components/schemas/Image'],
    ['a schema that is gone', (document) => { delete document['components'].schemas.Image }, 'The schema Image is gone'],
    ['a property that is gone', (document) => { delete article(document)['properties'].title }, 'Article: the property "title" is gone'],
    ['another type of a property', (document) => { article(document)['properties'].title.type = 'integer' }, 'Article.title: the type was string and is integer'],
    ['a property that may be null now', (document) => { article(document)['properties'].title.type = ['string', 'null'] }, 'Article.title: the type was string and is string or null'],
    ['a reference that may be null now', (document) => { article(document)['properties'].category = { anyOf: [{ $ref: '#/components/schemas/Category' }, { type: 'null' }] } }, 'Article.category: was #/components/schemas/Category and is written out'],
    ['a property that is not promised any more', (document) => { article(document)['required'] = ['title'] }, 'Article: "kicker" is not promised any more'],
    ['another format', (document) => { article(document)['properties'].publishedAt.format = 'date' }, 'Article.publishedAt: format was date-time and is date'],
    ['a value that is not answered any more', (document) => { article(document)['properties'].genre.enum = ['news'] }, 'Article.genre: the value "report" is gone'],
    ['a reference that is gone from a choice', (document) => { article(document)['properties'].cover.anyOf = [{ type: 'null' }] }, 'Article.cover: #/components/schemas/Image is gone from anyOf'],
    ['a kind that is gone from a mixed list', (document) => { document['components'].schemas.Latest.oneOf = [] }, 'Latest: #/components/schemas/Article is gone from oneOf'],
  ])('%s', (_, change, sentence) => {
    expect(after(change)).toEqual([sentence])
  })
})

describe('what lets the API grow', () => {
  it.each<[string, (document: Json) => void]>([
    ['nothing', () => {}],
    ['a new path', (document) => { document['paths']['/v1/products'] = structuredClone(document['paths']['/v1/articles']) }],
    ['a new parameter', (document) => { list(document)['parameters'].push({ name: 'topic', in: 'query', schema: { type: 'string' } }) }],
    ['a parameter that takes more', (document) => { parameter(document, 'sort')['schema'].enum.push('date'); parameter(document, 'first')['schema'].maximum = 200 }],
    ['a new answer', (document) => { list(document)['responses'][410] = {} }],
    ['a new property, promised or not', (document) => { article(document)['properties'].lead = { type: 'string' }; article(document)['required'].push('lead') }],
    ['a property that is never null any more', (document) => { article(document)['properties'].kicker.type = 'string' }],
    ['a new value', (document) => { article(document)['properties'].genre.enum.push('photo') }],
    ['a new kind in a mixed list', (document) => { document['components'].schemas.Latest.oneOf.unshift({ allOf: [{ $ref: '#/components/schemas/Image' }] }) }],
    ['other words', (document) => { article(document)['description'] = 'An article.' }],
  ])('%s', (_, change) => {
    expect(after(change)).toEqual([])
  })
})
