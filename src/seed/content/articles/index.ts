import type { ArticleSeed } from '../types.ts'
import { certificateArticles } from './certificates.ts'
import { leadStory } from './lead.ts'
import { newRuralArticles } from './new-rural.ts'
import { newsItems } from './news.ts'
import { policyArticles } from './policy.ts'

/** All articles of the demo. */
export const articles: readonly ArticleSeed[] = [...certificateArticles, ...newRuralArticles, ...policyArticles, ...newsItems, leadStory]
