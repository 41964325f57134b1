import { describe, expect, it } from '@jest/globals'
import { Validator } from '@seriousme/openapi-schema-validator'
import { problemCodes } from '../../../../src/api/problem.ts'
import { endpoints, restDocument } from '../../../../src/api/rest/endpoints.ts'
import { publicDefinitions } from '../../../../src/published/kinds.ts'
import { answerSchemas } from '../../../http/api/answer-schemas.ts'

type Json = Record<string, any>

const document: Json = JSON.parse(JSON.stringify(restDocument))
const operations = Object.entries<Json>(document['paths']).flatMap(([path, methods]) => Object.values<Json>(methods).map((operation) => [path, operation] as const))
const reads = Object.entries<Json>(document['paths']).flatMap(([path, { get }]) => (get ? [[path, get as Json] as const] : []))

const refsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(refsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => (name === '$ref' ? [String(one)] : refsIn(one)))
}

describe('the description of the REST API', () => {
  it('is an OpenAPI 3.1 document by the schema of OpenAPI itself', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document))
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
    expect(document['openapi']).toMatch(/^3\.1\./)
  })

  it('refers to nothing that it does not contain', () => {
    const missing = refsIn(document).filter((ref) => ref.replace('#/', '').split('/').reduce<Json | undefined>((at, name) => at?.[name], document) === undefined)
    expect(missing).toEqual([])
  })

  it('names every operation once', () => {
    const ids = operations.map(([, { operationId }]) => operationId as string)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('explains every parameter, property and operation', () => {
    for (const [path, { summary, parameters = [] }] of operations) {
      expect({ path, summary }).toEqual({ path, summary: expect.stringMatching(/\S/) })
      for (const { name, description } of parameters) expect({ path, name, description }).toEqual({ path, name, description: expect.stringMatching(/\S/) })
    }
    for (const [name, schema] of Object.entries<Json>(document['components'].schemas)) {
      if (name === 'Problem') continue
      for (const [property, { description }] of Object.entries<Json>(schema['properties'] ?? {})) expect({ name, property, description }).toEqual({ name, property, description: expect.stringMatching(/\S/) })
    }
  })

  it('shows examples that are as their schemas say', () => {
    const wrong = answerSchemas(document)
    for (const [path, { responses }] of reads) {
      const example = responses[200].content['application/json'].example
      expect({ path, has: example !== undefined, wrong: wrong({ path, status: 200, body: example }) }).toEqual({ path, has: true, wrong: [] })
    }
    for (const { content } of Object.values<Json>(document['components'].responses)) {
      const [media] = Object.values<Json>(content)
      expect(media?.['example']).toBeDefined()
    }
  })

  it('has a list and a single one of every kind, or the one there is', () => {
    const paths = operations.map(([path]) => path)
    for (const { plural, source } of publicDefinitions) {
      const path = `/v1/${plural.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
      expect(paths).toContain(path)
      if ('collection' in source) expect(paths.some((other) => other.startsWith(`${path}/{`))).toBe(true)
    }
  })

  it('lists the closed set of codes', () => {
    expect(document['components'].schemas.Problem.properties.code.enum).toEqual(Object.keys(problemCodes))
  })

  it('takes no parameter that is not answered for', () => {
    for (const { path, parameters } of endpoints) {
      const described = document['paths'][path].get.parameters ?? []
      expect(described.filter((one: Json) => one['in'] === 'query').map((one: Json) => one['name'])).toEqual(parameters.map(({ name }) => name))
    }
  })
})
