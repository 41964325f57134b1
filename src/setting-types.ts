import ipaddr from 'ipaddr.js'
import { z } from 'zod'

/** The settings do not allow a start. Its message names every one that is wrong and what to do. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(['OCOP Press cannot start with these settings:', ...problems.map((problem) => `  - ${problem}`)].join('\n'))
    this.name = 'SettingsError'
  }
}

/**
 * Readers of single settings. Each takes the text of the variable; its message completes the sentence
 * `NAME: "text" <message>`, so it says what is wrong and what to write instead.
 */

const sizeUnits: Record<string, number> = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 }
const durationUnits: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

const withUnit = ({ units, message }: { units: Record<string, number>; message: string }) =>
  z.string().transform((text, context) => {
    const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/.exec(text.toLowerCase()) ?? []
    const factor = unit && Object.hasOwn(units, unit) ? units[unit] : undefined
    if (factor === undefined) {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    return Math.round(Number(amount) * factor)
  })

/** A size such as `1mb`, read as bytes (1 kb = 1024 bytes). */
export const size = withUnit({ units: sizeUnits, message: 'is not a size: write a number and b, kb, mb or gb, such as 1mb' })

/** A duration such as `30s`, read as milliseconds. */
export const duration = withUnit({
  units: durationUnits,
  message: 'is not a duration: write a number and ms, s, m or h, such as 30s',
})

/** Yes or no, however it is written. */
export const flag = z.string().transform((text, context) => {
  if (/^(1|yes|true|on)$/i.test(text)) return true
  if (/^(0|no|false|off)$/i.test(text)) return false
  context.addIssue({ code: 'custom', message: 'is neither yes nor no: write 1 or 0' })
  return z.NEVER
})

/** A whole number, not negative. */
export const count = z.string().transform((text, context) => {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  context.addIssue({ code: 'custom', message: 'is not a whole number: write one such as 16' })
  return z.NEVER
})

/** A whole number from 1. */
export const countFromOne = count.refine((value) => value > 0, { message: 'is too small: write a whole number from 1' })

const DAY_MS = 24 * 3_600_000

/** A window in which something is counted. Node's timers, which end it, reach 24 days. */
export const countingWindow = duration.refine((ms) => ms >= 100 && ms <= DAY_MS, { message: 'is not a window to count in: write a duration from 100ms to 24h' })

/** How often something is written. */
export const flushInterval = duration.refine((ms) => ms >= 100 && ms <= 3_600_000, { message: 'is not an interval to write in: write a duration from 100ms to 1h' })

/** A part of all: above 0 and at most 1. */
export const share = z.string().transform((text, context) => {
  const value = /^(0?\.\d{1,6}|1|1\.0{1,6})$/.test(text) ? Number(text) : 0
  if (value > 0) return value
  context.addIssue({ code: 'custom', message: 'is not a part of all: write a number above 0 and at most 1, such as 0.1' })
  return z.NEVER
})

/** A TCP port; 0 lets the system choose a free one. */
export const port = z.string().transform((text, context) => {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : NaN
  if (!(value <= 65_535)) {
    context.addIssue({ code: 'custom', message: 'is not a port: write a whole number from 0 to 65535 (0: any free port)' })
    return z.NEVER
  }
  return value
})

/** One of a few words. */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { message: `is not known: write one of ${words.join(', ')}` })

/** The origin of a web address (scheme, host, port), without a path; undefined when the text is none. */
export const originOf = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const plain = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return plain && ['http:', 'https:'].includes(url.protocol) ? url.origin : undefined
}

/** An origin such as `https://press.example.vn`; a final slash is dropped. */
export const origin = z.string().transform((text, context) => {
  const value = originOf(text)
  if (value) return value
  context.addIssue({
    code: 'custom',
    message: 'is not an origin: write http:// or https://, a host and if needed a port, and no path, such as https://press.example.vn',
  })
  return z.NEVER
})

/** A web address that may have a path; a final slash is dropped. */
export const webAddress = z.string().transform((text, context) => {
  const good = URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol) && !/[?#]/.test(text)
  if (good) return text.replace(/\/+$/, '')
  context.addIssue({ code: 'custom', message: 'is not a web address: write one such as https://example.vn' })
  return z.NEVER
})

/** A web address as it is, with its query; empty for none. */
export const addressOrNone = z.string().refine((text) => text === '' || (URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)), {
  message: 'is not a web address: write one such as https://cdn.example/purge',
})

/** A header line such as `Fastly-Key: abc`; none when empty. */
export const headerOrNone = z.string().transform((text, context) => {
  if (text === '') return null
  const [, name, value] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)$/.exec(text) ?? []
  if (name && value) return { name, value }
  context.addIssue({ code: 'custom', message: 'is not a header: write its name, a colon and its value, such as Fastly-Key: abc' })
  return z.NEVER
})

const words = (text: string): string[] => text.split(',').map((word) => word.trim()).filter(Boolean)

const originList = ({ orAny }: { orAny: boolean }) =>
  z.string().transform((text, context) => {
    if (orAny && text === '*') return ['*']
    return words(text).flatMap((word) => {
      const value = originOf(word)
      if (value) return [value]
      const message = `holds "${word}", which is not an origin: write origins separated by commas, such as https://a.example,https://b.example`
      context.addIssue({ code: 'custom', message })
      return []
    })
  })

/** Origins separated by commas. */
export const origins = originList({ orAny: false })

/** Origins separated by commas, or `*` for any. */
export const originsOrAny = originList({ orAny: true })

/**
 * Which proxies are believed about the client's address and scheme (Express `trust proxy`): `none`, a number of
 * hops, or addresses separated by commas.
 */
export const trustProxy = z.string().transform((text): false | number | string[] => {
  if (text === 'none') return false
  return /^\d+$/.test(text) ? Number(text) : words(text)
})

/** Addresses and networks separated by commas, such as `10.0.0.0/8,192.0.2.7`. */
export const networks = z.string().transform((text, context) =>
  words(text).flatMap((word) => {
    // Not the short forms of IPv4: 10/8 would be 0.0.0.10/8.
    const network = word.includes('/') ? word : `${word}/${word.includes(':') ? 128 : 32}`
    if (ipaddr.IPv4.isValidCIDRFourPartDecimal(network) || ipaddr.IPv6.isValidCIDR(network)) return [ipaddr.parseCIDR(network)]
    context.addIssue({ code: 'custom', message: `holds "${word}", which is neither an address nor a network: write such as 10.0.0.0/8,192.0.2.7,2001:db8::/32` })
    return []
  }),
)

/** Hosts with their ports, separated by commas, such as `127.0.0.1:8080`. */
export const hostPorts = z.string().transform((text, context) =>
  words(text).flatMap((word) => {
    if (/^[^\s/@?#]+:\d{1,5}$/.test(word) && URL.canParse(`http://${word}`)) return [word.toLowerCase()]
    context.addIssue({ code: 'custom', message: `holds "${word}", which is not a host with its port: write such as 127.0.0.1:8080` })
    return []
  }),
)
