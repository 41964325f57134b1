// What a change must pass: types, lint, generated files fresh, every suite. Ends with one line of counts.
import { spawnSync } from 'node:child_process'

const steps = [
  ['Types', process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['Types of the example', process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'examples/reader']],
  ['Lint', process.execPath, ['node_modules/eslint/bin/eslint.js', '.']],
  ['Generated files', process.execPath, ['scripts/generate.mjs', '--check']],
]

let failed = 0
for (const [name, command, args] of steps) {
  const from = Date.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  console.log(`${name}: ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - from) / 1000)} s)`)
  if (status !== 0) failed += 1
}

if (failed) console.error('Types, lint or generated files failed, as said above; the tests run all the same.')

// The README's own command, so that what a newcomer runs is what decides. Its counts are the last line.
const tests = spawnSync('npm', ['test', '--silent'], { stdio: 'inherit' })
process.exit(failed || tests.status !== 0 ? 1 : 0)
