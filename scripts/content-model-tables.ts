import type { CollectionConfig, Field, GlobalConfig } from 'payload'
import { collections } from '../collections/index.ts'
import { globals } from '../globals/index.ts'

type Row = { name: string; type: string; marks: string; label: string; note: string }

const english = (text: unknown): string => {
  if (typeof text === 'string') return text
  const { en } = (text ?? {}) as { en?: unknown }
  return typeof en === 'string' ? en : ''
}

const vietnamese = (text: unknown): string => {
  const { vi } = (text ?? {}) as { vi?: unknown }
  return typeof vi === 'string' ? vi : ''
}

const optionValues = (options: readonly unknown[]): string =>
  options.map((option) => `\`${typeof option === 'string' ? option : (option as { value: string }).value}\``).join(', ')

const typeOf = (field: Field): string => {
  const many = 'hasMany' in field && field.hasMany ? ', many' : ''
  if (field.type === 'relationship' || field.type === 'upload') return `→ ${[field.relationTo].flat().join(', ')}${many}`
  if (field.type === 'select') return `select${many}: ${optionValues(field.options)}`
  if (field.type === 'join') return `join on ${String(field.collection)}.${field.on}`
  if (field.type === 'text' && field.admin?.components?.Field && String(field.admin.components.Field).includes('day-field')) return 'day'
  const names: Partial<Record<Field['type'], string>> = { date: 'instant', checkbox: 'boolean', richText: 'rich text', textarea: 'long text' }
  return `${names[field.type] ?? field.type}${many}`
}

const refuses = (access: unknown): boolean => typeof access === 'function' && access.toString().replace(/\s/g, '') === '()=>false'

const marksOf = (field: Field): string => {
  const { access } = field as { access?: { update?: unknown; create?: unknown } }
  return [
    'required' in field && field.required ? 'required' : '',
    'unique' in field && field.unique ? 'unique' : '',
    refuses(access?.update) && refuses(access?.create) ? 'derived' : '',
  ].filter(Boolean).join(', ')
}

const rowsOf = (fields: readonly Field[], path = ''): Row[] =>
  fields.flatMap((field): Row[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => rowsOf(tab.fields, 'name' in tab && tab.name ? `${path}${tab.name}.` : path))
    if (field.type === 'row' || field.type === 'collapsible' || (field.type === 'group' && !('name' in field && field.name))) return rowsOf(field.fields, path)
    if (!('name' in field) || !field.name) return []
    const description = english((field.admin as { description?: unknown } | undefined)?.description)
    const label = 'label' in field ? vietnamese(field.label) : ''
    const own: Row = { name: `${path}${field.name}`, type: typeOf(field), marks: marksOf(field), label, note: description }
    return field.type === 'group' || field.type === 'array' ? [own, ...rowsOf(field.fields, `${path}${field.name}${field.type === 'array' ? '[].' : '.'}`)] : [own]
  })

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')

const table = (fields: readonly Field[]): string =>
  ['| field | in the admin | type | | |', '| --- | --- | --- | --- | --- |', ...rowsOf(fields).map(({ name, type, marks, label, note }) => `| \`${name}\` | ${cell(label)} | ${cell(type)} | ${marks} | ${cell(note)} |`)].join('\n')

const traitsOf = ({ versions, trash, upload, auth }: CollectionConfig): string =>
  [
    typeof versions === 'object' && versions.drafts ? `drafts, at most ${versions.maxPerDoc} versions` : 'no drafts',
    trash ? 'a trash' : '', upload ? 'a file' : '', auth ? 'logs in' : '',
  ].filter(Boolean).join(', ')

const sectionOf = (collection: CollectionConfig): string => {
  const names = (collection.labels?.singular ?? '') as unknown
  const description = english(collection.admin?.description)
  return `#### ${collection.slug}\n\n${vietnamese(names)}; ${traitsOf(collection)}.${description ? ` ${description}` : ''}\n\n${table(collection.fields)}`
}

const globalSection = (global: GlobalConfig): string => `#### ${global.slug} (global)\n\n${vietnamese(global.label)}. ${english(global.admin?.description)}\n\n${table(global.fields)}`

/** Every field of the content model as Markdown, read off the configuration, for docs/content-model.md. */
export const contentModelTables = (): string =>
  [...collections.filter(({ admin }) => admin?.hidden !== true).map(sectionOf), ...globals.map(globalSection)].join('\n\n')
