import DataLoader from 'dataloader'
import type { PublicField, PublicFields } from '../../../collections/shared/public-definition.ts'
import type { Kind } from '../../../collections/shared/public-kinds.ts'
import { idIn } from '../../../collections/shared/public-read.ts'
import { definitions } from '../kinds.ts'
import { rowId } from '../row.ts'
import type { ListsQuery, Moment, PublishedRow, Ref, Store } from '../store.ts'
import { answered } from './answered-fields.ts'

/** Something with fields: a row of the store, or a part of one (an `object` of the definitions). */
export interface Answerable {
  /** The kind of a row; the name of the object type of a part. */
  type: string
  fields: PublicFields
  data: Readonly<Record<string, unknown>>
  /** The row itself, or the one it is part of. */
  row: PublishedRow
}

export interface Surroundings {
  store: Store
  moment: Moment
  /** Address of the reader site. */
  siteUrl: string
  /** Origin of this server, where uploaded files are. */
  origin: string
}

type ListAsked = Omit<ListsQuery, 'facets' | 'moment'> & { facet: string }

export interface Answers extends Surroundings {
  /** A row as something with fields. */
  of: (row: PublishedRow, over?: Readonly<Record<string, unknown>>) => Answerable
  /** The visible rows behind references, in order; one batched statement for all that are asked for at once. */
  load: (refs: readonly Ref[]) => Promise<Answerable[]>
  /** The beginning of a list by facet; one statement for all of one form that are asked for at once. */
  list: (asked: ListAsked) => Promise<Answerable[]>
  loadOne: (ref: Ref | null) => Promise<Answerable | null>
  /** The settings of the site, when there are any. */
  settings: () => Promise<PublishedRow | null>
  /**
   * The value of a field: a scalar, null, an `Answerable` for references and objects, or a list of these. References without a
   * visible row are left out, and with them the parts that cannot be without theirs. A promise only where something has to be read:
   * most fields of an answer stand in the row, and waiting for each would take longer than all the reading.
   */
  field: (of: Answerable, name: string, args?: Readonly<Record<string, unknown>>) => unknown
}

type RefField = Extract<PublicField, { type: 'ref' }>

const kindIn = (field: RefField, value: unknown): Kind | undefined =>
  (typeof field.to === 'string' ? field.to : ((value as { kind?: Kind } | null)?.kind))

const overIn = (value: unknown): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter(([name, own]) => name !== 'id' && name !== 'kind' && own !== null))
}

type NamedRef = readonly [name: string, field: RefField]

const singleRefs = new WeakMap<PublicFields, readonly NamedRef[]>()

/** The fields of a part that refer to one row. */
const singleRefsOf = (fields: PublicFields): readonly NamedRef[] => {
  const known = singleRefs.get(fields) ?? Object.entries(fields).filter((entry): entry is [string, RefField] => entry[1].type === 'ref' && !entry[1].list)
  singleRefs.set(fields, known)
  return known
}

/** The references of a part that have to have a visible row, or the part is left out: required ones, and the one its data name in `_needs`. */
const neededRefs = (fields: PublicFields, data: Readonly<Record<string, unknown>>): readonly NamedRef[] =>
  singleRefsOf(fields).filter(([name, field]) => field.required === true || name === data['_needs'])

const isAnswerable = (one: unknown): one is Answerable => typeof one === 'object' && one !== null && 'row' in one && 'fields' in one

/**
 * Answers for one request, at one moment. What many ask for at once is read with one statement, and each row once.
 */
