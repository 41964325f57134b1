import type { CertificateTerm } from './certificate.ts'

/** Picks certificates whose decision is of this year, whatever became of them since. */
export const issuedIn = (year: number) => ({ issuedDay }: Pick<CertificateTerm, 'issuedDay'>): boolean =>
  Number(issuedDay.slice(0, 4)) === year
