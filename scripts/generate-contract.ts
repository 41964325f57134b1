// Writes the contract with front ends from the public definitions: openapi.json and schema.graphql. Both only grow: what the committed
// version promises and this one would not is refused with a list, unless --allow-breaking says that it is meant.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { buildSchema, findBreakingChanges } from 'graphql'
import { printPublicSchema } from '../src/api/graphql/print-schema.ts'
import { breakingChanges } from '../src/api/rest/compare-openapi.ts'
import { restDocument } from '../src/api/rest/endpoints.ts'

type Contract = { file: string; make: () => string; breaks: (texts: { before: string; after: string }) => string[] }

const contracts: readonly Contract[] = [
  {
    file: 'schema.graphql',
    make: printPublicSchema,
    breaks: ({ before, after }) => findBreakingChanges(buildSchema(before), buildSchema(after)).map(({ description }) => description),
  },
  {
    file: 'openapi.json',
    make: () => `${JSON.stringify(restDocument, null, 2)}\n`,
    breaks: ({ before, after }) => breakingChanges({ before: JSON.parse(before), after: JSON.parse(after) }),
  },
]

/** The version that was committed last; without a repository the file as it is; null when there is none yet. */
const committed = (file: string): string | null => {
  const { status, stdout } = spawnSync('git', ['show', `HEAD:${file}`], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (status === 0) return stdout
  const isRepository = spawnSync('git', ['rev-parse', 'HEAD']).status === 0
  return !isRepository && existsSync(file) ? readFileSync(file, 'utf8') : null
}

const made = contracts.map(({ file, make, breaks }) => {
  const before = committed(file)
  const after = make()
  return { file, after, broken: before === null || before === after ? [] : breaks({ before, after }) }
})

const broken = made.filter((contract) => contract.broken.length > 0)
for (const contract of broken) console.error(`${contract.file} would break clients:\n${contract.broken.map((change) => `  - ${change}`).join('\n')}`)
if (broken.length > 0 && !process.argv.includes('--allow-breaking')) {
  console.error('The public API only grows. Keep what is there beside what is new, or, when nobody can depend on it yet, run `npm run generate -- --allow-breaking` and commit the files.')
  process.exit(1)
}
for (const { file, after } of made) if (!existsSync(file) || readFileSync(file, 'utf8') !== after) writeFileSync(file, after)
