import ipaddr from 'ipaddr.js'

/** Ports that a receiver may listen on. */
export const targetPorts: readonly number[] = [443, 8443]

/** What is wrong with the address of a receiver. */
export type TargetProblem = 'MALFORMED' | 'NOT_HTTPS' | 'CREDENTIALS' | 'PORT' | 'PRIVATE'

/**
 * Whether an IP address is one of the public Internet: neither private, loopback or link-local nor any other special range (IANA
 * registries, RFC 6890), also when an IPv6 address carries an IPv4 one. What is no address is not public.
 */
export const isPublicAddress = (address: string): boolean => ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

/** The host of an address as DNS and sockets take it: IPv6 without its brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1')

const portOf = ({ port, protocol }: URL): number => (port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port))

/** Whether `WEBHOOK_ALLOW` names the host and port of an address: then nothing else is asked of it. */
export const isAllowedTarget = ({ url, allow }: { url: URL; allow: readonly string[] }): boolean => allow.includes(`${url.hostname}:${portOf(url)}`)

/** What is wrong with an address that messages are to be sent to, before its name is looked up; null when nothing is. */
export const targetProblem = ({ text, allow }: { text: string; allow: readonly string[] }): TargetProblem | null => {
  if (!URL.canParse(text)) return 'MALFORMED'
  const url = new URL(text)
  if (!['https:', 'http:'].includes(url.protocol)) return 'MALFORMED'
  if (url.username || url.password) return 'CREDENTIALS'
  if (isAllowedTarget({ url, allow })) return null
  if (url.protocol !== 'https:') return 'NOT_HTTPS'
  if (!targetPorts.includes(portOf(url))) return 'PORT'
  const host = hostOf(url)
  if (ipaddr.isValid(host) ? !isPublicAddress(host) : !host.includes('.') || /(^|\.)(localhost|local|internal)\.?$/.test(host)) return 'PRIVATE'
  return null
}
