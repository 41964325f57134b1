import { englishOf } from '../../../collections/shared/public-definition.ts'
import { publicDefinitions } from '../../published/kinds.ts'
import { problemCodes, problemMediaType, problemOf } from '../problem.ts'
import type { Endpoint } from './endpoint.ts'
import { kebab } from './kind-path.ts'
import { type Parameter, type ParameterType, TEXT_MAX, VALUES_MAX } from './parameter.ts'
import { type JsonSchema, publicSchemas, refTo, scalarSchema } from './schemas.ts'
import { viewsOperation } from './views-operation.ts'

const description = `Everything public of the newspaper and its OCOP desk, for everyone and without a key; read-only, but that views are reported. The same data is at \`/graphql\`.

- Answers are JSON in UTF-8, NFC. Instants are ISO 8601 in UTC, days are Hanoi days as \`YYYY-MM-DD\`, amounts are whole đồng.
- A field that has no value is \`null\`, a list without items is \`[]\`; neither is left out.
- What a thing refers to is a card: \`id\`, \`url\` and what names it; an image with its description and sizes. \`include\` answers it whole, \`fields\` chooses.
- Lists have \`items\` and \`next\`, the cursor of the next page or \`null\`; \`Link\` with \`rel="next"\` leads there.
- One thing is asked for by its slug, or by \`id:<id>\`, \`number:<number>\`, \`key:<key>\` in the place of the slug.
- Errors are problems as RFC 9457 describes them. A parameter that is unknown, repeated or wrong is refused and named.
- HEAD is answered like GET without a body; \`ETag\` and \`If-None-Match\` save the body of an answer that is the same.
- \`/v1\` only grows: fields, parameters, values and addresses are added, none is taken away or changes its meaning.`

const typeSchema = (type: ParameterType): JsonSchema => (typeof type === 'object' ? { type: 'string', enum: Object.keys(type.values) } : scalarSchema(type))

const parameterSchema = ({ type, several, minimum, maximum, default: given, length = TEXT_MAX, valuesMax = VALUES_MAX }: Parameter): JsonSchema => {
  const one = { ...typeSchema(type), ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }), ...(type === 'string' ? { maxLength: length } : {}) }
  const schema: JsonSchema = several ? { type: 'array', items: one, minItems: 1, maxItems: valuesMax } : one
  return { ...schema, ...(given === undefined ? {} : { default: several ? [given] : given }) }
}

const queryParameter = (parameter: Parameter) => ({
  name: parameter.name,
  in: 'query',
  description: parameter.doc,
  required: parameter.required === true,
  ...(parameter.several ? { style: 'form', explode: false } : {}),
  schema: parameterSchema(parameter),
  ...(parameter.example === undefined ? {} : { example: parameter.several ? String(parameter.example).split(',') : parameter.example }),
})

const pathParameter = ({ name, doc, example }: NonNullable<Endpoint['segment']>) => ({ name, in: 'path', description: doc, required: true, schema: { type: 'string' }, example })

const problemContent = (example: unknown) => ({ [problemMediaType]: { schema: refTo('Problem'), example } })

const movedContent = { 'application/json': { schema: refTo('Moved'), example: { movedTo: 'https://example.vn/ten-moi-12345.html', permanent: true } } }
const location = { Location: { description: 'The address of the API under which it is now, or the redirect’s own target.', schema: { type: 'string', format: 'uri-reference' } } }

const responses = {
  BadRequest: {
    description: 'A parameter is unknown, repeated, wrong, or asks for too much. The problem names it and says what is allowed.',
    content: problemContent(problemOf({ code: 'BAD_REQUEST', detail: 'The parameter "sort" is "date", and may be "publishedAt", "-publishedAt".', extensions: { parameter: 'sort', allowed: ['publishedAt', '-publishedAt'] } })),
  },
  NotFound: { description: 'There is nothing public under this name.', content: problemContent(problemOf({ code: 'NOT_FOUND', detail: 'There is no article "khong-co".' })) },
  Moved: { description: 'It has another address now, for good.', headers: location, content: movedContent },
  MovedForNow: { description: 'It has another address for the time being.', headers: location, content: movedContent },
  Gone: { description: 'It was retracted (`reason` RETRACTED), or its address was given up.', content: problemContent(problemOf({ code: 'NOT_FOUND', status: 410, detail: 'The article was retracted.', extensions: { reason: 'RETRACTED', note: null } })) },
  RemovedByLaw: { description: 'It was removed for legal reasons (`reason` LEGAL).', content: problemContent(problemOf({ code: 'NOT_FOUND', status: 451, detail: 'The article was removed for legal reasons.', extensions: { reason: 'LEGAL', note: null } })) },
  TooMany: {
    description: 'This client has reported too many for now.',
    headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
    content: problemContent(problemOf({ code: 'RATE_LIMITED', detail: 'More than 120 in 60 s (limit "views"): wait 12 s.' })),
  },
  Problem: { description: 'Any other problem.', content: problemContent(problemOf({ code: 'INTERNAL', extensions: { requestId: '4d1c7e0a' } })) },
} as const

