// Writes what is generated and committed. With --check it leaves everything as it was, and fails with the names of what was not fresh.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const check = process.argv.includes('--check')
const folder = 'migrations/sqlite'
const env = {
  ...process.env,
  NODE_ENV: 'production',
  NODE_OPTIONS: '--conditions=production',
  PAYLOAD_MIGRATING: 'true',
  PAYLOAD_SECRET: 'only-for-generating-files-nothing-is-signed',
  DATABASE_URL: 'file:./.cache/generate.db',
}

const fail = (message) => {
  console.error(message)
  process.exit(1)
}

/** Runs a program of this project and gives what it printed. Ends everything with its output when it fails. */
const run = (...args) => {
  const { status, stdout } = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', env })
  if (status !== 0) fail(`${stdout}\n${args.join(' ')} failed`)
  return stdout
}

const payload = (...args) => run('node_modules/payload/bin.js', ...args)
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const migrations = () => (existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'index.ts') : [])

/** Writes a migration when the schema has changed; gives the names of its files. */
const migrate = () => {
  const before = new Set(migrations())
  const index = read(join(folder, 'index.ts'))
  const said = payload('migrate:create', 'schema', '--skip-empty')
  // A column that may have been renamed makes the command ask, and without a person to answer it ends well and writes nothing.
  if (!said.includes('DOWN statements generation complete')) {
    fail('The schema has changed in a way that could be a renaming. Make two changes of it: generate with the new field added, then with the old one dropped.')
  }
  const made = migrations().filter((name) => !before.has(name))
  if (check && made.length) {
    for (const name of made) rmSync(join(folder, name))
    writeFileSync(join(folder, 'index.ts'), index)
  }
  return made
}

const generated = [
  { files: ['payload-types.ts'], make: () => payload('generate:types') },
  { files: ['src/app/(payload)/admin/importMap.js'], make: () => payload('generate:importmap') },
  { files: ['schema.graphql', 'openapi.json'], make: () => run('--import', 'tsx', 'scripts/generate-contract.ts', ...process.argv.filter((arg) => arg === '--allow-breaking')) },
  { files: ['docs/operations.md', 'docs/api.md', 'docs/content-model.md'], make: () => run('--import', 'tsx', 'scripts/generate-docs.ts') },
]

mkdirSync('.cache', { recursive: true })
const stale = []
for (const { files, make } of generated) {
  const before = files.map(read)
  make()
  files.forEach((file, at) => {
    if (read(file) === before[at]) return
    stale.push(file)
    if (check) writeFileSync(file, before[at])
  })
}
stale.push(...migrate().map((name) => join(folder, name)))

if (check && stale.length) fail(`Not fresh: ${stale.join(', ')}. Run \`npm run generate\` and commit what it writes.`)
console.log(stale.length ? `Written: ${stale.join(', ')}` : 'Everything generated is fresh.')
