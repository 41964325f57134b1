import {
  GraphQLBoolean, GraphQLEnumType, GraphQLID, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, type GraphQLOutputType, GraphQLString, GraphQLUnionType, type GraphQLResolveInfo,
} from 'graphql'
import { certificateKindType } from '../../../collections/certificates/public-certificate.ts'
import { brandPlacementType } from '../../../collections/partner-brands/public.ts'
import { MAX_DEPTH as CATEGORY_DEPTH_MAX } from '../../newsroom/category-tree.ts'
import { tallyDimensions } from '../../ocop/tally-certificates.ts'
import { BRANDS_MAX } from '../../published/answer/featured-brands.ts'
import type { PublishedRow } from '../../published/store.ts'
import { boxSizes } from '../read/article-boxes.ts'
import { type ArticlePageAt, type ArticlePage, articlePage } from '../read/article-page.ts'
import { featuredBrands } from '../read/featured-brands.ts'
import { type Latest, latest, LATEST_FIRST, LATEST_FIRST_MAX, latestKinds, LATEST_WITHOUT_MAX } from '../read/latest.ts'
import { ocopStatistics, type OcopStatistics, type StatisticsLine } from '../read/ocop-statistics.ts'
import { redirect, type Redirect } from '../read/redirect.ts'
import type { Context } from './context.ts'
import { PageInfo, type RootField } from './kind-queries.ts'
import { mostReadQuery } from './most-read-query.ts'
import { enumName } from './names.ts'
import type { ObjectTypes } from './object-types.ts'
import { Day, Url } from './scalars.ts'
import { typeDocs } from './type-docs.ts'

const required = <T extends GraphQLOutputType>(type: T) => new GraphQLNonNull(type)
const listOf = (type: ConstructorParameters<typeof GraphQLList>[0]) => new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type as GraphQLOutputType)))
const enumOfValues = ({ name, description, values }: { name: string; description: string; values: Readonly<Record<string, string>> }) =>
  new GraphQLEnumType({ name, description, values: Object.fromEntries(Object.entries(values).map(([value, doc]) => [enumName(value), { value, description: doc }])) })

type Box = 'related' | 'youMayLike' | 'sameCategory' | 'featuredBrands' | 'breadcrumbs'

/** How many the boxes hold at most: what is asked of each counts so often. */
const boxItems: Readonly<Record<Box | 'latest', number>> = { ...boxSizes, breadcrumbs: CATEGORY_DEPTH_MAX + 1, featuredBrands: BRANDS_MAX }

/** Lines of statistics by the usual dimensions. */
const LINES = 100

/** Whether `body` is asked for of the article: then it is read with it, and not after it. */
const asksBody = ({ fieldNodes }: GraphQLResolveInfo): boolean => JSON.stringify(fieldNodes, (key, value: unknown) => (key === 'loc' ? undefined : value)).includes('"value":"body"')

const LatestItem = (types: ObjectTypes) => types.union({ name: 'LatestItem', of: latestKinds, description: 'What the mixed list is made of.' })

const LatestKind = enumOfValues({ name: 'LatestKind', description: 'A part of the mixed list.', values: { article: 'News.', product: 'OCOP products.' } })

const latestFields = (types: ObjectTypes, items?: number) => ({
  nodes: { type: listOf(LatestItem(types)), extensions: { items }, description: 'News and products, newest first.', resolve: (page: Latest, _args: unknown, { reader }: Context) => page.rows.map((row) => reader.answers.of(row)) },
  pageInfo: { type: required(PageInfo), description: 'Where this page ends.', resolve: (page: Latest) => ({ hasNextPage: page.hasNext, endCursor: page.next ?? page.cursors.at(-1) ?? null }) },
})