const responseTo = (name: keyof typeof responses) => ({ $ref: `#/components/responses/${name}` })

const linkHeader = { Link: { description: 'RFC 8288: `<…>; rel="next"` leads to the next page; absent on the last one.', schema: { type: 'string' } } }

const isList = ({ parameters }: Endpoint): boolean => parameters.some(({ name }) => name === 'after')

const operation = (endpoint: Endpoint) => {
  const { operationId, tag, summary, segment, parameters, schema, example, moves } = endpoint
  return {
    operationId,
    tags: [tag],
    summary,
    ...(endpoint.description ? { description: endpoint.description } : {}),
    ...(segment || parameters.length > 0 ? { parameters: [...(segment ? [pathParameter(segment)] : []), ...parameters.map(queryParameter)] } : {}),
    responses: {
      200: { description: 'The answer.', ...(isList(endpoint) ? { headers: linkHeader } : {}), content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } } },
      ...(moves ? { 301: responseTo('Moved'), 302: responseTo('MovedForNow'), 410: responseTo('Gone'), 451: responseTo('RemovedByLaw') } : {}),
      400: responseTo('BadRequest'),
      ...(segment || endpoint.parameters.some(({ required }) => required) ? { 404: responseTo('NotFound') } : {}),
      default: responseTo('Problem'),
    },
  }
}

const sharedSchemas = {
  Problem: {
    description: 'A problem as RFC 9457 describes it.',
    type: 'object',
    properties: {
      type: { type: 'string', format: 'uri-reference', description: 'Where the code is explained.' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', enum: Object.keys(problemCodes) },
      detail: { type: 'string', description: 'What is wrong with this very request, and what is allowed instead.' },
      parameter: { type: 'string', description: 'The parameter that was refused.' },
      allowed: { type: 'array', description: 'What is allowed in its place.', items: { type: ['string', 'number', 'boolean'] } },
      reason: { type: 'string', enum: ['RETRACTED', 'LEGAL'], description: 'Why something is gone.' },
      note: { type: ['string', 'null'], description: 'What the editors say to it.' },
      requestId: { type: 'string', description: 'Under which the server’s log knows the request.' },
    },
    required: ['type', 'title', 'status', 'code'],
  },
  Moved: {
    description: 'The body of a redirect, for programs that do not follow it.',
    type: 'object',
    properties: {
      movedTo: { type: 'string', format: 'uri', description: 'The address of the page on the reader site, to send readers to.' },
      permanent: { type: 'boolean', description: 'Whether it will stay there.' },
    },
    required: ['movedTo', 'permanent'],
  },
} as const

type Path = { get: ReturnType<typeof operation> } | { post: ReturnType<typeof viewsOperation> }

const pathsOf = (endpoints: readonly Endpoint[]): Record<string, Path> => ({
  ...Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, { get: operation(endpoint) }])),
  '/v1/views': { post: viewsOperation({ responses: { 400: responseTo('BadRequest'), 429: responseTo('TooMany'), default: responseTo('Problem') } }) },
})

/** The REST API as an OpenAPI 3.1 document, from the same endpoints that answer it. */
export const openApiOf = ({ endpoints, schemas }: { endpoints: readonly Endpoint[]; schemas: Readonly<Record<string, JsonSchema>> }) => ({
  openapi: '3.1.1',
  info: { title: 'OCOP Press', summary: 'News and products of Vietnam’s One Commune One Product programme.', description, version: '1.0.0' },
  servers: [{ url: '/', description: 'This server.' }],
  tags: [...new Set([...endpoints.map(({ tag }) => tag), 'views'])].map((name) => {
    const doc = publicDefinitions.find(({ plural }) => kebab(plural) === name)?.doc
    return { name, ...(doc ? { description: englishOf(doc) } : {}) }
  }),
  security: [],
  paths: pathsOf(endpoints),
  components: {
    schemas: Object.fromEntries(Object.entries({ ...publicSchemas(), ...schemas, ...sharedSchemas }).sort(([a], [b]) => (a < b ? -1 : 1))),
    responses,
  },
})

export type OpenApiDocument = ReturnType<typeof openApiOf>
