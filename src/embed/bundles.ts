import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const digest = (algorithm: 'sha256' | 'sha384', bytes: Buffer): string => createHash(algorithm).update(bytes).digest('base64')

/** What partner pages load. */
export interface Bundles {
  /** The component as it is now. */
  v1: Buffer
  /** The name that will always mean these bytes, such as `v1-1a2b3c4d5e6f.js`. */
  name: string
  /** What a page says to be sure of them (Subresource Integrity). */
  integrity: string
  /** The script inside iframes, and its hash for the policy of their page. */
  frame: { text: string; hash: string }
  /** The component under a name, also one of an earlier version. */
  named: (name: string) => Buffer | null
}

const NAME = /^v1-[0-9a-f]{16}\.js$/

const nameOf = (bytes: Buffer): string => `v1-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.js`

/** Keeps a version, and reads all that were kept. A process that may not write there only gives out what others have kept. */
const earlier = ({ kept, name, v1 }: { kept: string; name: string; v1: Buffer }): (readonly [string, Buffer])[] => {
  try {
    mkdirSync(kept, { recursive: true })
    if (!existsSync(join(kept, name))) writeFileSync(join(kept, name), v1)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    if (!existsSync(kept)) return []
  }
  return readdirSync(kept).filter((file) => NAME.test(file)).map((file) => [file, readFileSync(join(kept, file))] as const).filter(([file, bytes]) => nameOf(bytes) === file)
}

/**
 * Reads what `scripts/build-embed.mjs` has bundled into `built`, and keeps a copy in `kept`: a page that names its hash goes on working
 * after this program was replaced by a newer one. A copy that is not what its name says is passed over.
 */
export const readBundles = ({ built, kept }: { built: string; kept: string }): Bundles => {
  const v1 = readFileSync(join(built, 'v1.js'))
  const text = readFileSync(join(built, 'frame.js'), 'utf8').trim()
  const name = nameOf(v1)
  const all = new Map([...earlier({ kept, name, v1 }), [name, v1] as const])
  return { v1, name, integrity: `sha384-${digest('sha384', v1)}`, frame: { text, hash: `sha256-${digest('sha256', Buffer.from(text))}` }, named: (wanted) => all.get(wanted) ?? null }
}
