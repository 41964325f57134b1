import type { Graph, NewsArticleLeaf } from 'schema-dts'
import { breadcrumbs, type Crumb } from './breadcrumbs.ts'
import { type Newspaper, newspaper } from './newspaper.ts'
import { node } from './node.ts'
import { type Picture, pictures } from './pictures.ts'

export interface ArticleTerms {
  url: string
  title: string
  shortTitle: string | null
  lead: string
  sponsored: boolean
  /** Instants, ISO 8601. */
  publishedAt: string
  revisedAt: string | null
  cover: Picture | null
  /** In the order of the byline, each with the page of the author. */
  authors: readonly Crumb[]
  section: string | null
  topics: readonly string[]
  corrections: readonly { at: string; text: string }[]
  /** From below the front page down to its category. */
  above: readonly Crumb[]
  newspaper: Newspaper
}

const changedAt = ({ publishedAt, revisedAt, corrections }: ArticleTerms): string => [publishedAt, revisedAt ?? '', ...corrections.map(({ at }) => at)].sort().at(-1) ?? publishedAt

const newsArticle = (terms: ArticleTerms): NewsArticleLeaf => {
  const { url, title, shortTitle, lead, sponsored, publishedAt, cover, authors, section, topics, corrections } = terms
  const publisher = newspaper(terms.newspaper)
  return node<NewsArticleLeaf>({
    '@type': 'NewsArticle',
    '@id': `${url}#article`,
    mainEntityOfPage: url,
    url,
    headline: title,
    alternativeHeadline: shortTitle,
    description: lead,
    image: cover ? pictures(cover) : null,
    datePublished: publishedAt,
    dateModified: changedAt(terms),
    // One object per author, and the name alone in `name`: position and newspaper do not belong there.
    author: authors.length > 0 ? authors.map(({ name, url: page }) => ({ '@type': 'Person', name, url: page })) : { '@id': `${terms.newspaper.url}#publisher` },
    publisher,
    isPartOf: { '@type': 'WebSite', name: terms.newspaper.name, url: terms.newspaper.url },
    articleSection: section,
    keywords: [...topics],
    genre: sponsored ? 'Nội dung tài trợ' : null,
    inLanguage: 'vi',
    isAccessibleForFree: true,
    correction: corrections.map(({ at, text }) => ({ '@type': 'CorrectionComment', datePublished: at, text })),
  })
}

/** An article as schema.org describes it, with the way to its page. */
export const articleJsonLd = (terms: ArticleTerms): Graph => ({
  '@context': 'https://schema.org',
  '@graph': [
    newsArticle(terms),
    breadcrumbs([{ name: 'Trang chủ', url: terms.newspaper.url }, ...terms.above, { name: terms.title, url: terms.url }]),
  ],
})
