// Run after `npm install`: a registry that lacks a platform's optional package makes npm leave it out of the lockfile,
// and `npm ci` then refuses the lockfile as incomplete. This writes the entries that are missing.
import { readFileSync, writeFileSync } from 'node:fs'

const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const parent = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')))

const resolved = (path, name) => {
  for (let folder = path; ; folder = parent(folder)) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder) return false
  }
}

const platforms = /(android|darwin|freebsd|linux|openharmony|win32|netbsd|openbsd|sunos|aix)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x|loong64|wasm32)/
let added = 0
for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (resolved(path, name) || !/^\d/.test(version)) continue
    const [, os, cpu] = name.match(platforms) ?? []
    const nested = `${parent(path) ? `${parent(path)}/` : ''}node_modules/${name}`
    lock.packages[nested] = { version, ...(entry.dev ? { dev: true } : {}), ...(cpu ? { cpu: [cpu] } : {}), optional: true, ...(os ? { os: [os] } : {}) }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
if (added) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added ? `${added} optional packages written to ${file}` : `${file} is complete`)
