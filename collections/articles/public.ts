import { bodyOf, textIn } from '../shared/public-body.ts'
import { commonFields, definePublic, type EnumType, type ProjectArgs, type Projection } from '../shared/public-definition.ts'
import { jsonLdField } from '../shared/public-json-ld.ts'
import { facets, flagOf, groupOf, instantOf, numberOf, refOf, refsOf, rowsOf, textOf } from '../shared/public-read.ts'
import { seoOf } from '../shared/public-seo.ts'
import { bodyType, linkType, seoType, slugField } from '../shared/public-types.ts'
import { sortKey } from '../../src/text/sort-key.ts'

const genreType = {
  type: 'enum',
  name: 'ArticleGenre',
  values: {
    news: { en: 'News.', vi: 'Tin' },
    feature: { en: 'Feature.', vi: 'Bài' },
    report: { en: 'Reportage.', vi: 'Phóng sự' },
    interview: { en: 'Interview.', vi: 'Phỏng vấn' },
    photo: { en: 'Photo story.', vi: 'Ảnh' },
    video: { en: 'Video.', vi: 'Video' },
    infographic: { en: 'Infographic.', vi: 'Infographic' },
    opinion: { en: 'Opinion.', vi: 'Ý kiến' },
    'e-magazine': { en: 'E-magazine.', vi: 'E-magazine' },
  },
} as const satisfies EnumType

const bylineRoleType = {
  type: 'enum',
  name: 'BylineRole',
  values: {
    text: { en: 'Wrote it.', vi: 'Bài' },
    photo: { en: 'Photographed it.', vi: 'Ảnh' },
    video: { en: 'Filmed it.', vi: 'Video' },
  },
} as const satisfies EnumType

const correctionKindType = {
  type: 'enum',
  name: 'CorrectionKind',
  values: {
    correction: { en: 'Something false was corrected.', vi: 'Cải chính' },
    clarification: { en: 'Something unclear was explained.', vi: 'Nói rõ thêm' },
  },
} as const satisfies EnumType

const project = ({ doc }: ProjectArgs): Projection => {
  const title = textOf(doc, 'title') ?? ''
  const lead = textOf(doc, 'lead') ?? ''
  const category = refOf(doc, 'category')
  const categories = refsOf(doc, 'categories').filter((id) => id !== category)
  const topics = refsOf(doc, 'topics')
  const bylines = rowsOf(doc, 'bylines').map((line) => ({ author: refOf(line, 'author'), role: textOf(line, 'role') ?? 'text', penName: textOf(line, 'penName') }))
  const provinces = refsOf(doc, 'provinces')
  const legalDocuments = refsOf(doc, 'legalDocuments')
  const products = refsOf(doc, 'products')
  const brands = refsOf(doc, 'brands')
  const flags = { featured: flagOf(doc, 'featured'), breaking: flagOf(doc, 'breaking'), sponsored: flagOf(doc, 'sponsored') }
  const genre = textOf(doc, 'genre') ?? 'news'
  const body = bodyOf(doc['body'])
  const visibleFrom = instantOf(doc, 'publishedAt') ?? instantOf(doc, 'firstPublishedAt') ?? instantOf(doc, 'createdAt')
  const formerSlugs = rowsOf(doc, 'formerSlugs').map((row) => textOf(row, 'slug')).filter((slug) => slug !== null)
  const retraction = groupOf(doc, 'retraction')
  const slug = textOf(doc, 'slug')
  const base = { slug, number: numberOf(doc, 'number'), visibleFrom, visibleUntil: instantOf(doc, 'unpublishAt'), stars: null, starsThrough: null, changesOn: null }

  // What is retracted keeps its addresses and nothing else: the page has to say that it is gone.
  if (instantOf(retraction, 'at')) {
    return {
      ...base, sortKey: '', rank: '', facets: facets({ formerSlug: formerSlugs }),
      data: { _goneAt: instantOf(retraction, 'at'), _note: textOf(retraction, 'note') },
      gone: textOf(retraction, 'reason') === 'legal' ? 'LEGAL' : 'RETRACTED',
    }
  }
  const coverId = refOf(doc, 'cover')
  const cover = coverId === null ? null : { id: coverId, caption: textOf(doc, 'coverCaption'), credit: textOf(doc, 'coverCredit') }
  return {
    ...base,
    sortKey: sortKey(title),
    rank: '',
    facets: facets({
      category: [category, ...categories], section: category, topic: topics, author: bylines.map(({ author }) => author), province: provinces, product: products, brand: brands,
      legalDocument: legalDocuments, genre, ...flags, formerSlug: formerSlugs,
    }),
    data: {
      slug, number: base.number, title, lead, shortTitle: textOf(doc, 'shortTitle'), kicker: textOf(doc, 'kicker'), genre, ...flags,
      publishedAt: visibleFrom, revisedAt: instantOf(doc, 'revisedAt'),
      cover, body, category, categories, topics, bylines, sourceCredit: textOf(doc, 'sourceCredit'), provinces, legalDocuments, products, brands,
      relatedLinks: rowsOf(doc, 'relatedLinks').map((link) => ({ title: textOf(link, 'title') ?? '', url: textOf(link, 'url') ?? '' })).filter(({ title: said, url }) => said && url),
      related: refsOf(doc, 'relatedArticles').filter((id) => id !== doc.id),
      corrections: rowsOf(doc, 'corrections')
        .map((row) => ({ at: instantOf(row, 'at'), kind: textOf(row, 'kind') ?? 'correction', text: textIn(row['text']) }))
        .filter(({ at, text }) => at !== null && text !== ''),
      seo: seoOf({ seo: groupOf(doc, 'seo'), title, description: lead, image: coverId }),
    },
  }
}

