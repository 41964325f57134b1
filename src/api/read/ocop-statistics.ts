import { isDay } from '../../ocop/day.ts'
import { type TallyDimension, tallyDimensions, type TallyRow } from '../../ocop/tally-certificates.ts'
import { lookUp } from '../../published/look-up.ts'
import { ocopStatistics as counted } from '../../published/statistics.ts'
import type { PublishedRow, Ref } from '../../published/store.ts'
import type { Reader } from './reader.ts'
import { asProblems, oneOf, refuse } from './refuse.ts'

/** One line of the counts: the dimensions asked for (null: not known, or not public), and how many certificates. */
export interface StatisticsLine {
  stars?: number | null
  kind?: TallyRow['kind']
  group?: PublishedRow | null
  province?: PublishedRow | null
  count: number
}

export interface OcopStatistics {
  total: number
  /** In the order of `by`: most stars first, kinds from new to upgraded, groups and provinces in a fixed order. */
  lines: StatisticsLine[]
}

// The programme began in 2018 (490/QĐ-TTg).
const YEAR_MIN = 2018
const YEAR_MAX = 2100

const checkTime = ({ issuedIn, validOn }: { issuedIn: number | null; validOn: string | null }): void => {
  const both = 'Give "issuedIn" (a year: certificates issued in it) or "validOn" (a day: products with stars on it): exactly one of them'
  if (issuedIn !== null && validOn !== null) throw refuse({ argument: 'validOn', detail: `${both}, not both.` })
  if (issuedIn === null && validOn === null) throw refuse({ argument: 'issuedIn', detail: `${both}.` })
  if (issuedIn !== null && (!Number.isInteger(issuedIn) || issuedIn < YEAR_MIN || issuedIn > YEAR_MAX)) throw refuse({ argument: 'issuedIn', detail: `"issuedIn" is ${issuedIn}, and has to be a year from ${YEAR_MIN} to ${YEAR_MAX}.` })
  if (validOn !== null && !isDay(validOn)) throw refuse({ argument: 'validOn', detail: `"validOn" is "${validOn}", and has to be a day of the calendar, such as "2026-01-31".` })
}

const provinceNamed = async ({ reader: { store, moment }, name }: { reader: Reader; name: string }): Promise<string> => {
  const row = await lookUp({ store, moment, kind: 'administrativeUnit', name })
  if (row?.data['level'] === 'province') return row.id
  const what = row ? `"${name}" is not a province` : `There is no province "${name}"`
  throw refuse({ argument: 'province', detail: `${what}: "province" takes the slug, key or id of one, current ("thai-nguyen") or ended ("bac-kan" or "bac-kan-2025").` })
}

/** The rows behind the groups and provinces of the lines, by `kind:id`. */
const rowsOf = async ({ reader, lines }: { reader: Reader; lines: readonly TallyRow[] }): Promise<Map<string, PublishedRow>> => {
  const refs = lines.flatMap(({ group, province }): Ref[] => [...(group ? [{ kind: 'productGroup' as const, id: group }] : []), ...(province ? [{ kind: 'administrativeUnit' as const, id: province }] : [])])
  const rows = (await reader.answers.load(refs)).map(({ row }) => row)
  return new Map(rows.map((row) => [`${row.kind}:${row.id}`, row]))
}

/**
 * Counts of the OCOP programme from the certificates of public products: those issued in a year, whatever became of them, or the
 * products with stars on a Hanoi day, each counted once. A current province takes in those it was formed from; an ended one is itself.
 * @throws ProblemError naming the argument and what is allowed.
 */
export const ocopStatistics = ({ reader, issuedIn = null, validOn = null, province = null, by }: {
  reader: Reader
  issuedIn?: number | null
  validOn?: string | null
  province?: string | null
  by: readonly string[]
}): Promise<OcopStatistics> => asProblems(async () => {
  checkTime({ issuedIn, validOn })
  const dimensions: TallyDimension[] = oneOf({ argument: 'by', values: by, allowed: tallyDimensions })
  const place = province === null ? undefined : await provinceNamed({ reader, name: province })
  const { total, lines } = await counted({
    store: reader.store, moment: reader.moment, by: dimensions,
    ...(issuedIn === null ? {} : { issuedIn }), ...(validOn === null ? {} : { validOn }), ...(place === undefined ? {} : { province: place }),
  })
  // Without dimensions there is the total and nothing to divide it by.
  if (dimensions.length === 0) return { total, lines: [] }
  const rows = await rowsOf({ reader, lines })
  return {
    total,
    lines: lines.map(({ group, province: unit, ...line }) => ({
      ...line,
      ...(group === undefined ? {} : { group: rows.get(`productGroup:${group}`) ?? null }),
      ...(unit === undefined ? {} : { province: rows.get(`administrativeUnit:${unit}`) ?? null }),
    })),
  }
})
