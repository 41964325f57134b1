import { randomInt } from 'node:crypto'
import type { Payload } from 'payload'
import { env } from '../env.ts'
import { someoneIsReading } from '../log.ts'

// Without 0 O 1 l I: people copy it by eye.
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const GROUPS = 4
const GROUP_LENGTH = 6

/** A password that nobody can guess: 24 characters of 57, about 140 bits. */
export const generatePassword = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')).join('-')

/**
 * Makes the first administrator, or gives the one of an interrupted first start a new password, for nobody has seen the old
 * one. Nothing happens when there are other users. Returns what to tell the operator; no password when the settings gave it.
 */
export const ensureAdministrator = async (payload: Payload): Promise<{ email: string; password?: string } | null> => {
  const { docs } = await payload.find({ collection: 'users', limit: 2, depth: 0, pagination: false })
  const [known] = docs
  if (docs.length > 1 || (known && known.email !== env.ADMIN_EMAIL)) return null
  const password = env.ADMIN_PASSWORD || generatePassword()
  if (known) await payload.update({ collection: 'users', id: known.id, data: { password } })
  else await payload.create({ collection: 'users', data: { name: 'Quản trị viên', email: env.ADMIN_EMAIL, password, roles: ['administrator'] } })
  return { email: env.ADMIN_EMAIL, ...(env.ADMIN_PASSWORD ? {} : { password }) }
}

/** Shows the account once, to a person: on the terminal, or beside the log, never in it. */
export const tellAdministrator = ({ email, password }: { email: string; password?: string }): void => {
  const stream = someoneIsReading ? process.stdout : process.stderr
  const secret = password ? `Mật khẩu / password: ${password}` : 'Mật khẩu / password: ADMIN_PASSWORD'
  const advice = password ? 'Chỉ hiện một lần, hãy lưu lại. Shown only once: keep it.' : ''
  stream.write(`\n  Quản trị viên / administrator\n  E-mail: ${email}\n  ${secret}\n  ${advice}\n\n`)
}