const articlePageQuery = (types: ObjectTypes): RootField => {
  const box = (name: Box, kind: 'article' | 'partnerBrand' | 'category', description: string) =>
    ({ type: listOf(types.kind(kind)), extensions: { items: boxItems[name] }, description, resolve: (page: ArticlePage, _args: unknown, { reader }: Context) => page[name].map((row) => reader.answers.of(row)) })
  const Page = new GraphQLObjectType<ArticlePage, Context>({
    name: 'ArticlePage',
    description: 'All that the page of an article shows. No item stands in two boxes, and the article in none.',
    fields: {
      article: { type: required(types.kind('article')), description: 'The article itself, with `seo` for the head of the page.', resolve: (page, _args, { reader }) => reader.answers.of(page.article) },
      breadcrumbs: box('breadcrumbs', 'category', 'From the top of the tree to the article’s category.'),
      related: box('related', 'article', 'Chosen by the editors, else on the same topics or of the same category.'),
      youMayLike: box('youMayLike', 'article', 'The most read of the last seven days, then featured ones, then those of other categories.'),
      sameCategory: box('sameCategory', 'article', 'The newest of the same primary category.'),
      latest: {
        type: required(new GraphQLObjectType<ArticlePage['latest'], Context>({
          name: 'ArticlePageLatest',
          description: 'The first page of the mixed list. `latest` goes on after its `endCursor`; with `without` it repeats nothing of this page.',
          fields: { ...latestFields(types, boxItems.latest), without: { type: listOf(GraphQLID), description: 'For the argument `without` of `latest`.' } },
        })),
        description: 'The first page of the mixed list.',
      },
      featuredBrands: box('featuredBrands', 'partnerBrand', 'The featured brands, in their order.'),
    },
  })
  const Moved = new GraphQLObjectType<Extract<ArticlePageAt, { kind: 'moved' }>, Context>({
    name: 'Moved',
    description: 'The page is at another address: answer 301 (or 302 when not for good).',
    fields: {
      url: { type: required(Url), description: 'Where it is now.', resolve: ({ to }) => to },
      permanent: { type: required(GraphQLBoolean), description: 'It has moved for good.' },
      slug: { type: GraphQLString, description: 'The slug there; null where the editors lead elsewhere.', resolve: ({ row }) => row?.slug ?? null },
    },
  })
  const Gone = new GraphQLObjectType<Extract<ArticlePageAt, { kind: 'gone' }>, Context>({
    name: 'Gone',
    description: 'The page was taken away: answer 410, or 451 when by law.',
    fields: {
      reason: { type: new GraphQLEnumType({ name: 'GoneReason', description: typeDocs['GoneReason'], values: { RETRACTED: { description: 'Retracted by the newsroom.' }, LEGAL: { description: 'Removed on the demand of an authority.' } } }), description: 'Why; null where an address was given up.' },
      note: { type: GraphQLString, description: 'What readers are told.' },
    },
  })
  const names = { page: Page.name, moved: Moved.name, gone: Gone.name }
  return {
    type: new GraphQLUnionType({ name: 'ArticlePageResult', description: 'What stands at the address of an article.', types: [Page, Moved, Gone], resolveType: ({ kind }: ArticlePageAt) => names[kind] }),
    description: 'All that the page of an article shows, in one request. Null when there is nothing and never was.',
    args: {
      slug: { type: GraphQLString, description: 'The slug, or the last part of the address (`slug-12345.html`).' },
      number: { type: GraphQLInt, description: 'The number, instead of the slug.' },
    },
    resolve: (_root, { slug, number }: { slug?: string | null; number?: number | null }, { reader }, info) =>
      articlePage({ reader, slug: slug?.normalize('NFC') ?? null, number: number ?? null, heavy: asksBody(info) }),
  }
}

const latestQuery = (types: ObjectTypes): RootField => ({
  type: required(new GraphQLObjectType<Latest, Context>({ name: 'LatestConnection', description: 'A page of the mixed list.', fields: latestFields(types) })),
  description: 'News and products mixed, by time of publication and then by id: what is published while someone turns pages moves nothing behind their cursor.',
  args: {
    kinds: { type: new GraphQLList(new GraphQLNonNull(LatestKind)), description: 'Only these.' },
    category: { type: GraphQLString, description: 'Articles of this category and those below it only, by slug or id; products are not restricted.' },
    first: { type: GraphQLInt, defaultValue: LATEST_FIRST, extensions: { most: LATEST_FIRST_MAX }, description: `How many, from 1 to ${LATEST_FIRST_MAX}.` },
    after: { type: GraphQLString, description: 'The `endCursor` of the page before.' },
    without: { type: new GraphQLList(new GraphQLNonNull(GraphQLID)), description: `Ids to leave out, at most ${LATEST_WITHOUT_MAX}; to be given again for each page.` },
  },
  resolve: (_root, { kinds, category, first, after, without }: { kinds?: string[]; category?: string; first?: number; after?: string; without?: string[] }, { reader }) =>
    latest({ reader, kinds: kinds ?? null, category: category ?? null, first: first ?? LATEST_FIRST, after: after ?? null, without: without ?? [] }),
})

