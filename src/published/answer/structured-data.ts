import type { CertificateData } from '../../../collections/certificates/public-certificate.ts'
import { termOf } from '../../../collections/certificates/public-certificate.ts'
import { articleJsonLd } from '../../json-ld/article.ts'
import type { Crumb } from '../../json-ld/breadcrumbs.ts'
import type { CertificateTerms } from '../../json-ld/certification.ts'
import type { Newspaper } from '../../json-ld/newspaper.ts'
import type { Picture } from '../../json-ld/pictures.ts'
import type { PlaceTerms } from '../../json-ld/place.ts'
import { producerJsonLd } from '../../json-ld/producer.ts'
import { productJsonLd } from '../../json-ld/product.ts'
import { lastDayInForce } from '../../ocop/in-force-on.ts'
import { isTourismGroup } from '../../ocop/is-tourism-group.ts'
import { under } from './address.ts'
import type { Answerable, Answers } from './answers.ts'
import { fileAddress, type ImageData, renditionsOf } from './image.ts'

type Given = { answers: Answers; subject: Answerable }

const FRONT = 'Trang chủ'

const textIn = ({ data }: Answerable, name: string): string | null => {
  const value = data[name]
  return typeof value === 'string' && value !== '' ? value : null
}
const saidIn = (of: Answerable, name: string): string => textIn(of, name) ?? ''

const one = async (answers: Answers, of: Answerable | null, name: string): Promise<Answerable | null> => (of ? ((await answers.field(of, name)) as Answerable | null) : null)
const several = async (answers: Answers, of: Answerable | null, name: string): Promise<Answerable[]> => (of ? ((await answers.field(of, name)) as Answerable[]) : [])
const addressIn = async (answers: Answers, of: Answerable): Promise<string> => String(await answers.field(of, 'url'))
const crumb = async (answers: Answers, of: Answerable): Promise<Crumb> => ({ name: saidIn(of, 'name'), url: await addressIn(answers, of) })
const crumbs = (answers: Answers, of: readonly Answerable[]): Promise<Crumb[]> => Promise.all(of.map((page) => crumb(answers, page)))

const pictureOf = (answers: Answers, image: Answerable): Picture => {
  const data = image.data as unknown as ImageData
  return {
    url: fileAddress({ origin: answers.origin, filename: data._filename, version: data._version }), width: data.width, height: data.height,
    caption: textIn(image, 'caption'), credit: textIn(image, 'credit'), renditions: renditionsOf({ image: data, origin: answers.origin }),
  }
}

const newspaperOf = async (answers: Answers): Promise<Newspaper> => {
  const data = (await answers.settings())?.data ?? {}
  const contact = (data['contact'] ?? {}) as Readonly<Record<'address' | 'phone' | 'email', string | null | undefined>>
  return {
    name: String(data['siteName'] ?? 'OCOP Press'), url: under(answers.siteUrl, '/'), owner: (data['publisher'] ?? null) as string | null,
    address: contact.address ?? null, phone: contact.phone ?? null, email: contact.email ?? null,
  }
}

const placeOf = async (answers: Answers, of: Answerable, street: string | null): Promise<PlaceTerms> => {
  const [province, unit] = await Promise.all([one(answers, of, 'province'), one(answers, of, 'unit')])
  return { street, commune: unit?.data['level'] === 'commune' ? textIn(unit, 'fullName') : null, district: textIn(of, 'formerDistrict'), province: province && textIn(province, 'fullName') }
}

const bylineOf = async (answers: Answers, byline: Answerable): Promise<Crumb> => {
  const [name, author] = await Promise.all([answers.field(byline, 'name'), one(answers, byline, 'author')])
  return { name: String(name), url: author ? await addressIn(answers, author) : under(answers.siteUrl, '/') }
}

