import { GraphQLBoolean, GraphQLEnumType, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, type GraphQLOutputType, GraphQLString } from 'graphql'
import type { PublicKind } from '../../../collections/shared/public-kinds.ts'
import { searchKinds } from '../../search/kinds.ts'
import type { Fragment } from '../../search/highlight.ts'
import { SUGGESTIONS_MAX, type Suggestion } from '../../search/suggest.ts'
import { type FacetCounts, FACET_VALUES_MAX } from '../../search/tally.ts'
import { type Highlight, type highlightFields, type Hit, search, SEARCH_FIRST, SEARCH_FIRST_MAX, SEARCH_LENGTH_MAX, searchFilters, searchKindDocs, type SearchPage } from '../read/search.ts'
import type { Context } from './context.ts'
import { PageInfo, type RootField } from './kind-queries.ts'
import { filterInput, filterInputs } from './list-arguments.ts'
import { enumName } from './names.ts'
import type { ObjectTypes } from './object-types.ts'

const required = <T extends GraphQLOutputType>(type: T) => new GraphQLNonNull(type)
const listOf = (type: GraphQLOutputType) => new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)))
const enumOf = ({ name, description, values }: { name: string; description: string; values: Readonly<Record<string, string>> }) =>
  new GraphQLEnumType({ name, description, values: Object.fromEntries(Object.entries(values).map(([value, doc]) => [enumName(value), { value, description: doc }])) })

const count = { type: required(GraphQLInt), description: 'How many are found with it.' }

/** The counts by things of a kind; a thing that is not public has none. */
const thingCounts = ({ types, name, field, kind, description }: { types: ObjectTypes; name: string; field: string; kind: PublicKind; description: string }) => {
  const facet = field as 'category' | 'province' | 'group'
  return {
    type: listOf(new GraphQLObjectType<{ count: number }, Context>({ name, description, fields: { [field]: { type: required(types.kind(kind)), description: 'What they have in common.' }, count } })),
    extensions: { items: FACET_VALUES_MAX },
    description,
    resolve: async (facets: FacetCounts, _args: unknown, { reader: { answers } }: Context) => {
      const found = await Promise.all(facets[facet].map(async ({ id, count: many }) => ({ [field]: await answers.loadOne({ kind, id }), count: many })))
      return found.filter((one) => one[field] !== null)
    },
  }
}

const facetsType = ({ types, SearchKind }: { types: ObjectTypes; SearchKind: GraphQLEnumType }) => new GraphQLObjectType<FacetCounts, Context>({
  name: 'SearchFacets',
  description: `How much is found with each value, most first, at most ${FACET_VALUES_MAX} values of each. Every facet counts with all filters but its own, so that it says what another choice would give.`,
  fields: {
    kind: {
      type: listOf(new GraphQLObjectType({ name: 'SearchKindCount', description: 'By kind.', fields: { kind: { type: required(SearchKind), description: 'The kind.' }, count } })),
      extensions: { items: searchKinds.length }, description: 'By kind.',
    },
    category: thingCounts({ types, name: 'SearchCategoryCount', field: 'category', kind: 'category', description: 'By category of articles; one counts what is in those below it.' }),
    province: thingCounts({ types, name: 'SearchProvinceCount', field: 'province', kind: 'administrativeUnit', description: 'By province of today; one counts what is in those it was formed from.' }),
    group: thingCounts({ types, name: 'SearchGroupCount', field: 'group', kind: 'productGroup', description: 'By product group, set and leaf.' }),
    stars: {
      type: listOf(new GraphQLObjectType({ name: 'SearchStarsCount', description: 'By stars.', fields: { stars: { type: required(GraphQLInt), description: 'Stars in force today.' }, count } })),
      extensions: { items: 3 }, description: 'By stars in force today, most stars first.',
    },
  },
})

