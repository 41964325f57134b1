import { englishOf, type PublicFilter } from '../../../collections/shared/public-definition.ts'
import type { PublicKind } from '../../../collections/shared/public-kinds.ts'
import { tallyDimensions } from '../../ocop/tally-certificates.ts'
import { definitions } from '../../published/kinds.ts'
import type { PublishedRow } from '../../published/store.ts'
import { articlePage } from '../read/article-page.ts'
import { featuredBrands } from '../read/featured-brands.ts'
import { latest, LATEST_FIRST, LATEST_FIRST_MAX, LATEST_WITHOUT_MAX, latestKinds } from '../read/latest.ts'
import { ocopStatistics } from '../read/ocop-statistics.ts'
import { redirect } from '../read/redirect.ts'
import { ProblemError } from '../problem.ts'
import type { Asked, Endpoint, Reply } from './endpoint.ts'
import { exampleOf } from './examples.ts'
import { kebab, kindPath } from './kind-path.ts'
import { mostReadEndpoint } from './most-read-endpoint.ts'
import { afterParameter, fieldsParameter, firstParameter, includeParameter, type Parameter } from './parameter.ts'
import type { ParameterValues } from './read-parameters.ts'
import { checkSelection, gone, moved, notFound, numberIn, page, things } from './reply.ts'
import { type JsonSchema, pageSchema, refTo, schemaName, unionSchema } from './schemas.ts'
import type { Extent } from './selection.ts'

const textIn = (values: ParameterValues, name: string): string | null => (values[name] === undefined ? null : String(values[name]))
const textsIn = (values: ParameterValues, name: string): string[] | undefined => (values[name] as readonly string[] | undefined)?.map(String)

/** Rows as they stand in a box: `fields` and `include` are said of something else. */
const box = ({ answers, kinds, extent, rows }: { answers: Asked['answers']; kinds: readonly PublicKind[]; extent: Extent; rows: readonly PublishedRow[] }) =>
  things({ asked: { answers, values: {} }, kinds, extent, found: rows.map((row) => answers.of(row)) })

const listOf = (kind: PublicKind, extent: Extent, description: string): JsonSchema => ({ type: 'array', items: refTo(schemaName(kind, extent)), description })

const latestExample = [{ kind: 'article', ...exampleOf({ kind: 'article', extent: 'teaser' }) }, { kind: 'product', ...exampleOf({ kind: 'product', extent: 'teaser' }) }]

const pageOfArticle = async (asked: Asked): Promise<Reply> => {
  const { reader, answers, values, segment } = asked
  checkSelection({ values, kinds: ['article'], extent: 'whole' })
  const [, number] = /^number:(\d{1,15})$/.exec(segment) ?? []
  const at = await articlePage({ reader, ...(number === undefined ? { slug: segment } : { number: Number(number) }) })
  if (!at) throw notFound({ kind: 'article', name: segment })
  if (at.kind === 'gone') throw gone({ kind: 'article', reason: at.reason, note: at.note })
  if (at.kind === 'moved') return moved({ at: { movedTo: at.to, permanent: at.permanent, ...(at.row ? { row: at.row } : {}) }, path: '/v1/pages/articles' })
  const teasers = (rows: readonly PublishedRow[]) => box({ answers, kinds: ['article'], extent: 'teaser', rows })
  const [[article], breadcrumbs, related, youMayLike, sameCategory, items, brands] = await Promise.all([
    things({ asked, kinds: ['article'], extent: 'whole', found: [answers.of(at.article)] }),
    box({ answers, kinds: ['category'], extent: 'card', rows: at.breadcrumbs }),
    teasers(at.related), teasers(at.youMayLike), teasers(at.sameCategory),
    box({ answers, kinds: latestKinds, extent: 'teaser', rows: at.latest.rows }),
    box({ answers, kinds: ['partnerBrand'], extent: 'item', rows: at.featuredBrands }),
  ])
  return { body: { article, breadcrumbs, related, youMayLike, sameCategory, latest: { items, next: at.latest.next, without: at.latest.without }, featuredBrands: brands } }
}

const articlePageSchema: JsonSchema = {
  description: 'All that the page of an article shows. No item stands in two boxes, and the article in none.',
  type: 'object',
  properties: {
    article: { ...refTo(schemaName('article', 'whole')), description: 'The article itself.' },
    breadcrumbs: listOf('category', 'card', 'From the top of the tree to the article’s category.'),
    related: listOf('article', 'teaser', 'Chosen by the editors, else on the same topics or of the same category.'),
    youMayLike: listOf('article', 'teaser', 'The most read of the last seven days, then featured ones, then those of other categories.'),
    sameCategory: listOf('article', 'teaser', 'The newest of the same primary category.'),
    latest: {
      ...pageSchema({ item: refTo('LatestItem') }),
      description: 'The first page of the mixed list.',
      properties: {
        ...(pageSchema({ item: refTo('LatestItem') })['properties'] as JsonSchema),
        without: { type: 'array', items: { type: 'string' }, description: 'For `without` of `/v1/latest`, beside `next` as `after`: the further pages then repeat nothing of this page.' },
      },
      required: ['items', 'next', 'without'],
    },
    featuredBrands: listOf('partnerBrand', 'item', 'In the order of their places.'),
  },
  required: ['article', 'breadcrumbs', 'related', 'youMayLike', 'sameCategory', 'latest', 'featuredBrands'],
}

