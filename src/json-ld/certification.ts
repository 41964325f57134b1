import type { CertificationLeaf } from 'schema-dts'
import { node } from './node.ts'

/** A certificate of a product that has been in force. Days are `YYYY-MM-DD` in Hanoi. */
export interface CertificateTerms {
  stars: number
  /** Whether it is in force today. */
  inForce: boolean
  issuedDay: string
  /** The last day in force. */
  lastDay: string
  authority: string
  /** The decision that granted it: number and page. */
  decision: { number: string; url: string } | null
}

/**
 * A certificate as schema.org describes it (`Certification`, after the GS1 vocabulary). The stars of the OCOP programme are the finding of a
 * council, on a scale whose best is 5: they are its rating, and never one by readers (`aggregateRating`, `review`).
 */
export const certification = ({ stars, inForce, issuedDay, lastDay, authority, decision }: CertificateTerms): CertificationLeaf => node<CertificationLeaf>({
  '@type': 'Certification',
  name: `OCOP ${stars} sao`,
  certificationIdentification: decision?.number,
  certificationStatus: inForce ? 'https://schema.org/CertificationActive' : 'https://schema.org/CertificationInactive',
  certificationRating: { '@type': 'Rating', ratingValue: stars, bestRating: 5 },
  issuedBy: { '@type': 'GovernmentOrganization', name: authority },
  datePublished: issuedDay,
  validFrom: issuedDay,
  expires: lastDay,
  url: decision?.url,
})