export const createAnswers = (surroundings: Surroundings): Answers => {
  const { store, moment } = surroundings
  const loaderOf = (heavy: boolean) => new DataLoader<Ref, PublishedRow | null, string>(
    async (refs) => {
      const found = await store.many({ refs, heavy, moment })
      return refs.map((ref) => found.get(rowId(ref)) ?? null)
    },
    { cacheKeyFn: rowId, maxBatchSize: 1000 },
  )
  const light = loaderOf(false)
  const whole = loaderOf(true)

  const lists = new Map<string, DataLoader<string, PublishedRow[]>>()
  const listsLike = (form: Omit<ListAsked, 'facet'>): DataLoader<string, PublishedRow[]> => {
    const name = JSON.stringify([form.kind, form.order, form.first])
    const known = lists.get(name) ?? new DataLoader<string, PublishedRow[]>(async (facets) => {
      const found = await store.lists({ ...form, facets, moment })
      return facets.map((facet) => found.get(facet) ?? [])
    }, { maxBatchSize: 1000 })
    lists.set(name, known)
    return known
  }

  const of: Answers['of'] = (row, over = {}) => ({ type: row.kind, fields: definitions[row.kind].fields, data: Object.keys(over).length > 0 ? { ...row.data, ...over } : row.data, row })

  const refsOf = async (field: RefField, values: readonly unknown[]): Promise<Answerable[]> => {
    const rows = await Promise.all(values.map((value) => {
      const id = idIn(value)
      const kind = kindIn(field, value)
      return id === null || kind === undefined ? null : light.load({ kind, id })
    }))
    return rows.flatMap((row, index) => (row ? [of(row, overIn(values[index]))] : []))
  }

  const partsOf = (field: Extract<PublicField, { type: 'object' }>, values: readonly unknown[], row: PublishedRow): Answerable[] | Promise<Answerable[]> => {
    const parts = values.filter((value): value is Readonly<Record<string, unknown>> => typeof value === 'object').map((data) => ({ type: field.name, fields: field.fields, data, row }))
    const needed = parts.map(({ data }) => neededRefs(field.fields, data))
    if (needed.every(({ length }) => length === 0)) return parts
    const complete = parts.map(async ({ data }, index) => {
      const found = await Promise.all((needed[index] ?? []).map(([name, ref]) => refsOf(ref, [data[name]])))
      return found.every((rows) => rows.length > 0)
    })
    return Promise.all(complete).then((kept) => parts.filter((_, index) => kept[index]))
  }

  /** A value as it was projected or answered, in the terms of its field. */
  const told = (field: PublicField, value: unknown, row: PublishedRow): unknown => {
    if (field.type !== 'ref' && field.type !== 'object') return field.list ? (value ?? []) : (value ?? null)
    const values = [value].flat().filter((one) => one !== null && one !== undefined)
    const ready = values.every(isAnswerable) ? values : field.type === 'ref' ? refsOf(field, values) : partsOf(field, values, row)
    const inTerms = (found: Answerable[]): unknown => (field.list ? found : (found[0] ?? null))
    return ready instanceof Promise ? ready.then(inTerms) : inTerms(ready)
  }

  const answers: Answers = {
    ...surroundings,
    of,
    load: async (refs) => (await light.loadMany(refs)).filter((row): row is PublishedRow => row !== null && !(row instanceof Error)).map((row) => of(row)),
    loadOne: async (ref) => {
      const row = ref && (await light.load(ref))
      return row ? of(row) : null
    },
    list: async ({ facet, ...form }) => (await listsLike(form).load(facet)).map((row) => of(row)),
    settings: () => light.load({ kind: 'siteSettings', id: 'site-settings' }),
    field: (subject, name, args = {}) => {
      const field = subject.fields[name]
      if (!field) throw new Error(`${subject.type} has no field "${name}"`)
      if (field.type === 'id' && !(name in subject.data)) return subject.row.id
      if (field.answered) {
        const made = answered({ type: subject.type, name })({ answers, subject, args })
        return made instanceof Promise ? made.then((value) => told(field, value, subject.row)) : told(field, made, subject.row)
      }
      if (field.heavy && !(name in subject.data)) return whole.load(subject.row).then((row) => told(field, row?.data[name], subject.row))
      return told(field, subject.data[name], subject.row)
    },
  }
  return answers
}
