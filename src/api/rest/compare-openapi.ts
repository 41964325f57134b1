/** An OpenAPI document as far as the comparison goes. */
export type OpenApi = Readonly<Record<string, unknown>>

type Schema = Readonly<Record<string, unknown>>
type Named = Readonly<Record<string, Schema>>

const object = (value: unknown): Schema => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : {})
const entries = (value: unknown): [string, Schema][] => Object.entries(object(value)).map(([name, one]) => [name, object(one)])
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const texts = (value: unknown): string[] => list(value).map(String)
const missing = (before: readonly string[], after: readonly string[]): string[] => before.filter((one) => !after.includes(one))

/** `answer`: what the server gives may promise more, never less. `question`: what it takes may allow more, never less. */
type Direction = 'answer' | 'question'

// A member of a union is known by what it refers to or by the kind it names, wherever it stands.
const memberKey = (member: unknown, at: number): string => {
  const schema = object(member)
  if (typeof schema['$ref'] === 'string') return schema['$ref']
  const refs = list(schema['allOf']).map((part) => object(part)['$ref']).filter((ref) => typeof ref === 'string')
  return refs.length > 0 ? refs.join(' and ') : typeof schema['type'] === 'string' ? schema['type'] : `member ${at + 1}`
}

const members = (value: unknown): Named => Object.fromEntries(list(value).map((member, at) => [memberKey(member, at), object(member)]))

const limits = [
  { keyword: 'maximum', tighter: (before: number, after: number) => after < before },
  { keyword: 'maxLength', tighter: (before: number, after: number) => after < before },
  { keyword: 'maxItems', tighter: (before: number, after: number) => after < before },
  { keyword: 'minimum', tighter: (before: number, after: number) => after > before },
] as const

const compareLimits = (before: Schema, after: Schema, where: string): string[] =>
  limits.flatMap(({ keyword, tighter }) => {
    const [old, now] = [before[keyword], after[keyword]]
    if (typeof now !== 'number' || (typeof old === 'number' && !tighter(old, now))) return []
    return [`${where}: ${keyword} ${typeof old === 'number' ? `was ${old} and` : 'was not there and'} is ${now}`]
  })

const compareTypes = (before: Schema, after: Schema, where: string, direction: Direction): string[] => {
  const [old, now] = [texts(before['type']), texts(after['type'])]
  const [lost, added] = [missing(old, now), missing(now, old)]
  // An answer that is never null any more promises more; a question may take further types.
  const changed = direction === 'answer' ? added.length > 0 || lost.some((type) => type !== 'null') : lost.length > 0
  return changed ? [`${where}: the type was ${old.join(' or ') || 'any'} and is ${now.join(' or ') || 'any'}`] : []
}

const compareSchemas = (before: Schema, after: Schema, where: string, direction: Direction): string[] => {
  if (before['$ref'] !== after['$ref']) return [`${where}: was ${String(before['$ref'] ?? 'written out')} and is ${String(after['$ref'] ?? 'written out')}`]
  const found: string[] = [...compareTypes(before, after, where, direction)]
  for (const keyword of ['const', 'format'] as const) if (before[keyword] !== undefined && before[keyword] !== after[keyword]) found.push(`${where}: ${keyword} was ${String(before[keyword])} and is ${String(after[keyword] ?? 'not there')}`)
  for (const value of missing(texts(before['enum']), texts(after['enum']))) found.push(`${where}: the value "${value}" is gone`)
  if (direction === 'question') {
    found.push(...compareLimits(before, after, where))
    if (before['enum'] === undefined && after['enum'] !== undefined) found.push(`${where}: takes an enumeration only`)
    if (before['default'] !== undefined && before['default'] !== after['default']) found.push(`${where}: the default was ${String(before['default'])} and is ${String(after['default'])}`)
  } else for (const name of missing(texts(before['required']), texts(after['required']))) found.push(`${where}: "${name}" is not promised any more`)
  const properties = object(after['properties'])
  for (const [name, old] of entries(before['properties'])) {
    if (!(name in properties)) found.push(`${where}: the property "${name}" is gone`)
    else found.push(...compareSchemas(old, object(properties[name]), `${where}.${name}`, direction))
  }
  if (before['items'] !== undefined) found.push(...compareSchemas(object(before['items']), object(after['items']), `${where}[]`, direction))
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    const now = members(after[keyword])
    for (const [name, old] of Object.entries(members(before[keyword]))) {
      if (!now[name]) found.push(`${where}: ${name} is gone from ${keyword}`)
      else found.push(...compareSchemas(old, now[name], where, direction))
    }
    // A nullable reference is written `anyOf`: an answer that may be null all of a sudden breaks those who do not expect it.
    if (keyword === 'anyOf' && direction === 'answer' && now['null'] && !members(before[keyword])['null']) found.push(`${where}: may be null now`)
  }
  return found
}

const parametersOf = (operation: Schema): Named =>
  Object.fromEntries(list(operation['parameters']).map((one) => [`${String(object(one)['in'])} parameter "${String(object(one)['name'])}"`, object(one)]))

const compareParameters = (before: Schema, after: Schema, where: string): string[] => {
  const [old, now] = [parametersOf(before), parametersOf(after)]
  return [
    ...missing(Object.keys(old), Object.keys(now)).map((name) => `${where}: the ${name} is gone`),
    ...Object.entries(now).filter(([name, one]) => one['required'] === true && old[name]?.['required'] !== true).map(([name]) => `${where}: the ${name} is required now`),
    ...Object.entries(old).flatMap(([name, one]) => (now[name] ? compareSchemas(object(one['schema']), object(now[name]['schema']), `${where} ${name}`, 'question') : [])),
  ]
}

const compareResponses = (before: Schema, after: Schema, where: string): string[] => {
  const now = object(after['responses'])
  return entries(before['responses']).flatMap(([status, old]) => {
    if (!now[status]) return [`${where}: the answer ${status} is gone`]
    const contents = object(object(now[status])['content'])
    return entries(old['content']).flatMap(([type, media]) => {
      if (!contents[type]) return [`${where} ${status}: ${type} is gone`]
      return compareSchemas(object(media['schema']), object(object(contents[type])['schema']), `${where} ${status}`, 'answer')
    })
  })
}

/**
 * What a client of the API `before` could trip over in the API `after`, each in one sentence: what is gone, what changed its type, what is
 * promised no more, what is demanded newly. Growth is not among it: new paths, parameters, properties, values and kinds.
 */
export const breakingChanges = ({ before, after }: { before: OpenApi; after: OpenApi }): string[] => {
  const paths = object(after['paths'])
  const schemas = object(object(after['components'])['schemas'])
  return [
    ...entries(before['paths']).flatMap(([path, methods]) =>
      entries(methods).flatMap(([method, operation]) => {
        const where = `${method.toUpperCase()} ${path}`
        const now = object(paths[path])[method]
        return now ? [...compareParameters(operation, object(now), where), ...compareResponses(operation, object(now), where)] : [`${where} is gone`]
      })),
    ...entries(object(before['components'])['schemas']).flatMap(([name, schema]) => (schemas[name] ? compareSchemas(schema, object(schemas[name]), name, 'answer') : [`The schema ${name} is gone`])),
  ]
}
