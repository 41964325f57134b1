import { viewKinds } from '../../views/windows.ts'
import type { JsonSchema } from './schemas.ts'

const schema: JsonSchema = {
  description: 'What a reader has opened.',
  type: 'object',
  properties: {
    kind: { type: 'string', enum: [...viewKinds], description: 'What it is.' },
    id: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$', description: 'Its `id`.' },
  },
  required: ['kind', 'id'],
  additionalProperties: false,
}

/** The one write of the public API, for OpenAPI. `responses` are those that other operations answer with, too. */
export const viewsOperation = ({ responses }: { responses: Readonly<Record<string, unknown>> }) => ({
  operationId: 'countView',
  tags: ['views'],
  summary: 'Report that a reader has opened an article or a product.',
  description: 'The one write that anyone may do: no cookie, no key. It is what `/v1/most-read` counts. `text/plain` with the same JSON is taken too, so that `navigator.sendBeacon` works. What is unknown or not public is answered 204 as well, and not counted.',
  requestBody: {
    required: true,
    content: { 'application/json': { schema, example: { kind: viewKinds[0], id: '0199f3c2-7d41-7c3a-9b1e-2f6a5d8c4e10' } }, 'text/plain': { schema: { type: 'string', maxLength: 512, description: 'The same as JSON.' } } },
  },
  responses: { 204: { description: 'Taken.' }, ...responses },
})
