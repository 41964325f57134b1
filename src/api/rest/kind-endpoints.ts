import { englishOf, type Lookup, type PublicDefinition } from '../../../collections/shared/public-definition.ts'
import type { PublicKind } from '../../../collections/shared/public-kinds.ts'
import { isSingleton, publicDefinitions } from '../../published/kinds.ts'
import { findOne } from '../../published/look-up.ts'
import { pageOf } from '../../published/page-of.ts'
import { type FilterInput, type FilterInputs, listQueryOf } from '../../published/query.ts'
import type { PublishedRow } from '../../published/store.ts'
import type { Asked, Endpoint, Reply } from './endpoint.ts'
import { exampleOf } from './examples.ts'
import { kebab, kindPath } from './kind-path.ts'
import { fieldsParameter, firstParameter, includeParameter, listParameters } from './parameter.ts'
import type { ParameterValues } from './read-parameters.ts'
import { checkSelection, gone, moved, notFound, numberIn, page, things } from './reply.ts'
import { pageSchema, refTo, schemaName } from './schemas.ts'

type Definition = PublicDefinition & { kind: PublicKind }

/** A name of the code as words: `productGroups` is `product groups`. */
const words = (text: string): string => text.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const pascal = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`

/** How the variable part of an address names one thing: by what stands before the colon, else by slug, or by id where there are no slugs. */
const lookupIn = ({ segment, lookups }: { segment: string; lookups: readonly Lookup[] }): { by: Lookup; value: string } => {
  const [, prefix, value] = /^([a-z]+):(.+)$/.exec(segment) ?? []
  const by = lookups.find((lookup) => lookup === prefix)
  return by && value ? { by, value } : { by: lookups.includes('slug') ? 'slug' : 'id', value: segment }
}

/** What a slug leads to, former ones included. */
const bySlug = async ({ definition, asked, name }: { definition: Definition; asked: Asked; name: string }): Promise<PublishedRow | Reply> => {
  const { kind } = definition
  const at = await pageOf({ answers: asked.answers, kind, name })
  if (!at) throw notFound({ kind, name })
  if ('found' in at) return at.found
  if ('movedTo' in at) return moved({ at, path: kindPath(definition) })
  throw gone({ kind, reason: at.gone, note: at.note })
}

const byLookup = async ({ kind, asked: { answers, segment }, by, value }: { kind: PublicKind; asked: Asked; by: Lookup; value: string }): Promise<PublishedRow> => {
  const row = by === 'number' && !/^\d{1,15}$/.test(value) ? null : await findOne({ store: answers.store, moment: answers.moment, kind, by, value })
  if (!row) throw notFound({ kind, name: segment })
  return row
}

const one = (definition: Definition) => async (asked: Asked): Promise<Reply> => {
  const { kind, lookups } = definition
  checkSelection({ values: asked.values, kinds: [kind], extent: 'whole' })
  const { by, value } = lookupIn({ segment: asked.segment, lookups })
  const found = by === 'slug' ? await bySlug({ definition, asked, name: value }) : await byLookup({ kind, asked, by, value })
  return 'body' in found ? found : { body: (await things({ asked, kinds: [kind], extent: 'whole', found: [asked.answers.of(found)] }))[0] }
}

const singleton = ({ kind, source }: Definition) => async (asked: Asked): Promise<Reply> => {
  checkSelection({ values: asked.values, kinds: [kind], extent: 'whole' })
  const found = await asked.answers.loadOne({ kind, id: 'global' in source ? source.global : '' })
  if (!found) throw notFound({ kind, name: kind })
  return { body: (await things({ asked, kinds: [kind], extent: 'whole', found: [found] }))[0] }
}

/** The filters among the parameters of a list. */
export const filtersIn = ({ definition, values }: { definition: Pick<Definition, 'filters'>; values: ParameterValues }): FilterInputs =>
  Object.fromEntries(Object.entries(definition.filters).flatMap(([name, { operators }]) => {
    const input = Object.fromEntries(operators.flatMap((operator) => {
      const value = values[operator === 'equals' || operator === 'in' ? name : `${name}.${operator}`]
      if (value === undefined || (operator === 'equals' && Array.isArray(value))) return []
      return [[operator, value]]
    })) as FilterInput
    return Object.keys(input).length > 0 ? [[name, input]] : []
  }))

const list = (definition: Definition) => async (asked: Asked): Promise<Reply> => {
  const { kind } = definition
  const { answers, values, url } = asked
  const first = numberIn(values, firstParameter(definition))
  checkSelection({ values, kinds: [kind], extent: 'item', first })
  const query = await listQueryOf({ store: answers.store, moment: answers.moment, kind, filters: filtersIn({ definition, values }), sort: String(values['sort']), first, after: values['after'] === undefined ? null : String(values['after']) })
  const found = query && (await answers.store.list(query))
  const items = await things({ asked, kinds: [kind], extent: 'item', found: (found?.rows ?? []).map((row) => answers.of(row)) })
  return page({ items, next: found?.hasNext ? (found.cursors.at(-1) ?? null) : null, url })
}

const segmentOf = ({ kind, lookups }: Definition): NonNullable<Endpoint['segment']> => {
  const hasSlug = lookups.includes('slug')
  const others = lookups.filter((lookup) => lookup !== 'slug').map((lookup) => `\`${lookup}:…\``)
  return hasSlug
    ? { name: 'slug', doc: `Its slug, or ${others.join(', ')}. A former slug is answered with 301.`, example: exampleOf({ kind, extent: 'card' })['slug'] as string }
    : { name: 'id', doc: 'Its id.', example: exampleOf({ kind, extent: 'card' })['id'] as string }
}

const kindEndpoints = (definition: Definition): Endpoint[] => {
  const { kind, plural, doc } = definition
  const path = kindPath(definition)
  const selecting = [fieldsParameter, includeParameter]
  const whole = { tag: kebab(plural), schema: refTo(schemaName(kind, 'whole')), example: exampleOf({ kind, extent: 'whole' }), parameters: selecting }
  if (isSingleton(definition)) return [{ ...whole, path, operationId: `get${pascal(kind)}`, summary: englishOf(doc), answer: singleton(definition) }]
  const segment = segmentOf(definition)
  return [
    {
      path, operationId: `list${pascal(plural)}`, tag: kebab(plural), summary: `A page of ${words(plural)}.`, description: englishOf(doc), parameters: listParameters(definition),
      schema: pageSchema({ item: refTo(schemaName(kind, 'item')) }), example: { items: [exampleOf({ kind, extent: 'item' })], next: null }, answer: list(definition),
    },
    { ...whole, path: `${path}/{${segment.name}}`, operationId: `get${pascal(kind)}`, summary: `${pascal(words(kind))} by ${definition.lookups.join(', ')}.`, description: englishOf(doc), segment, moves: definition.lookups.includes('slug'), answer: one(definition) },
  ]
}

/** Every public kind: a list and one of them, or the one there is. */
export const endpointsOfKinds = (): Endpoint[] => publicDefinitions.flatMap(kindEndpoints)