const highlightType = () => new GraphQLObjectType<Highlight, Context>({
  name: 'SearchHighlight',
  description: 'A text of a hit in which something was found.',
  fields: {
    field: {
      type: required(enumOf({ name: 'SearchHighlightField', description: 'A text that is searched.', values: { title: 'Headline of an article.', lead: 'Lead of an article.', name: 'Name of a product.', summary: 'Summary of a product.' } satisfies Record<keyof typeof highlightFields, string> })),
      description: 'Which text.',
    },
    fragments: {
      type: listOf(new GraphQLObjectType<Fragment, Context>({
        name: 'SearchFragment',
        description: 'A part of a text, plain: to be escaped by who prints it.',
        fields: { text: { type: required(GraphQLString), description: 'The part.' }, isMatch: { type: required(GraphQLBoolean), description: 'It is what was asked for.' } },
      })),
      description: 'The text in parts; joined they are the text.',
    },
  },
})

const connectionType = (types: ObjectTypes, SearchKind: GraphQLEnumType) => new GraphQLObjectType<SearchPage, Context>({
  name: 'SearchConnection',
  description: 'A page of what was found.',
  fields: {
    nodes: {
      type: listOf(new GraphQLObjectType<Hit, Context>({
        name: 'SearchHit',
        description: 'Something that was found.',
        fields: {
          item: {
            type: required(types.union({ name: 'SearchItem', of: searchKinds, description: 'What can be found.' })), description: 'The article or product.',
            resolve: ({ row }, _args, { reader }) => reader.answers.of(row),
          },
          highlights: { type: listOf(highlightType()), extensions: { items: 2 }, description: 'Where it was found in the texts shown; empty for what was found by the names of producers, topics or places.' },
        },
      })),
      description: 'The best first; of equally good ones the newest.',
      resolve: ({ hits }) => hits,
    },
    pageInfo: { type: required(PageInfo), description: 'Where this page ends.', resolve: ({ hasNext, end }) => ({ hasNextPage: hasNext, endCursor: end }) },
    totalCount: { type: required(GraphQLInt), description: 'How many there are on all pages.', resolve: ({ total }) => total },
    facets: { type: required(facetsType({ types, SearchKind })), description: 'What is found, counted.' },
    suggestions: {
      type: listOf(new GraphQLObjectType<Suggestion, Context>({
        name: 'SearchSuggestion',
        description: 'Another `q`.',
        fields: {
          text: { type: required(GraphQLString), description: 'What to search for instead.' },
          kind: { type: required(enumOf({ name: 'SearchSuggestionKind', description: 'Why it is suggested.', values: { completion: 'What was typed may go on like this.', correction: 'Nothing was found, and this may have been meant.' } })), description: 'Why.' },
        },
      })),
      extensions: { items: SUGGESTIONS_MAX }, description: 'On the first page: how what was typed may go on, or what may have been meant when nothing is found.',
    },
  },
})

/** The search of readers. */
export const searchQuery = (types: ObjectTypes): RootField => {
  const SearchKind = enumOf({ name: 'SearchKind', description: 'What can be found.', values: searchKindDocs })
  return {
    type: required(connectionType(types, SearchKind)),
    description: 'Articles and products by their titles, leads and names, and by the names of producers, topics and places; not by their texts. Every word has to be there, the last one at least as a beginning. Accents count where they are typed; a typo in a word of five letters or more is forgiven when nothing is found without.',
    args: {
      q: { type: new GraphQLNonNull(GraphQLString), description: `What is looked for, at most ${SEARCH_LENGTH_MAX} characters.` },
      kinds: { type: new GraphQLList(new GraphQLNonNull(SearchKind)), description: 'Only these.' },
      filters: { type: filterInput({ owner: 'Search', filters: searchFilters, types }), description: 'Only those for which all of this holds.' },
      first: { type: GraphQLInt, defaultValue: SEARCH_FIRST, extensions: { most: SEARCH_FIRST_MAX }, description: `How many, from 1 to ${SEARCH_FIRST_MAX}.` },
      after: { type: GraphQLString, description: 'The `endCursor` of the page before, with everything else as it was.' },
    },
    resolve: (_root, { q, kinds, filters, first, after }: { q: string; kinds?: string[] | null; filters?: Record<string, unknown> | null; first?: number | null; after?: string | null }, { reader }) =>
      search({ reader, q, kinds: kinds ?? null, filters: filterInputs({ definition: { filters: searchFilters }, filter: filters }), first: first ?? SEARCH_FIRST, after: after ?? null }),
  }
}