/** Articles of the newspaper, with their authors, places, products and the decisions they cite. */
export const articlePublic = definePublic({
  kind: 'article',
  plural: 'articles',
  doc: { en: 'An article of the newspaper.', vi: 'Bài báo.' },
  source: { collection: 'articles' },
  lookups: ['id', 'slug', 'number'],
  page: { default: 20, max: 100 },
  fields: {
    ...commonFields,
    number: { type: 'int', required: true, doc: 'Short sequential number, used in its address.' },
    slug: slugField,
    title: { type: 'string', required: true, doc: { en: 'Headline.', vi: 'Tiêu đề.' } },
    shortTitle: { type: 'string', doc: { en: 'Shorter headline for narrow boxes.', vi: 'Tiêu đề ngắn.' } },
    kicker: { type: 'string', doc: { en: 'Line above the headline.', vi: 'Dòng trên tiêu đề.' } },
    lead: { type: 'string', required: true, doc: { en: 'Lead paragraph.', vi: 'Sapo.' } },
    genre: { ...genreType, required: true, doc: { en: 'Kind of journalism.', vi: 'Thể loại.' } },
    featured: { type: 'boolean', required: true, doc: { en: 'Chosen as a featured story.', vi: 'Tin nổi bật.' } },
    breaking: { type: 'boolean', required: true, doc: { en: 'Breaking news.', vi: 'Tin nóng.' } },
    sponsored: { type: 'boolean', required: true, doc: { en: 'Paid content; must be marked as such.', vi: 'Nội dung tài trợ.' } },
    publishedAt: { type: 'instant', required: true, doc: { en: 'When it was published.', vi: 'Thời điểm xuất bản.' } },
    revisedAt: { type: 'instant', doc: { en: 'When it was last changed in substance.', vi: 'Thời điểm cập nhật.' } },
    cover: { type: 'ref', to: 'image', doc: { en: 'Cover image; caption and credit are those of its use here.', vi: 'Ảnh đại diện.' } },
    body: { ...bodyType, required: true, heavy: true, doc: { en: 'The text.', vi: 'Nội dung.' } },
    category: { type: 'ref', to: 'category', doc: { en: 'Primary category.', vi: 'Chuyên mục chính.' } },
    categories: { type: 'ref', to: 'category', list: true, doc: { en: 'Further categories.', vi: 'Chuyên mục khác.' } },
    topics: { type: 'ref', to: 'topic', list: true, doc: { en: 'Topics it belongs to.', vi: 'Chủ đề.' } },
    bylines: {
      type: 'object', name: 'Byline', list: true, doc: { en: 'Its authors, in order.', vi: 'Tác giả, theo thứ tự.' },
      fields: {
        name: { type: 'string', required: true, answered: true, doc: 'What to print: the pen name chosen for this article, else the author’s name.' },
        role: { ...bylineRoleType, required: true, doc: 'What this author did.' },
        author: { type: 'ref', to: 'author', required: true, doc: 'The author.' },
        penName: { type: 'string', doc: 'Pen name chosen for this article.' },
      },
    },
    sourceCredit: { type: 'string', doc: { en: 'Where the article was taken from.', vi: 'Nguồn tin.' } },
    provinces: { type: 'ref', to: 'administrativeUnit', list: true, doc: { en: 'Provinces it is about, as of its time.', vi: 'Địa phương liên quan.' } },
    legalDocuments: { type: 'ref', to: 'legalDocument', list: true, doc: { en: 'Legal documents it cites.', vi: 'Văn bản được trích dẫn.' } },
    relatedLinks: { ...linkType, list: true, doc: { en: 'Links chosen by the editors.', vi: 'Liên kết liên quan.' } },
    related: { type: 'ref', to: 'article', list: true, doc: { en: 'Related articles chosen by the editors.', vi: 'Tin liên quan.' } },
    products: { type: 'ref', to: 'product', list: true, doc: { en: 'OCOP products it is about.', vi: 'Sản phẩm được nhắc tới.' } },
    brands: { type: 'ref', to: 'partnerBrand', list: true, doc: { en: 'Brands it is about.', vi: 'Thương hiệu được nhắc tới.' } },
    corrections: {
      type: 'object', name: 'Correction', list: true, doc: { en: 'Corrections made after publication, as recorded.', vi: 'Cải chính sau khi xuất bản.' },
      fields: {
        at: { type: 'instant', required: true, doc: 'When it was made.' },
        kind: { ...correctionKindType, required: true, doc: 'What it is.' },
        text: { type: 'string', required: true, doc: 'What was false and what is true.' },
      },
    },
    seo: { ...seoType, required: true, doc: 'For the head of the page.' },
    jsonLd: jsonLdField('The article as schema.org describes it: NewsArticle and BreadcrumbList.'),
  },
  filters: {
    category: { type: 'ref', to: 'category', operators: ['equals', 'in'], by: { facet: 'category', expand: 'category-tree' }, doc: 'In this category or one below it.' },
    topic: { type: 'ref', to: 'topic', operators: ['equals', 'in'], by: { facet: 'topic' }, doc: 'On this topic.' },
    author: { type: 'ref', to: 'author', operators: ['equals', 'in'], by: { facet: 'author' }, doc: 'By this author.' },
    province: { type: 'ref', to: 'administrativeUnit', operators: ['equals', 'in'], by: { facet: 'province', expand: 'unit-history' }, doc: 'About this province; a current one includes those it was formed from.' },
    product: { type: 'ref', to: 'product', operators: ['equals', 'in'], by: { facet: 'product' }, doc: 'About this product.' },
    brand: { type: 'ref', to: 'partnerBrand', operators: ['equals', 'in'], by: { facet: 'brand' }, doc: 'About this brand.' },
    legalDocument: { type: 'ref', to: 'legalDocument', operators: ['equals', 'in'], by: { facet: 'legalDocument' }, doc: 'Citing this document.' },
    genre: { ...genreType, operators: ['equals', 'in'], by: { facet: 'genre' }, doc: 'Of this genre.' },
    featured: { type: 'boolean', operators: ['equals'], by: { facet: 'featured' }, doc: 'Featured or not.' },
    breaking: { type: 'boolean', operators: ['equals'], by: { facet: 'breaking' }, doc: 'Breaking news or not.' },
    sponsored: { type: 'boolean', operators: ['equals'], by: { facet: 'sponsored' }, doc: 'Paid content or not.' },
    publishedAt: { type: 'instant', operators: ['gte', 'lt'], by: { column: 'publishedAt' }, doc: 'Published in this time.' },
  },
  sorts: {
    publishedAt: { by: 'published', doc: 'By time of publication.' },
    title: { by: 'name', doc: 'By title, in Vietnamese order.' },
  },
  defaultSort: '-publishedAt',
  internal: ['searchFolded', 'sortKey', 'demo', 'createdBy', 'firstPublishedAt', 'deletedAt', '_status', 'createdAt', 'updatedAt'],
  covered: ['coverCaption', 'coverCredit', 'relatedArticles', 'unpublishAt', 'formerSlugs', 'retraction'],
  project,
})