const latestFirst = { ...firstParameter({ page: { default: LATEST_FIRST, max: LATEST_FIRST_MAX } }) }
const kindsParameter: Parameter = { name: 'kinds', type: { type: 'enum', name: 'LatestKind', values: Object.fromEntries(latestKinds.map((kind) => [kind, englishOf(definitions[kind].doc)])) }, several: true, doc: 'Which kinds; all of them when it is left out.' }
const withoutParameter: Parameter = { name: 'without', type: 'string', several: true, valuesMax: LATEST_WITHOUT_MAX, doc: 'Ids to leave out, such as what the page shows already. To be given again with the next page.' }

const mixed = async (asked: Asked): Promise<Reply> => {
  const { reader, answers, values, url } = asked
  const first = numberIn(values, latestFirst)
  checkSelection({ values, kinds: latestKinds, extent: 'teaser', first })
  const found = await latest({ reader, kinds: textsIn(values, 'kinds'), category: textIn(values, 'category'), first, after: textIn(values, 'after'), without: textsIn(values, 'without') })
  const items = await things({ asked, kinds: latestKinds, extent: 'teaser', found: found.rows.map((row) => answers.of(row)) })
  return page({ items, next: found.next, url })
}

const statistics = async ({ reader, answers, values }: Asked): Promise<Reply> => {
  const { total, lines } = await ocopStatistics({
    reader, issuedIn: values['issuedIn'] === undefined ? null : Number(values['issuedIn']), validOn: textIn(values, 'validOn'), province: textIn(values, 'province'), by: textsIn(values, 'by') ?? [],
  })
  const card = async (kind: PublicKind, row: PublishedRow | null) => (row ? ((await box({ answers, kinds: [kind], extent: 'card', rows: [row] }))[0] ?? null) : null)
  return {
    body: {
      total,
      lines: await Promise.all(lines.map(async ({ group, province, ...line }) => ({
        ...line,
        ...(group === undefined ? {} : { group: await card('productGroup', group) }),
        ...(province === undefined ? {} : { province: await card('administrativeUnit', province) }),
      }))),
    },
  }
}

const nullable = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] })

const statisticsSchema: JsonSchema = {
  description: 'Counts of the OCOP programme.',
  type: 'object',
  properties: {
    total: { type: 'integer', description: 'All of them.' },
    lines: {
      type: 'array',
      description: 'In the order of `by`: most stars first, then kinds, groups, provinces. What there is none of has no line.',
      items: {
        type: 'object',
        properties: {
          stars: { type: 'integer', description: 'Stars; with `by=stars`.' },
          kind: { ...refTo('CertificateKind'), description: 'Outcome of the assessment; with `by=kind`.' },
          group: { ...nullable(refTo(schemaName('productGroup', 'card'))), description: 'Group of the product, null when it is not known; with `by=group`.' },
          province: { ...nullable(refTo(schemaName('administrativeUnit', 'card'))), description: 'Province of the product as recorded, null when it is not known; with `by=province`.' },
          count: { type: 'integer', description: 'How many.' },
        },
        required: ['count'],
      },
    },
  },
  required: ['total', 'lines'],
}

const placementFilter = definitions.partnerBrand.filters['placement'] as Extract<PublicFilter, { type: 'enum' }>
const placementParameter: Parameter = { name: 'placement', type: { type: 'enum', name: placementFilter.name, values: placementFilter.values }, default: 'featured', doc: 'Where they are shown.', example: 'featured' }

const brands = async (asked: Asked): Promise<Reply> => {
  const { reader, answers, values } = asked
  checkSelection({ values, kinds: ['partnerBrand'], extent: 'item' })
  const rows = await featuredBrands({ reader, placement: String(values['placement']) })
  return { body: { items: await things({ asked, kinds: ['partnerBrand'], extent: 'item', found: rows.map((row) => answers.of(row)) }), next: null } }
}

const redirected = async ({ reader, values }: Asked): Promise<Reply> => {
  const path = String(values['path'])
  const found = await redirect({ reader, path })
  if (!found) throw new ProblemError({ code: 'NOT_FOUND', detail: `No redirect is kept for "${path}".` })
  return { body: found.kind === 'gone' ? { path, to: null, status: 410 } : { path, to: found.to, status: found.permanent ? 301 : 302 } }
}

