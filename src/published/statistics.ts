import type { CertificateData } from '../../collections/certificates/public-certificate.ts'
import { termOf } from '../../collections/certificates/public-certificate.ts'
import type { CertificateKind } from '../ocop/certificate.ts'
import { standingOn } from '../ocop/standing-on.ts'
import { tallyCertificates, type TallyDimension, type TallyRow } from '../ocop/tally-certificates.ts'
import { expandFacet } from './expand.ts'
import { BRANCHES_MAX, type Moment, type PublishedRow, type Store } from './store.ts'

type Counted = ReturnType<typeof countable>

const PAGE = 1000

const countable = ({ data }: PublishedRow) => {
  const certificate = data['certificate'] as CertificateData
  return { ...termOf(certificate), kind: certificate.kind as CertificateKind, product: String(data['product']), group: data['group'] as string | null, province: data['province'] as string | null }
}

const certificates = async ({ store, moment, facets }: { store: Store; moment: Moment; facets: string[][] }): Promise<Counted[]> => {
  const found: Counted[] = []
  for (let after: string | null = null; ;) {
    const page = await store.list({ kinds: ['certificate'], facets, order: { by: 'rank', descending: true }, first: PAGE, after, moment })
    found.push(...page.rows.map(countable))
    if (!page.hasNext) return found
    after = page.cursors.at(-1) ?? null
  }
}

/**
 * Counts of the OCOP programme, from the certificates of products that are public now: those issued in a year, whatever became of
 * them, or the products with stars on a day, each counted once at its stars. `province` is the id of a unit: one that exists today takes in
 * those it was formed from. `group` and `province` in the lines are ids.
 */
export const ocopStatistics = async ({ store, moment, issuedIn, validOn, province, by }: {
  store: Store
  moment: Moment
  issuedIn?: number
  validOn?: string
  province?: string
  by: readonly TallyDimension[]
}): Promise<{ total: number; lines: TallyRow[] }> => {
  if ((issuedIn === undefined) === (validOn === undefined)) throw new RangeError('Statistics are of a year (issuedIn) or of a day (validOn): exactly one of them')
  const places = province === undefined ? [] : [(await expandFacet({ answers: { store, moment }, facet: 'province', expand: 'unit-history', id: province })).slice(0, BRANCHES_MAX)]
  const all = await certificates({ store, moment, facets: [...(issuedIn === undefined ? [] : [[`issued:${issuedIn}`]]), ...places] })
  const counted = validOn === undefined ? all : standingOn(all, validOn)
  return { total: counted.length, lines: tallyCertificates({ certificates: counted, by }) }
}
