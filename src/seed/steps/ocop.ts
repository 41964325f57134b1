import { addDays, legalDocumentKey, type Day } from '../../ocop/index.ts'
import { certificates } from '../content/certificates.ts'
import { citedDocuments, decisions } from '../content/decisions.ts'
import { producers, products } from '../content/products/index.ts'
import type { CertificateSeed, DecisionSeed, ProductSeed } from '../content/types.ts'
import { criteriaVersionOf, decisionDay } from '../decision-terms.ts'
import { publishedInstant } from '../published-instant.ts'
import { ensureAll, idOf, type SeedRun, type Wanted } from '../run.ts'
import { paragraphs } from '../to-lexical.ts'

const documents = 'legal-documents'
const unitId = (run: SeedRun, key: string): string => idOf({ run, collection: 'administrative-units', key })

const documentWanted = ({ number, type, issuer, level, date, title, key, demo }: { number: string; type: string; issuer: string; level: string; date: Day; title: string; key: string; demo: boolean }): Wanted => ({
  collection: documents, key, where: { identityKey: { equals: legalDocumentKey({ number, issuer, date }) } },
  data: { number, type, issuer, level, date, title, demo },
})

const decisionDate = ({ run, decision: { day } }: { run: SeedRun; decision: DecisionSeed }): Day => decisionDay({ day, seedingDay: run.seedingDay })

const decisionRecords = (run: SeedRun): (() => Wanted)[] => [
  ...citedDocuments.map((cited) => () => documentWanted({ ...cited, key: `${cited.number}@${cited.date}`, demo: false })),
  ...decisions.map((decision) => () => documentWanted({
    number: decision.number, type: 'decision', issuer: decision.issuer, level: decision.level === 'centre' ? 'ministry' : decision.level,
    date: decisionDate({ run, decision }), title: decision.title, key: decision.key, demo: true,
  })),
]

const producerRecords = (run: SeedRun): (() => Wanted)[] =>
  producers.map(({ name, kind, unit, unitAsOf, formerDistrict }) => () => ({
    collection: 'producers', key: name, where: { name: { equals: name } },
    data: { name, kind, unit: unitId(run, unit), unitAsOf, formerDistrict, demo: true },
  }))

const productWanted = ({ run, product, index }: { run: SeedRun; product: ProductSeed; index: number }): Wanted => {
  const { slug, name, group, producer, unit, unitAsOf, formerDistrict, summary, description, images = [], netWeight, packaging, ingredients, season, standards = [], price, availability, published } = product
  return {
    collection: 'products', key: slug, where: { slug: { equals: slug } },
    data: {
      _status: 'published', name, slug, summary, formerDistrict, unitAsOf, netWeight, packaging, ingredients, season, availability, demo: true,
      group: idOf({ run, collection: 'product-groups', key: `leaf/${group}` }),
      producer: idOf({ run, collection: 'producers', key: producer }),
      unit: unitId(run, unit),
      standards: [...standards],
      ...(description ? { description: paragraphs(description) } : {}),
      images: images.map((image) => ({ image: idOf({ run, collection: 'media', key: image.name }), caption: `${image.alt}.` })),
      ...(price ? { price: { amount: price, day: addDays(run.seedingDay, -20 - (index % 40)) } } : {}),
      publishedAt: publishedInstant({ published, nowMs: run.nowMs }),
    },
  }
}

const decisionsByKey = new Map(decisions.map((decision) => [decision.key, decision]))
const certificateKey = ({ product, decision }: { product: string; decision: string }): string => `${product}/${decision}`

const certificateWanted = ({ run, certificate }: { run: SeedRun; certificate: CertificateSeed }): Wanted => {
  const { product, stars, score, kind, supersedes } = certificate
  const decision = decisionsByKey.get(certificate.decision)
  if (!decision) throw new Error(`There is no decision “${certificate.decision}” for the certificate of ${product}`)
  const [productId, decisionId] = [idOf({ run, collection: 'products', key: product }), idOf({ run, collection: documents, key: decision.key })]
  const day = decisionDate({ run, decision })
  return {
    collection: 'certificates', key: certificateKey(certificate), where: { and: [{ product: { equals: productId } }, { decision: { equals: decisionId } }] },
    data: {
      product: productId, decision: decisionId, stars, score, kind, issuedDay: day, authorityLevel: decision.level, authorityName: decision.issuer,
      criteriaVersion: criteriaVersionOf({ level: decision.level, stars, day }).id, demo: true,
      ...(supersedes ? { supersedes: idOf({ run, collection: 'certificates', key: certificateKey({ product, decision: supersedes }) }) } : {}),
    },
  }
}

/** Decisions, producers, products and their certificates. */
export const seedOcop = async (run: SeedRun): Promise<void> => {
  await ensureAll({ run, title: 'Seeding decisions', wanted: decisionRecords(run) })
  await ensureAll({ run, title: 'Seeding producers', wanted: producerRecords(run) })
  await ensureAll({ run, title: 'Seeding products', wanted: products.map((product, index) => () => productWanted({ run, product, index })) })
  await ensureAll({ run, title: 'Seeding certificates', wanted: certificates.map((certificate) => () => certificateWanted({ run, certificate })) })
}
