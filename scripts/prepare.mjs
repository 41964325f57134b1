// Makes a checkout ready to run, in plain Node since it comes before node_modules: installs, bundles and builds the admin, each only when its inputs changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const installOnly = process.argv.includes('--install-only')
const stateFile = '.cache/prepare.json'
const skipped = new Set(['node_modules', 'dist', '.next', '.cache', 'data'])

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`OCOP Press needs Node 20.19 or newer; this is ${process.version}. Install a newer Node and run the command again.`)
  process.exit(1)
}

const filesBelow = (path) => {
  if (!existsSync(path)) return []
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name) && entry.isDirectory()) return []
    const child = join(path, entry.name)
    return entry.isDirectory() ? filesBelow(child) : [child]
  })
}

const hashOf = (inputs) => {
  const hash = createHash('sha256').update(process.version)
  for (const input of inputs) {
    const files = existsSync(input) && !input.includes('.') ? filesBelow(input).sort() : [input]
    for (const file of files) if (existsSync(file)) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const state = existsSync(stateFile) ? JSON.parse(readFileSync(stateFile, 'utf8')) : {}
const remember = (step, hash) => {
  state[step] = hash
  mkdirSync('.cache', { recursive: true })
  writeFileSync(stateFile, JSON.stringify(state, null, 2))
}

const run = (command, args, env = {}) => {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (status === 0) return
  console.error(`\n${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}. What it printed above says why; the command can be run again as it is.`)
  process.exit(1)
}

const sources = ['src', 'collections', 'globals', 'migrations', 'payload.config.ts', 'tsconfig.json', 'package-lock.json']
const steps = [
  {
    name: 'install',
    says: 'Installing packages (npm ci; about a minute or two) …',
    inputs: ['package.json', 'package-lock.json'],
    made: 'node_modules/payload/package.json',
    // Also with NODE_ENV=production in the environment: the build needs the development packages.
    make: () => run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']),
  },
  {
    name: 'graphiql',
    says: 'Bundling GraphiQL …',
    inputs: ['src/api/graphql/graphiql', 'src/api/graphql/sample-queries.ts', 'scripts/build-graphiql.mjs', 'package-lock.json'],
    made: 'dist/graphiql/graphiql.js',
    make: () => run(process.execPath, ['scripts/build-graphiql.mjs']),
  },
  {
    name: 'embed',
    says: 'Bundling the component for partner pages …',
    inputs: ['src/embed', 'src/text/format-vnd.ts', 'scripts/build-embed.mjs', 'package-lock.json'],
    made: 'dist/embed/v1.js',
    make: () => run(process.execPath, ['scripts/build-embed.mjs']),
  },
  {
    name: 'server',
    says: 'Bundling the server …',
    inputs: [...sources, 'scripts/build.mjs', 'scripts/build-embed.mjs'],
    made: 'dist/main.js',
    make: () => run(process.execPath, ['scripts/build.mjs']),
  },
  {
    name: 'admin',
    says: 'Building the admin (about a minute) …',
    inputs: [...sources, 'next.config.ts'],
    made: '.next/BUILD_ID',
    make: () => run(process.execPath, ['--conditions=production', 'node_modules/next/dist/bin/next', 'build'], { NODE_ENV: 'production', NODE_OPTIONS: '--conditions=production', NEXT_TELEMETRY_DISABLED: '1' }),
  },
]

// Without the builds: what `npm run dev` cannot make from the sources as it runs.
for (const step of installOnly ? steps.slice(0, 3) : steps) {
  const hash = hashOf(step.inputs)
  if (state[step.name] === hash && existsSync(step.made)) continue
  const start = Date.now()
  console.log(step.says)
  step.make()
  remember(step.name, hash)
  console.log(`  done in ${Math.round((Date.now() - start) / 1000)} s`)
}