const statisticsQuery = (types: ObjectTypes): RootField => {
  const rowField = (name: 'group' | 'province', kind: 'productGroup' | 'administrativeUnit', description: string) => ({
    type: types.kind(kind), description,
    resolve: (line: StatisticsLine, _args: unknown, { reader }: Context) => line[name] && reader.answers.of(line[name] as PublishedRow),
  })
  const Line = new GraphQLObjectType<StatisticsLine, Context>({
    name: 'OcopStatisticsLine',
    description: 'One count. Dimensions that were not asked for are null.',
    fields: {
      stars: { type: GraphQLInt, description: 'Stars, 3 to 5.' },
      kind: { type: types.enumOf(certificateKindType), description: 'New, re-recognised or upgraded.' },
      group: rowField('group', 'productGroup', 'Product group.'),
      province: rowField('province', 'administrativeUnit', 'Province, as of the product’s origin.'),
      count: { type: required(GraphQLInt), description: 'How many.' },
    },
  })
  return {
    type: required(new GraphQLObjectType<OcopStatistics, Context>({ name: 'OcopStatistics', description: 'Counts from certificates.', fields: { total: { type: required(GraphQLInt), description: 'All together.' }, lines: { type: listOf(Line), extensions: { items: LINES }, description: 'By what was asked for.' } } })),
    description: 'Counts of the OCOP programme from certificates. Exactly one of `issuedIn` and `validOn`.',
    args: {
      issuedIn: { type: GraphQLInt, description: 'The certificates issued in this year, whatever became of them.' },
      validOn: { type: Day, description: 'The products with stars on this Hanoi day, each once.' },
      province: { type: GraphQLString, description: 'Of this province, by slug, key or id. A current one takes in those it was formed from; an ended one is itself.' },
      by: { type: new GraphQLList(new GraphQLNonNull(enumOfValues({ name: 'OcopStatisticsDimension', description: 'What to count by.', values: Object.fromEntries(tallyDimensions.map((dimension) => [dimension, `By ${dimension}.`])) }))), description: 'What to count by; without it there is the total only.' },
    },
    resolve: (_root, { issuedIn, validOn, province, by }: { issuedIn?: number; validOn?: string; province?: string; by?: string[] }, { reader }) =>
      ocopStatistics({ reader, issuedIn: issuedIn ?? null, validOn: validOn ?? null, province: province ?? null, by: by ?? [] }),
  }
}

const brandsQuery = (types: ObjectTypes): RootField => ({
  type: listOf(types.kind('partnerBrand')),
  extensions: { items: BRANDS_MAX },
  description: 'The brands to be shown in a place now, in its order.',
  args: { placement: { type: types.enumOf(brandPlacementType), defaultValue: 'featured', description: 'The place.' } },
  resolve: async (_root, { placement }: { placement?: string }, { reader }) => (await featuredBrands({ reader, placement: placement ?? 'featured' })).map((row) => reader.answers.of(row)),
})

const redirectQuery = (): RootField => ({
  type: new GraphQLObjectType<Redirect, Context>({
    name: 'Redirect',
    description: 'Where a path of the site leads.',
    fields: {
      to: { type: Url, description: 'Where it leads; null when the address was given up.', resolve: (found) => (found.kind === 'moved' ? found.to : null) },
      status: { type: required(GraphQLInt), description: 'How to answer: 301, 302 or 410.', resolve: (found) => (found.kind === 'gone' ? 410 : found.permanent ? 301 : 302) },
    },
  }),
  description: 'The redirect that the editors keep for a path; null when there is none. Former addresses of articles are answered by `articlePage`.',
  args: { path: { type: new GraphQLNonNull(GraphQLString), description: 'The path, beginning with `/`.' } },
  resolve: (_root, { path }: { path: string }, { reader }) => redirect({ reader, path }),
})

/** What a front end needs as a whole: a page, the mixed list, what is read most, statistics, brands, redirects. */
export const pageQueries = (types: ObjectTypes): Record<string, RootField> => ({
  articlePage: articlePageQuery(types),
  latest: latestQuery(types),
  mostRead: mostReadQuery({ item: LatestItem(types), kinds: LatestKind }),
  ocopStatistics: statisticsQuery(types),
  featuredBrands: brandsQuery(types),
  redirect: redirectQuery(),
})
