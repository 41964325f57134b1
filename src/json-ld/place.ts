import type { PostalAddressLeaf } from 'schema-dts'
import { node } from './node.ts'

export interface PlaceTerms {
  /** As written, with or without the names of the units around it. */
  street: string | null
  commune: string | null
  /** Of the time before districts ended. */
  district: string | null
  province: string | null
}

/** A postal address, or null where nothing is known. Names are those of the time of the record. */
export const postalAddress = ({ street, commune, district, province }: PlaceTerms): PostalAddressLeaf | null =>
  (street ?? commune ?? province) === null ? null : node<PostalAddressLeaf>({
    '@type': 'PostalAddress',
    streetAddress: street,
    addressLocality: [commune, district].filter(Boolean).join(', '),
    addressRegion: province,
    addressCountry: 'VN',
  })
