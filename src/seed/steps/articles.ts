import { articles } from '../content/articles/index.ts'
import type { ArticleSeed } from '../content/types.ts'
import { publishedInstant } from '../published-instant.ts'
import { ensureAll, idOf, type SeedRun, type Wanted } from '../run.ts'
import { toLexical } from '../to-lexical.ts'

const wantedOf = ({ run, article }: { run: SeedRun; article: ArticleSeed }): Wanted => {
  const { slug, title, shortTitle, kicker, lead, genre, category, categories = [], topics, authors, provinces = [], documents = [], products = [], related = [], published, featured = false, cover, coverCaption, body } = article
  const one = (collection: string, key: string): string => idOf({ run, collection, key })
  const all = (collection: string, keys: readonly string[]): string[] => keys.map((key) => one(collection, key))
  return {
    collection: 'articles', key: slug, where: { slug: { equals: slug } },
    data: {
      _status: 'published', slug, title, shortTitle, kicker, lead, genre, featured, demo: true,
      category: one('categories', category), categories: all('categories', categories), topics: all('topics', topics),
      bylines: authors.map((name) => ({ author: one('authors', name), role: 'text' })),
      provinces: all('administrative-units', provinces), legalDocuments: all('legal-documents', documents), products: all('products', products), relatedArticles: all('articles', related),
      cover: one('media', cover.name), coverCaption, coverCredit: 'OCOP Press',
      body: toLexical({ parts: body, lookup: one }),
      publishedAt: publishedInstant({ published, nowMs: run.nowMs }),
    },
  }
}

/** The articles, in an order in which each names only those before it. */
export const seedArticles = (run: SeedRun): Promise<void> =>
  ensureAll({ run, title: 'Seeding articles', wanted: articles.map((article) => () => wantedOf({ run, article })), perTransaction: 6 })
