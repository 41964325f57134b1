import type { CollectionBeforeChangeHook, CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { asSystem } from '../../src/db/local-api.ts'
import { addDays, isDay } from '../../src/ocop/day.ts'
import { unitSlug } from '../../src/ocop/unit-slug.ts'
import { formatDay } from '../../src/text/format-day.ts'
import { refuse } from '../shared/problem.ts'
import { idIn, refOf, rowsOf, textOf } from '../shared/public-read.ts'
import { unitKey } from './unit-key.ts'
import { type Unit, unitProblems } from './unit-problems.ts'

type Values = Readonly<Record<string, unknown>>

const dayOf = (doc: Values, name: string): string | null => {
  const day = textOf(doc, name)
  return isDay(day) ? day : null
}

const asUnit = (doc: Values): Unit => ({
  id: idIn(doc) ?? undefined,
  name: textOf(doc, 'name'),
  code: textOf(doc, 'code'),
  kind: textOf(doc, 'kind'),
  level: textOf(doc, 'level'),
  parent: refOf(doc, 'parent'),
  validFrom: dayOf(doc, 'validFrom'),
  validTo: dayOf(doc, 'validTo'),
})

const unitsWhere = async ({ req, where }: { req: PayloadRequest; where: Parameters<ReturnType<typeof asSystem>['find']>[0]['where'] }): Promise<Unit[]> => {
  const { docs } = await asSystem(req).find({ collection: 'administrative-units', where, limit: 0 })
  return docs.map((doc) => asUnit(doc as unknown as Values))
}

/** Proposes the key of a new unit where nobody stated one. */
export const proposeKey: CollectionBeforeValidateHook = ({ data, operation }) => {
  if (!data || operation !== 'create' || textOf(data, 'key')) return data
  const name = textOf(data, 'name')
  return name ? { ...data, key: unitKey({ name, code: textOf(data, 'code'), level: textOf(data, 'level'), validFrom: dayOf(data, 'validFrom') }) } : data
}

/** Refuses a unit that cannot stand beside the others: its level, its parent, its time, its code, its successors. */
export const checkPlace: CollectionBeforeValidateHook = async ({ collection, data, originalDoc, req }) => {
  if (!data) return data
  const merged = { ...originalDoc, ...data }
  const unit = { ...asUnit(merged), id: idIn(originalDoc) ?? undefined }
  const successors = rowsOf(merged, 'successors').map((row) => refOf(row, 'unit'))
  const named = [unit.parent, ...successors].filter((id): id is string => typeof id === 'string')
  const known = new Map((named.length > 0 ? await unitsWhere({ req, where: { id: { in: named } } }) : []).map((one) => [one.id, one]))
  const sameCode = unit.code && unit.level
    ? await unitsWhere({ req, where: { and: [{ code: { equals: unit.code } }, { level: { equals: unit.level } }] } })
    : []
  refuse({
    req,
    collection: collection.slug,
    id: originalDoc?.id,
    problems: unitProblems(unit, {
      parent: (unit.parent && known.get(unit.parent)) || null,
      sameCode,
      successors: successors.map((id) => (id && known.get(id)) || null),
    }),
  })
  return data
}

const kindNames: Readonly<Record<string, string>> = { province: 'Tỉnh', city: 'Thành phố', ward: 'Phường', commune: 'Xã', 'special-zone': 'Đặc khu' }

/** How lists and pickers show a unit: names repeat, so with its kind, its province and its end. */
const titleOf = ({ unit, parent }: { unit: Unit; parent: Unit | null }): string => {
  const name = [kindNames[unit.kind ?? ''], unit.name].filter(Boolean).join(' ')
  const end = unit.validTo ? ` (đến ${formatDay(addDays(unit.validTo, -1))})` : ''
  return `${[name, parent?.name].filter(Boolean).join(', ')}${end}`
}

/**
 * Derives the slug, which takes the year of the end once that is known and leaves the bare name to the unit that follows,
 * and the title.
 */
export const deriveNames: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  const merged = { ...originalDoc, ...data }
  const unit = asUnit(merged)
  const [parent = null] = unit.parent ? await unitsWhere({ req, where: { id: { equals: unit.parent } } }) : []
  const key = textOf(merged, 'key')
  if (!key) return data

  const slug = unitSlug({ key, validTo: unit.validTo ?? null })
  const id = idIn(originalDoc)
  const [holder] = await unitsWhere({ req, where: { and: [{ slug: { equals: slug } }, ...(id ? [{ id: { not_equals: id } }] : [])] } })
  if (holder) {
    const title = titleOf({ unit: holder, parent: null })
    refuse({
      req,
      collection: collection.slug,
      id: originalDoc?.id,
      problems: [{
        path: 'key',
        message: {
          vi: `Địa chỉ “${slug}” đang là của ${title}. Nếu đơn vị đó đã kết thúc, hãy ghi ngày hết hiệu lực của nó trước; nếu không, hãy đặt khóa khác.`,
          en: `The address "${slug}" belongs to ${title}. If that unit has ended, record its end first; if not, give another key.`,
        },
      }],
    })
  }
  return { ...data, slug, title: titleOf({ unit, parent }) }
}
