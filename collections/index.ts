import { administrativeUnits } from './administrative-units/index.ts'
import { articles } from './articles/index.ts'
import { authors } from './authors/index.ts'
import { categories } from './categories/index.ts'
import { certificates } from './certificates/index.ts'
import { counters } from './counters/index.ts'
import { documents } from './documents/index.ts'
import { feeds } from './feeds/index.ts'
import { legalDocuments } from './legal-documents/index.ts'
import { media } from './media/index.ts'
import { partnerBrands } from './partner-brands/index.ts'
import { partnerSites } from './partner-sites/index.ts'
import { producers } from './producers/index.ts'
import { productGroups } from './product-groups/index.ts'
import { products } from './products/index.ts'
import { redirects } from './redirects/index.ts'
import { topics } from './topics/index.ts'
import { users } from './users/index.ts'
import { webhookDeliveries } from './webhook-deliveries/index.ts'
import { webhookEndpoints } from './webhook-endpoints/index.ts'

/** The content model, in the order of the admin's menu. */
export const collections = [
  articles, media, topics, categories, authors, documents,
  products, certificates, legalDocuments, producers, partnerBrands, productGroups, administrativeUnits,
  redirects,
  feeds, partnerSites, webhookEndpoints, webhookDeliveries,
  users, counters,
]