/** The schemas that these addresses add to those of the kinds. */
export const specialSchemas: Readonly<Record<string, JsonSchema>> = {
  ArticlePage: articlePageSchema,
  LatestItem: unionSchema({ kinds: latestKinds, extent: 'teaser', description: 'An article or a product, as `kind` says.' }),
  OcopStatistics: statisticsSchema,
  Redirect: {
    description: 'Where a path of the site leads.',
    type: 'object',
    properties: {
      path: { type: 'string', description: 'The path that was asked for.' },
      to: { type: ['string', 'null'], format: 'uri', description: 'Where it leads; null when the address was given up.' },
      status: { type: 'integer', enum: [301, 302, 410], description: 'How to answer: moved for good, moved for now, given up.' },
    },
    required: ['path', 'to', 'status'],
  },
}

/** What a front end needs as a whole: a page, the mixed list, what is read most, statistics, brands, redirects. */
export const specialEndpoints = (): Endpoint[] => [
  {
    path: '/v1/pages/articles/{slug}', operationId: 'getArticlePage', tag: 'pages', kind: 'page', summary: 'All that the page of an article shows, in one request.',
    description: '`fields` and `include` are said of `article`; the boxes hold teasers.',
    segment: { name: 'slug', doc: 'The slug of the article, the last part of its address (`slug-12345.html`), or `number:…`.', example: String(exampleOf({ kind: 'article', extent: 'card' })['slug']) },
    parameters: [fieldsParameter, includeParameter], schema: refTo('ArticlePage'), moves: true, answer: pageOfArticle,
    example: {
      article: exampleOf({ kind: 'article', extent: 'whole' }), breadcrumbs: [exampleOf({ kind: 'category', extent: 'card' })], related: [exampleOf({ kind: 'article', extent: 'teaser' })], youMayLike: [], sameCategory: [],
      latest: { items: latestExample, next: null, without: [] }, featuredBrands: [exampleOf({ kind: 'partnerBrand', extent: 'item' })],
    },
  },
  {
    path: '/v1/latest', operationId: 'listLatest', tag: 'latest', summary: 'News and products mixed, the newest first.',
    description: 'By time of publication, then by id: what is published while someone turns pages moves nothing behind their cursor.',
    parameters: [kindsParameter, { name: 'category', type: 'string', doc: 'Articles of this category and those below it only, named by slug or id; products are not restricted.' }, latestFirst, afterParameter, withoutParameter, fieldsParameter, includeParameter],
    schema: pageSchema({ item: refTo('LatestItem') }), example: { items: latestExample, next: null }, answer: mixed,
  },
  mostReadEndpoint({ example: latestExample }),
  {
    path: '/v1/ocop-statistics', operationId: 'getOcopStatistics', tag: 'ocop', summary: 'Counts of the OCOP programme.',
    description: 'Exactly one of `issuedIn` and `validOn`.',
    parameters: [
      { name: 'issuedIn', type: 'int', doc: 'The certificates issued in this year, whatever became of them.', example: 2021 },
      { name: 'validOn', type: 'day', doc: 'The products with stars on this Hanoi day, each once.' },
      { name: 'province', type: 'string', doc: 'Of this province, by slug, key or id. A current one takes in those it was formed from, an ended one is itself.', example: 'bac-kan' },
      { name: 'by', type: { type: 'enum', name: 'StatisticsDimension', values: Object.fromEntries(tallyDimensions.map((dimension) => [dimension, ''])) }, several: true, doc: 'What to count by; without it there is the total only.', example: 'stars,kind' },
    ],
    schema: refTo('OcopStatistics'), example: { total: 56, lines: [{ stars: 4, kind: 'new', count: 1 }, { stars: 3, kind: 'new', count: 39 }, { stars: 3, kind: 're-recognised', count: 16 }] }, answer: statistics,
  },
  {
    path: '/v1/featured-brands', operationId: 'listFeaturedBrands', tag: kebab(definitions.partnerBrand.plural), summary: 'The brands to be shown in a place now, in its order.',
    parameters: [placementParameter, fieldsParameter, includeParameter], schema: pageSchema({ item: refTo(schemaName('partnerBrand', 'item')) }),
    example: { items: [exampleOf({ kind: 'partnerBrand', extent: 'item' })], next: null }, answer: brands,
  },
  {
    path: '/v1/redirects', operationId: 'getRedirect', tag: 'redirects', summary: 'Where a path of the site leads that the editors redirect.',
    description: `Former addresses of articles and products are not among them: ask \`/v1/pages/articles/{slug}\` or \`${kindPath(definitions.product)}/{slug}\`.`,
    parameters: [{ name: 'path', type: 'string', length: 2000, required: true, doc: 'The path, beginning with `/`.', example: '/tin-cu.html' }],
    schema: refTo('Redirect'), example: { path: '/tin-cu.html', to: 'https://bao.example.vn/tin-moi-12345.html', status: 301 }, answer: redirected,
  },
]
