import type { Field } from 'payload'

/** Every field of the top level of the data: also those that stand in rows, collapsibles and unnamed tabs of the form. */
export const topLevelFields = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => ('name' in tab && tab.name ? [] : topLevelFields(tab.fields)))
    if (field.type === 'row' || field.type === 'collapsible') return topLevelFields(field.fields)
    if (field.type === 'group' && !('name' in field && field.name)) return topLevelFields(field.fields)
    return [field]
  })

/** The names of the top level of the data. */
export const topLevelNames = (fields: readonly Field[]): string[] =>
  topLevelFields(fields).flatMap((field) => ('name' in field && field.name ? [field.name] : []))
