import { timingSafeEqual } from 'node:crypto'
import { ProblemError } from '../api/problem.ts'
import type { Asked } from './asked-of.ts'
import { hashOfKey, keyTypeOf, shownPart } from './key-format.ts'
import type { CheckedKey, PartnerSite } from './partner-site.ts'
import type { GivenKey } from './read-key.ts'
import { isLive } from './stored-key.ts'

/** A key of a partner site that was found, and why it may not be used after all. */
export interface Checked {
  site: PartnerSite
  key: CheckedKey
  refusal: ProblemError | null
}

/** 401 with what RFC 9110 §15.5.2 asks of it. */
export const unauthenticated = (detail: string): ProblemError => new ProblemError({ code: 'UNAUTHENTICATED', detail, headers: { 'www-authenticate': 'Bearer realm="ocop-press"' } })
const forbidden = (detail: string): ProblemError => new ProblemError({ code: 'FORBIDDEN', detail })

// One text for all of them: a client learns nothing of keys that are not its own.
const unusable = () => unauthenticated('This key is not known, has expired or was revoked.')

const isSame = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

const originIn = (address: string | undefined): string | null => (address !== undefined && URL.canParse(address) ? new URL(address).origin : null)

/** Where the request comes from may it be used there? `ownOrigins`: pages of this server, which are shown in frames. */
const refusalByPlace = ({ key, site, asked, origin, referer, ownOrigins }: {
  key: CheckedKey
  site: PartnerSite
  asked: Asked
  origin: string | undefined
  referer: string | undefined
  ownOrigins: readonly string[]
}): ProblemError | null => {
  if (key.type === 'secret') return origin === undefined ? null : forbidden('Secret keys are for servers, and this request comes from a browser: a page uses a publishable key.')
  const from = origin ?? originIn(referer)
  if (from === null) return asked.isFramed ? null : forbidden('A publishable key is used by pages, whose browsers say where they are in Origin or Referer. Servers use a secret key.')
  if (site.origins.includes(from) || (asked.isFramed && ownOrigins.includes(from))) return null
  return forbidden('This key does not work from this origin. The newspaper keeps the list of origins.')
}

/**
 * Finds the key that came with a request and tells whether it may be used for what is asked. `find`: the partner sites with a key that begins so.
 * Hashes are compared in constant time.
 * @throws ProblemError UNAUTHENTICATED when it is no key of anybody, BAD_REQUEST when there are several.
 */
export const checkKey = ({ given, asked, origin, referer, ownOrigins, now, find }: {
  given: readonly [GivenKey, ...GivenKey[]]
  asked: Asked
  origin: string | undefined
  referer: string | undefined
  ownOrigins: readonly string[]
  /** An instant. */
  now: string
  find: (shown: string) => readonly { site: PartnerSite; key: CheckedKey }[]
}): Checked => {
  const [{ from, text }, ...others] = given
  if (others.length > 0) throw new ProblemError({ code: 'BAD_REQUEST', detail: 'A request has one key.' })
  const type = keyTypeOf(text)
  if (type === 'secret' && from === 'address') throw unauthenticated('Secret keys are sent as `Authorization: Bearer`. This one stood in an address, where others can read it: have it revoked.')
  if (type === 'publishable' && from === 'header') throw unauthenticated('Publishable keys are sent as `?key=`.')
  const hash = hashOfKey(text)
  const found = type === null ? undefined : find(shownPart(text)).find(({ key }) => isSame(key.hash, hash))
  if (!found) throw unusable()
  const { site, key } = found
  const refused = (refusal: ProblemError): Checked => ({ site, key, refusal })
  if (!isLive(key, now)) return refused(unusable())
  if (!key.scopes.includes(asked.scope)) return refused(forbidden(`This key is not for ${asked.scope}.`))
  return { site, key, refusal: refusalByPlace({ key, site, asked, origin, referer, ownOrigins }) }
}
