import { createHash } from 'node:crypto'
import ipaddr from 'ipaddr.js'

type Address = ReturnType<typeof ipaddr.process>

/** Addresses as `RATE_LIMIT_EXEMPT` gives them: a network and how many bits of it count. */
export type Network = ReturnType<typeof ipaddr.parseCIDR>

/** The bits of an IPv6 address that one household or office is given; it chooses the others as it likes (RFC 6177, RFC 8981). */
const HOUSEHOLD_BITS = 64

// Some proxies write the port, too: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
const withoutPort = (text: string): string => /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text

/** An address as it is compared: IPv4 within IPv6 (`::ffff:192.0.2.1`) is IPv4; undefined when the text is no address. */
const addressOf = (text: string | undefined): Address | undefined => {
  const bare = withoutPort(text?.trim() ?? '')
  if (!bare.includes(':')) return ipaddr.IPv4.isValidFourPartDecimal(bare) ? ipaddr.IPv4.parse(bare) : undefined
  const withoutZone = bare.replace(/%.*$/, '')
  return ipaddr.IPv6.isValid(withoutZone) ? ipaddr.process(withoutZone) : undefined
}

/**
 * The name under which a client's requests are counted: its IPv4 address, or the /64 network of its IPv6 address. Everything that is no
 * address is counted under one name.
 */
export const clientKey = (text: string | undefined): string => {
  const address = addressOf(text)
  if (!address) return 'unknown'
  if (address.kind() === 'ipv4') return address.toString()
  const network = address.toByteArray().slice(0, HOUSEHOLD_BITS / 8)
  return `${Buffer.from(network).toString('hex')}/${HOUSEHOLD_BITS}`
}

/** Whether an address lies in one of these networks. */
export const isWithin = ({ address: text, networks }: { address: string | undefined; networks: readonly Network[] }): boolean => {
  const address = addressOf(text)
  return address !== undefined && networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits))
}

/**
 * The name under which attempts on an account are counted, of a fixed length and without the account's own. Spellings that reach the same
 * account have the same one: case and outer spaces do not matter, nor how accents are encoded.
 */
export const accountKey = (account: string): string =>
  createHash('sha256').update(account.normalize('NFC').toLowerCase().normalize('NFC').trim()).digest('base64url')
