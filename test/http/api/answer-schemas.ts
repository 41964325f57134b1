import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

type Json = Record<string, any>

/** The schema of an answer by path and status, or undefined when the description does not know it. */
const answerPointer = ({ document, path, status }: { document: Json; path: string; status: number }): string | undefined => {
  const responses = document['paths'][path]?.get?.responses
  const at = responses?.[status] ? String(status) : responses?.['default'] ? 'default' : undefined
  if (!at) return undefined
  const ref: string | undefined = responses[at].$ref
  const base = ref ?? `#/paths/${path.replaceAll('/', '~1')}/get/responses/${at}`
  const content = ref ? document['components'].responses[ref.split('/').at(-1) as string].content : responses[at].content
  return `${base}/content/${String(Object.keys(content)[0]).replaceAll('/', '~1')}/schema`
}

/**
 * Checks answers against the description the server gives of itself, more strictly than a client would: a property that is not
 * described is an error too.
 */
export const answerSchemas = (described: Json) => {
  const document = structuredClone(described)
  for (const [name, schema] of Object.entries<Json>(document['components'].schemas)) {
    if (!schema['properties']) continue
    schema['additionalProperties'] = false
    // Among several kinds a row says which one it is.
    if (name.endsWith('Fields')) schema['properties'].kind ??= { type: 'string' }
  }
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema(document, 'api.json')
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>()
  /** What is wrong with an answer; nothing when it is as described. */
  return ({ path, status, body }: { path: string; status: number; body: unknown }): string[] => {
    const pointer = answerPointer({ document, path, status })
    if (!pointer) return [`${path} does not describe an answer ${status}`]
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `api.json${encodeURI(pointer)}` })
    compiled.set(pointer, validate)
    return validate(body) ? [] : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)
  }
}
