// Writes the generated parts of the documentation: what stands between `<!-- name: … -->` and `<!-- /name -->`.
import { readFileSync, writeFileSync } from 'node:fs'
import { settingsTable } from '../src/env.ts'
import { apiTables } from './api-tables.ts'
import { contentModelTables } from './content-model-tables.ts'

const parts: { file: string; name: string; make: () => string }[] = [
  { file: 'docs/operations.md', name: 'settings', make: settingsTable },
  { file: 'docs/api.md', name: 'kinds', make: apiTables },
  { file: 'docs/content-model.md', name: 'fields', make: contentModelTables },
]

for (const { file, name, make } of parts) {
  const text = readFileSync(file, 'utf8')
  const pattern = new RegExp(`(<!-- ${name}: [^>]*-->)[\\s\\S]*?(<!-- /${name} -->)`)
  if (!pattern.test(text)) throw new Error(`${file} has no part <!-- ${name}: … --> … <!-- /${name} -->`)
  const content = make()
  writeFileSync(file, text.replace(pattern, (_, begin: string, end: string) => `${begin}\n\n${content}\n\n${end}`))
}
// What the configuration opened would keep the process alive.
process.exit(0)
