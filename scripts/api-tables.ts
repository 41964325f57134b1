import { englishOf, type FilterOperator, type PublicDefinition, type PublicField, type PublicFields, type PublicFilter } from '../collections/shared/public-definition.ts'
import { kindPath } from '../src/api/rest/kind-path.ts'
import { isSingleton, publicDefinitions } from '../src/published/kinds.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')

const pascal = (name: string): string => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

const typeOf = (field: PublicField): string => {
  const one = field.type === 'ref' ? `→ ${[field.to].flat().join(', ')}` : field.type === 'enum' ? Object.keys(field.values).map((value) => `\`${value}\``).join(' ') : field.type === 'object' ? field.name : field.type
  return field.list ? `list of ${one}` : `${one}${field.required ? '' : ', or null'}`
}

const fieldRows = (fields: PublicFields, before = ''): string[][] =>
  Object.entries(fields).flatMap(([name, field]) => [
    [`\`${before}${name}\``, typeOf(field), englishOf(field.doc)],
    ...(field.type === 'object' ? fieldRows(field.fields, `${before}${name}${field.list ? '[]' : ''}.`) : []),
  ])

const operators: Readonly<Record<FilterOperator, (name: string) => string>> = {
  equals: (name) => `\`${name}=…\``, in: (name) => `\`${name}=…,…\``, gte: (name) => `\`${name}.gte=…\``, lte: (name) => `\`${name}.lte=…\``, lt: (name) => `\`${name}.lt=…\``,
}

const filterRow = ([name, filter]: [string, PublicFilter]): string[] => [
  `\`${name}\``,
  filter.type === 'ref' ? `${filter.to}, by slug or id` : filter.type === 'enum' ? Object.keys(filter.values).map((value) => `\`${value}\``).join(' ') : filter.type,
  filter.operators.map((operator) => operators[operator](name)).join(' '),
  englishOf(filter.doc),
]

const lookups = ({ lookups: by }: PublicDefinition): string => by.map((lookup) => (lookup === 'slug' || by.length === 1 ? lookup : `\`${lookup}:…\``)).join(', ')

const section = (definition: PublicDefinition): string => {
  const { kind, plural, doc, fields, filters, sorts, defaultSort, page } = definition
  const path = kindPath(definition)
  const [name, about] = [pascal(kind), englishOf(doc)]
  const fieldTable = table(['field', 'type', 'meaning'], fieldRows(fields))
  if (isSingleton(definition)) return [`### ${name}`, '', about, '', `REST \`${path}\`, GraphQL \`${kind}\`.`, '', fieldTable].join('\n')
  return [
    `### ${name}`, '', about, '',
    `REST \`${path}\` and \`${path}/{${definition.lookups.includes('slug') ? 'slug' : 'id'}}\` (by ${lookups(definition)}), GraphQL \`${plural}\` and \`${kind}\`. Pages of ${page.default}, at most ${page.max}.`, '',
    `Sorts: ${Object.entries(sorts).map(([sort, { doc: said }]) => `\`${sort}\` (${englishOf(said).replace(/\.$/, '')})`).join(', ')}; by default \`${defaultSort}\`.`, '',
    ...(Object.keys(filters).length > 0 ? [table(['filter', 'takes', 'REST', 'meaning'], Object.entries(filters).map(filterRow)), ''] : []),
    fieldTable,
  ].join('\n')
}

/** Every public kind with its addresses, filters, sorts and fields, as Markdown. */
export const apiTables = (): string => publicDefinitions.map(section).join('\n\n')
