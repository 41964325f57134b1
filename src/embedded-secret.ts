import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The secret of an installation that keeps everything in one folder: read from `<dataDir>/secret`, made there
 * (64 hexadecimal digits, readable by the owner alone) the first time.
 */
export const embeddedSecret = ({ dataDir }: { dataDir: string }): string => {
  const file = path.join(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true })
  try {
    // `wx` fails when the file exists, so two starts at once agree on one secret.
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
