// Writes what is generated and committed. With --check it writes nothing new: it fails and names what was not fresh.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const check = process.argv.includes('--check')
const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '-C production', PAYLOAD_MIGRATING: 'true', PAYLOAD_SECRET: 'only-for-generating-files-nothing-is-signed', DATABASE_URL: 'file:./.cache/generate.db' }

const run = (args, extra = {}) => {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', check ? 'ignore' : 'inherit', 'inherit'], env: { ...env, ...extra } })
  if (status !== 0) {
    console.error(`${args.join(' ')} failed`)
    process.exit(1)
  }
}
const payload = (...args) => run(['node_modules/payload/bin.js', ...args])

const folder = 'migrations/sqlite'
const migrations = () => (existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'index.ts') : [])
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

// Asking "created or renamed?" ends the command with 0 and no file; a rename takes two migrations, one that adds and one that drops.
const migration = () => {
  const before = new Set(migrations())
  const index = read(join(folder, 'index.ts'))
  payload('migrate:create', 'schema', '--skip-empty')
  const made = migrations().filter((name) => !before.has(name))
  if (!made.length || !check) return made.length > 0
  for (const name of made) rmSync(join(folder, name))
  writeBack(join(folder, 'index.ts'), index)
  return true
}
const writeBack = (file, text) => import('node:fs').then(({ writeFileSync }) => writeFileSync(file, text))

const generated = [
  { files: ['payload-types.ts'], make: () => payload('generate:types') },
  { files: ['src/app/(payload)/admin/importMap.js'], make: () => payload('generate:importmap') },
  { files: ['schema.graphql', 'openapi.json'], make: () => run(['--import', 'tsx', 'scripts/generate-contract.ts']) },
  { files: ['docs/operations.md', 'docs/api.md', 'docs/content-model.md'], make: () => run(['--import', 'tsx', 'scripts/generate-docs.ts']) },
]

const stale = []
for (const { files, make } of generated) {
  const before = files.map(read)
  make()
  files.forEach((file, at) => {
    if (read(file) !== before[at]) stale.push(file)
  })
}
if (migration()) stale.push(folder)

if (check && stale.length) {
  console.error(`Not fresh: ${stale.join(', ')}. Run \`npm run generate\` and commit what it writes.`)
  process.exit(1)
}
console.log(stale.length ? `Written: ${stale.join(', ')}` : 'Everything generated is fresh.')
