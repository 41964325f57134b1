import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** How long a secret that was replaced is signed with beside its successor. */
export const OLD_SECRET_MS = 24 * 3_600_000
// However often it is replaced within that time.
const KEPT = 5

/** A secret as it is stored: encrypted, since it is needed in clear to sign. `until`: the instant at which it ends; null for the present one. */
export interface SealedSecret {
  sealed: string
  until: string | null
}

/** The secret of the installation can not open what was sealed with another. */
export class UnreadableSecretError extends Error {
  constructor(cause: unknown) {
    super('Its secret cannot be read: PAYLOAD_SECRET is not the one it was stored under. Make a new secret for this receiver', { cause })
    this.name = 'UnreadableSecretError'
  }
}

const CIPHER = 'aes-256-gcm'
const keyOf = (installation: string): Buffer => Buffer.from(hkdfSync('sha256', installation, '', 'ocop-press webhook secrets 1', 32))

/** A new secret: `whsec_` and 32 random bytes in base64 (Standard Webhooks 1.0, "signature scheme"). */
export const makeSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** Encrypts a secret under that of the installation (AES-256-GCM, key by HKDF-SHA-256). */
export const seal = ({ secret, installation }: { secret: string; installation: string }): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv(CIPHER, keyOf(installation), iv)
  const bytes = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), bytes]).toString('base64')
}

/** @throws UnreadableSecretError when it was sealed under another secret or altered. */
export const unseal = ({ sealed, installation }: { sealed: string; installation: string }): string => {
  try {
    const bytes = Buffer.from(sealed, 'base64')
    const decipher = createDecipheriv(CIPHER, keyOf(installation), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch (error) {
    throw new UnreadableSecretError(error)
  }
}

/** The secrets after a new one was added: those before it go on for a day. `now` in milliseconds since the epoch. */
export const rotated = ({ secrets, sealed, now }: { secrets: readonly SealedSecret[]; sealed: string; now: number }): SealedSecret[] => [
  { sealed, until: null },
  ...standing({ secrets, now }).map((one) => ({ ...one, until: one.until ?? new Date(now + OLD_SECRET_MS).toISOString() })),
].slice(0, KEPT)

/** Those that are signed with at an instant, the newest first. */
export const standing = ({ secrets, now }: { secrets: readonly SealedSecret[]; now: number }): SealedSecret[] => secrets.filter(({ until }) => until === null || Date.parse(until) > now)
