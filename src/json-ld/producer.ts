import type { OrganizationLeaf, WithContext } from 'schema-dts'
import { node } from './node.ts'
import { postalAddress, type PlaceTerms } from './place.ts'

export interface ProducerTerms {
  /** Its page on the reader site. */
  page: string
  name: string
  description: string | null
  logo: string | null
  place: PlaceTerms
  contacts: readonly { kind: string; value: string }[]
}

const valuesOf = ({ contacts }: ProducerTerms, ...kinds: readonly string[]): string[] => contacts.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value)

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text)

/** A producer as schema.org describes it, with the contacts that are public. Its tax code is not: a household's is a person's. */
export const producerJsonLd = (terms: ProducerTerms): WithContext<OrganizationLeaf> => ({
  '@context': 'https://schema.org',
  ...node<OrganizationLeaf>({
    '@type': 'Organization',
    '@id': `${terms.page}#organization`,
    name: terms.name,
    url: valuesOf(terms, 'website').find(isAddress) ?? terms.page,
    mainEntityOfPage: terms.page,
    description: terms.description,
    logo: terms.logo,
    address: postalAddress(terms.place),
    telephone: valuesOf(terms, 'phone'),
    email: valuesOf(terms, 'email'),
    sameAs: valuesOf(terms, 'facebook').filter(isAddress),
  }),
})
