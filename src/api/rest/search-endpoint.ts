import type { PublicKind } from '../../../collections/shared/public-kinds.ts'
import { searchKinds } from '../../search/kinds.ts'
import { search, SEARCH_FIRST, SEARCH_FIRST_MAX, SEARCH_LENGTH_MAX, searchFilters, searchKindDocs } from '../read/search.ts'
import type { Asked, Endpoint, Reply } from './endpoint.ts'
import { exampleOf } from './examples.ts'
import { filtersIn } from './kind-endpoints.ts'
import { afterParameter, fieldsParameter, filterParameters, firstParameter, includeParameter, type Parameter } from './parameter.ts'
import { checkSelection, numberIn, page, things } from './reply.ts'
import { type JsonSchema, pageSchema, refTo, schemaName } from './schemas.ts'

const searchFirst = firstParameter({ page: { default: SEARCH_FIRST, max: SEARCH_FIRST_MAX } })
const parameters: readonly Parameter[] = [
  { name: 'q', type: 'string', length: SEARCH_LENGTH_MAX, required: true, doc: 'What is looked for.', example: 'miến dong' },
  { name: 'kinds', type: { type: 'enum', name: 'SearchKind', values: searchKindDocs }, several: true, doc: 'Which kinds; all of them when it is left out.' },
  ...Object.entries(searchFilters).flatMap(filterParameters),
  searchFirst, afterParameter, fieldsParameter, includeParameter,
]

const cards = async ({ answers, kind, counts, as }: { answers: Asked['answers']; kind: PublicKind; counts: readonly { id: string; count: number }[]; as: string }) => {
  // The settings, where addresses come from, are read with them.
  const [, ...found] = await Promise.all([answers.settings(), ...counts.map(async ({ id, count }) => ({ thing: await answers.loadOne({ kind, id }), count }))])
  const there = found.flatMap(({ thing, count }) => (thing ? [{ thing, count }] : []))
  const shown = await things({ asked: { answers, values: {} }, kinds: [kind], extent: 'card', found: there.map(({ thing }) => thing) })
  return there.map(({ count }, n) => ({ [as]: shown[n], count }))
}

const answer = async (asked: Asked): Promise<Reply> => {
  const { reader, answers, values, url } = asked
  const first = numberIn(values, searchFirst)
  checkSelection({ values, kinds: searchKinds, extent: 'teaser', first })
  const found = await search({
    reader, q: String(values['q']), kinds: (values['kinds'] as readonly string[] | undefined) ?? null, filters: filtersIn({ definition: { filters: searchFilters }, values }), first,
    after: values['after'] === undefined ? null : String(values['after']),
  })
  const { kind, category, province, group, stars } = found.facets
  const [items, categories, provinces, groups] = await Promise.all([
    things({ asked, kinds: searchKinds, extent: 'teaser', found: found.hits.map(({ row }) => answers.of(row)) }),
    cards({ answers, kind: 'category', counts: category, as: 'category' }),
    cards({ answers, kind: 'administrativeUnit', counts: province, as: 'province' }),
    cards({ answers, kind: 'productGroup', counts: group, as: 'group' }),
  ])
  const { body, headers } = page({ items: found.hits.map(({ highlights }, n) => ({ item: items[n], highlights })), next: found.next, url })
  const rest = { totalCount: found.total, facets: { kind, category: categories, province: provinces, group: groups, stars }, suggestions: found.suggestions }
  return { body: { ...(body as Record<string, unknown>), ...rest }, ...(headers ? { headers } : {}) }
}

const objectOf = (properties: Record<string, JsonSchema>): JsonSchema => ({ type: 'object', properties, required: Object.keys(properties) })
const arrayOf = (items: JsonSchema, description: string): JsonSchema => ({ type: 'array', items, description })
const count: JsonSchema = { type: 'integer', description: 'How many are found with it.' }
const kindSchema: JsonSchema = { type: 'string', enum: [...searchKinds], description: 'The kind.' }

const hitSchema = {
  ...objectOf({
    item: { ...refTo('LatestItem'), description: 'The article or product.' },
    highlights: arrayOf(objectOf({
      field: { type: 'string', enum: ['title', 'lead', 'name', 'summary'], description: 'Which text.' },
      fragments: arrayOf(objectOf({ text: { type: 'string', description: 'The part.' }, isMatch: { type: 'boolean', description: 'It is what was asked for.' } }), 'The text in parts, plain: to be escaped by who prints them. Joined they are the text.'),
    }), 'Where it was found in the texts shown; empty for what was found by the names of producers, topics or places.'),
  }),
  description: 'Something that was found.',
}

const facetsSchema = {
  ...objectOf({
    kind: arrayOf(objectOf({ kind: kindSchema, count }), 'By kind.'),
    category: arrayOf(objectOf({ category: refTo(schemaName('category', 'card')), count }), 'By category of articles; one counts what is in those below it.'),
    province: arrayOf(objectOf({ province: refTo(schemaName('administrativeUnit', 'card')), count }), 'By province of today; one counts what is in those it was formed from.'),
    group: arrayOf(objectOf({ group: refTo(schemaName('productGroup', 'card')), count }), 'By product group, set and leaf.'),
    stars: arrayOf(objectOf({ stars: { type: 'integer', description: 'Stars in force today.' }, count }), 'By stars in force today, most stars first.'),
  }),
  description: 'How much is found with each value, most first. Every facet counts with all filters but its own.',
}

const found = pageSchema({ item: refTo('SearchHit') })
const pageProperties = {
  ...(found['properties'] as Record<string, JsonSchema>),
  totalCount: { type: 'integer', description: 'How many there are on all pages.' },
  facets: { ...refTo('SearchFacets'), description: 'What is found, counted.' },
  suggestions: arrayOf(objectOf({
    text: { type: 'string', description: 'What to search for instead.' },
    kind: { type: 'string', enum: ['completion', 'correction'], description: '`completion`: what was typed may go on like this. `correction`: nothing was found, and this may have been meant.' },
  }), 'On the first page: another `q`.'),
}

/** The schemas that the search adds. */
export const searchSchemas: Readonly<Record<string, JsonSchema>> = { SearchHit: hitSchema, SearchFacets: facetsSchema, SearchPage: { ...objectOf(pageProperties), description: 'A page of what was found.' } }

const exampleItem = { kind: 'product', ...exampleOf({ kind: 'product', extent: 'teaser' }) }

/** The search of readers. */
export const searchEndpoint: Endpoint = {
  path: '/v1/search', operationId: 'search', tag: 'search', kind: 'search', summary: 'Articles and products by their titles, leads and names, and by the names of producers, topics and places.',
  description: 'Every word has to be there, the last one at least as a beginning. Accents count where they are typed; a typo in a word of five letters or more is forgiven when nothing is found without. The best first, of equally good ones the newest. `fields` and `include` are said of `item`.',
  parameters, schema: refTo('SearchPage'), answer,
  example: {
    items: [{ item: exampleItem, highlights: [{ field: 'name', fragments: [{ text: 'Miến dong', isMatch: true }, { text: ' Na Rì', isMatch: false }] }] }],
    next: null, totalCount: 1,
    facets: { kind: [{ kind: 'product', count: 1 }], category: [], province: [{ province: exampleOf({ kind: 'administrativeUnit', extent: 'card' }), count: 1 }], group: [{ group: exampleOf({ kind: 'productGroup', extent: 'card' }), count: 1 }], stars: [{ stars: 4, count: 1 }] },
    suggestions: [{ text: 'Miến dong Na Rì', kind: 'completion' }],
  },
}
