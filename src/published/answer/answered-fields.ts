import type { CertificateData } from '../../../collections/certificates/public-certificate.ts'
import { termOf } from '../../../collections/certificates/public-certificate.ts'
import type { Kind } from '../../../collections/shared/public-kinds.ts'
import { certificationOn } from '../../ocop/certification-on.ts'
import { lastDayInForce } from '../../ocop/in-force-on.ts'
import { unitExistsOn } from '../../ocop/resolve-province-slug.ts'
import { addressOf, under } from './address.ts'
import type { Answerable, Answers } from './answers.ts'
import { printBody } from './body.ts'
import { homeSlots } from './home-page.ts'
import { type Crop, fileAddress, type ImageData, renditionsOf, srcsetOf } from './image.ts'
import { openPlacements, type Placement } from './placements.ts'
import { jsonLdOfArticle, jsonLdOfProducer, jsonLdOfProduct } from './structured-data.ts'

type Answer = (args: { answers: Answers; subject: Answerable; args: Readonly<Record<string, unknown>> }) => unknown

/** More than a list that is short by nature has, such as the children of a category. */
const WHOLE = 200

const page: Answer = async ({ answers, subject }) => addressOf({ row: subject.row, settings: await answers.settings(), siteUrl: answers.siteUrl })
const file: Answer = ({ answers, subject }) => fileAddress({ origin: answers.origin, filename: String(subject.data['_filename']) })
const imageOf = ({ data }: Answerable): ImageData => data as unknown as ImageData

/** An address that may be written as a path of the site. */
const absolute = (answers: Answers, written: unknown): string => {
  const text = typeof written === 'string' ? written : ''
  return /^[a-z][a-z+.-]*:/i.test(text) ? text : under(answers.siteUrl, text === '' ? '/' : text)
}

const menuEntry: Answer = async ({ answers, subject: { data } }) => {
  const id = (data['category'] ?? data['topic']) as string | null
  if (data['_kind'] === 'link' || id === null) return absolute(answers, data['_url'])
  const target = await answers.loadOne({ kind: data['category'] ? 'category' : 'topic', id })
  return target ? answers.field(target, 'url') : absolute(answers, data['_url'])
}

const certificateStatus: Answer = ({ answers, subject }) => {
  const certificate = subject.data as unknown as CertificateData
  const { today } = answers.moment
  if (certificate.withdrawnOn !== null && certificate.withdrawnOn <= today) return 'withdrawn'
  if (today < certificate.issuedDay) return 'upcoming'
  return today <= lastDayInForce(termOf(certificate)) ? 'in-force' : 'expired'
}

const certification: Answer = ({ answers, subject }) => {
  const { status, stars, through, lastStars } = certificationOn((subject.data['certificates'] as CertificateData[]).map(termOf), answers.moment.today)
  return { status: status.toLowerCase(), stars, through, lastStars }
}

const children = (kind: Kind): Answer => ({ answers, subject }) =>
  answers.list({ kind, facet: `parent:${subject.row.id}`, order: { by: 'rank', descending: false }, first: WHOLE })

const bylineName: Answer = async ({ answers, subject: { data } }) =>
  data['penName'] ?? (await answers.loadOne({ kind: 'author', id: String(data['author']) }))?.data['name'] ?? ''

const relatedArticles: Answer = ({ answers, subject, args }) =>
  answers.list({ kind: 'article', facet: `product:${subject.row.id}`, first: Number(args['first'] ?? 10) })

/** What is made at every read, by type and field: it depends on other rows, on the settings or on the time. */
const table: Readonly<Record<string, Answer>> = {
  'image.url': ({ answers, subject }) => fileAddress({ origin: answers.origin, filename: imageOf(subject)._filename, version: imageOf(subject)._version }),
  'image.srcset': ({ answers, subject, args }) => srcsetOf({ image: imageOf(subject), origin: answers.origin, crop: (args['crop'] ?? 'original') as Crop }),
  'image.renditions': ({ answers, subject }) => renditionsOf({ image: imageOf(subject), origin: answers.origin }),
  'File.url': file,
  'Seo.canonical': async (given) => given.subject.data['_canonical'] ?? page(given),
  'Body.html': printBody,
  'Byline.name': bylineName,
  'product.certification': certification,
  'product.relatedArticles': relatedArticles,
  'product.jsonLd': jsonLdOfProduct,
  'article.jsonLd': jsonLdOfArticle,
  'producer.jsonLd': jsonLdOfProducer,
  'Certificate.status': certificateStatus,
  'category.children': children('category'),
  'productGroup.children': children('productGroup'),
  'administrativeUnit.current': ({ answers, subject: { data } }) => unitExistsOn({ validFrom: data['validFrom'] as string | null, validTo: data['validTo'] as string | null }, answers.moment.today),
  'administrativeUnit.predecessors': ({ answers, subject }) => answers.list({ kind: 'administrativeUnit', facet: `successor:${subject.row.id}`, order: { by: 'name', descending: false }, first: WHOLE }),
  'partnerBrand.placements': ({ answers, subject }) => openPlacements({ placements: subject.data['_placements'] as Placement[], today: answers.moment.today }),
  'siteSettings.url': ({ answers }) => under(answers.siteUrl, '/'),
  'NavigationItem.url': menuEntry,
  'NavigationSubItem.url': menuEntry,
  'homePage.slots': homeSlots,
}

/** How a field marked `answered` is made. @throws Error for one that nothing makes. */
export const answered = ({ type, name }: { type: string; name: string }): Answer => {
  const answer = table[`${type}.${name}`] ?? (name === 'url' ? page : undefined)
  if (!answer) throw new Error(`Nothing answers ${type}.${name}`)
  return answer
}
