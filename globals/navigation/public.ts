import { definePublic, type ObjectType, type PublicFields } from '../../collections/shared/public-definition.ts'
import { alwaysVisible, refOf, rowsOf, textOf } from '../../collections/shared/public-read.ts'

const itemFields = {
  label: { type: 'string', required: true, doc: { en: 'What it says.', vi: 'Nhãn.' } },
  url: { type: 'url', required: true, answered: true, doc: { en: 'Where it leads.', vi: 'Địa chỉ.' } },
  category: { type: 'ref', to: 'category', doc: { en: 'The category it leads to, if it does.', vi: 'Chuyên mục.' } },
  topic: { type: 'ref', to: 'topic', doc: { en: 'The topic it leads to, if it does.', vi: 'Chủ đề.' } },
} as const satisfies PublicFields

const itemType = {
  type: 'object',
  name: 'NavigationItem',
  fields: {
    ...itemFields,
    children: { type: 'object', name: 'NavigationSubItem', list: true, fields: itemFields, doc: { en: 'Entries below it.', vi: 'Mục con.' } },
  },
} as const satisfies ObjectType

const itemOf = (row: Readonly<Record<string, unknown>>) => {
  const kind = textOf(row, 'kind') ?? 'link'
  return {
    label: textOf(row, 'label') ?? '',
    category: kind === 'category' ? refOf(row, 'category') : null,
    topic: kind === 'topic' ? refOf(row, 'topic') : null,
    // An entry whose category or topic is not public is left out.
    _needs: kind === 'category' || kind === 'topic' ? kind : null,
    _kind: kind,
    _url: textOf(row, 'url'),
  }
}

const menuOf = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  rows.map((row) => ({ ...itemOf(row), children: rowsOf(row, 'children').map(itemOf) }))

/** The menus at the head and the foot of every page. An entry for a category or topic that is not public is left out. */
export const navigationPublic = definePublic({
  kind: 'navigation',
  plural: 'navigation',
  doc: { en: 'The menus of the reader site.', vi: 'Menu của website.' },
  source: { global: 'navigation' },
  lookups: [],
  page: { default: 1, max: 1 },
  fields: {
    header: { ...itemType, list: true, doc: { en: 'The menu at the head of the page.', vi: 'Menu đầu trang.' } },
    footer: { ...itemType, list: true, doc: { en: 'The menu at the foot of the page.', vi: 'Menu chân trang.' } },
  },
  filters: {},
  sorts: { name: { by: 'name', doc: 'By name.' } },
  defaultSort: 'name',
  internal: ['createdAt', 'updatedAt', 'globalType'],
  covered: [],
  project: ({ doc }) => alwaysVisible({ sortKey: '', data: { header: menuOf(rowsOf(doc, 'header')), footer: menuOf(rowsOf(doc, 'footer')) } }),
})
