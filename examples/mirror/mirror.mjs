// Keeps a copy of everything public in one file, as the API answers it, and brings it up to date as soon as something changes.
//
//   node examples/mirror/mirror.mjs http://localhost:3000 mirror.json
//
// It may be killed at any moment and started again: what an answer of the log has brought and where to go on are written together.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const [api = 'http://localhost:3000', file = 'mirror.json'] = process.argv.slice(2)

/** `next`: what to ask the log after. `things`: the answers by their addresses. */
let copy = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { next: null, things: {} }

const ask = async (path) => {
  const response = await fetch(api + path, { redirect: 'manual' })
  if (response.status === 429 || response.status === 503) {
    await sleep(1000 * Number(response.headers.get('retry-after') ?? 5))
    return ask(path)
  }
  return response
}

/** All that the log holds after a cursor; waits for something when there is nothing. Null: the log was begun anew. */
const read = async (after) => {
  const found = { items: [], affected: [], next: after }
  for (let more = true; more;) {
    const response = await ask(`/v1/changes?limit=1000&affected=true&wait=${found.items.length > 0 ? 0 : 25}${found.next === null ? '' : `&after=${found.next}`}`)
    if (response.status === 410) return null
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    const page = await response.json()
    found.items.push(...page.items)
    found.affected = page.affected === null || found.affected === null ? null : [...found.affected, ...page.affected]
    found.next = page.next
    more = page.more
  }
  return found
}

const fetchThing = async (path) => {
  const response = await ask(path)
  if (response.ok) return response.json()
  if ([404, 410, 451].includes(response.status)) return undefined
  throw new Error(`${path}: ${response.status}`)
}

const bringUpToDate = async () => {
  const found = await read(copy.next)
  if (found === null) {
    copy = { next: null, things: {} }
    return
  }
  const things = { ...copy.things }
  // What shows something of what has changed is fetched anew as well, if it is held at all.
  const shown = found.affected === null ? Object.keys(things) : found.affected.map(({ path }) => path).filter((path) => path in things)
  for (const path of new Set([...found.items.map((item) => item.path), ...shown])) {
    const thing = await fetchThing(path)
    if (thing === undefined) delete things[path]
    else things[path] = thing
  }
  copy = { next: found.next, things }
  writeFileSync(`${file}.new`, JSON.stringify(copy))
  renameSync(`${file}.new`, file)
}

for (;;) {
  await bringUpToDate().catch(async (error) => {
    console.error(error.message)
    await sleep(1000)
  })
}