/** The structured data of an article (NewsArticle, BreadcrumbList). */
export const jsonLdOfArticle = async ({ answers, subject }: Given): Promise<object> => {
  const [url, newspaper, cover, category, topics, bylines] = await Promise.all([
    addressIn(answers, subject), newspaperOf(answers), one(answers, subject, 'cover'), one(answers, subject, 'category'), several(answers, subject, 'topics'), several(answers, subject, 'bylines'),
  ])
  const [authors, ancestors] = await Promise.all([Promise.all(bylines.map((byline) => bylineOf(answers, byline))), several(answers, category, 'ancestors')])
  return articleJsonLd({
    url, newspaper, authors, title: saidIn(subject, 'title'), shortTitle: textIn(subject, 'shortTitle'), lead: saidIn(subject, 'lead'), sponsored: subject.data['sponsored'] === true,
    publishedAt: saidIn(subject, 'publishedAt'), revisedAt: textIn(subject, 'revisedAt'), cover: cover && pictureOf(answers, cover),
    section: category && textIn(category, 'name'), topics: topics.map((topic) => saidIn(topic, 'name')),
    corrections: (subject.data['corrections'] ?? []) as { at: string; text: string }[],
    above: await crumbs(answers, [...ancestors, ...(category ? [category] : [])]),
  })
}

const certificateOf = async (answers: Answers, certificate: Answerable): Promise<CertificateTerms> => {
  const data = certificate.data as unknown as CertificateData
  const [status, decision] = await Promise.all([answers.field(certificate, 'status'), one(answers, certificate, 'decision')])
  const lastDay = lastDayInForce(termOf(data))
  return {
    stars: data.stars, inForce: status === 'in-force', issuedDay: data.issuedDay, lastDay: lastDay < data.issuedDay ? data.issuedDay : lastDay, authority: data.authorityName,
    decision: decision && { number: saidIn(decision, 'number'), url: await addressIn(answers, decision) },
  }
}

/** The structured data of a product: Product, or TouristAttraction for the group of tourism, with its certificates; and BreadcrumbList. */
export const jsonLdOfProduct = async ({ answers, subject }: Given): Promise<object> => {
  const [url, images, group, producer, brand, place, certificates] = await Promise.all([
    addressIn(answers, subject), several(answers, subject, 'images'), one(answers, subject, 'group'), one(answers, subject, 'producer'), one(answers, subject, 'brand'),
    placeOf(answers, subject, null), several(answers, subject, 'certificates'),
  ])
  const issued = certificates.filter(({ data }) => String(data['issuedDay']) <= answers.moment.today)
  const groups = [...(await several(answers, group, 'ancestors')), ...(group ? [group] : [])]
  const price = subject.data['price'] as { amount: number } | null | undefined
  const [link] = (subject.data['purchaseLinks'] ?? []) as { url: string }[]
  return productJsonLd({
    url, place, name: saidIn(subject, 'name'), summary: saidIn(subject, 'summary'), isTourism: groups.some((above) => isTourismGroup(saidIn(above, 'key'))),
    images: images.map((image) => pictureOf(answers, image)), certificates: await Promise.all(issued.map((certificate) => certificateOf(answers, certificate))),
    groups: await crumbs(answers, groups), producer: producer && (await crumb(answers, producer)), brand: brand ? textIn(brand, 'name') : textIn(subject, 'tradeName'),
    gtin: textIn(subject, 'gtin'), productCode: textIn(subject, 'productCode'), price: price?.amount ?? null, purchaseUrl: link?.url ?? null, availability: textIn(subject, 'availability'),
    front: { name: FRONT, url: under(answers.siteUrl, '/') },
  })
}

/** The structured data of a producer (Organization). */
export const jsonLdOfProducer = async ({ answers, subject }: Given): Promise<object> => {
  const [page, logo, place] = await Promise.all([addressIn(answers, subject), one(answers, subject, 'logo'), placeOf(answers, subject, textIn(subject, 'address'))])
  return producerJsonLd({
    page, place, name: saidIn(subject, 'name'), description: textIn(subject, 'description'), logo: logo && pictureOf(answers, logo).url,
    contacts: (subject.data['contacts'] ?? []) as { kind: string; value: string }[],
  })
}
