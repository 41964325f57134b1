import rows from './data/legal-documents.json' with { type: 'json' }
import type { Day } from './day.ts'

/** A document of the OCOP, new-rural, administrative or press law that the newsroom cites. */
export type LegalDocument = {
  /** Number as printed: `263/QĐ-TTg`. It recurs every year: the identity is number, issuer and date together. */
  number: string
  kind: 'decision' | 'decree' | 'resolution' | 'law'
  issuer: string
  /** Day of issue; null: not found. */
  date: Day | null
  inForceFrom: Day | null
  /** First day no longer in force; null: in force, or not known. */
  inForceTo: Day | null
  title: string
  topic: 'ocop' | 'ntm' | 'units' | 'press'
  confidence: string
  sources: readonly string[]
  note?: string
}

/** The documents of the domain, by topic and date. */
export const legalDocuments = rows as readonly unknown[] as readonly LegalDocument[]
