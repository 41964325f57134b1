import { isDay } from '../../src/ocop/day.ts'
import { formatDay } from '../../src/text/format-day.ts'
import { numberOf, textOf } from './public-read.ts'

type Values = Readonly<Record<string, unknown>>

/** How lists and pickers name a certificate: `5 sao · Miến dong Tài Hoan · 386/QĐ-UBND (19/03/2021)`. */
export const certificateTitle = ({ certificate, product, decision }: { certificate: Values; product: Values | null; decision: Values | null }): string => {
  const date = decision && textOf(decision, 'date')
  const cited = decision && `${textOf(decision, 'number') ?? ''}${isDay(date) ? ` (${formatDay(date)})` : ''}`
  return [`${numberOf(certificate, 'stars') ?? '?'} sao`, product && textOf(product, 'name'), cited].filter(Boolean).join(' · ')
}
