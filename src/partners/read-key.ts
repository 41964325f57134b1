/** A key as it came: in the address, or as a bearer token (RFC 6750 §2.1). */
export interface GivenKey {
  from: 'address' | 'header'
  text: string
}

/** Whether an address can hold a key at all: most do not, and are not taken apart. */
const mayHold = /[?&](?:key\b|[^=&]*%)/i
const looksLikeKey = /^[ps]k_/

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/**
 * Takes the keys out of an address; what is left is to the byte what somebody without a key asks for. `isExpected`: anything named `key` is
 * meant as one; otherwise only what looks like one, as other addresses may have a parameter of that name.
 */
export const withoutKeys = ({ url, isExpected }: { url: string; isExpected: boolean }): { url: string; keys: string[] } => {
  const at = url.indexOf('?')
  if (at < 0 || !mayHold.test(url)) return { url, keys: [] }
  const keys: string[] = []
  const left = url.slice(at + 1).split('&').filter((pair) => {
    const [name = '', ...value] = pair.split('=')
    if (decoded(name) !== 'key') return true
    const text = decoded(value.join('='))
    if (!isExpected && !looksLikeKey.test(text)) return true
    keys.push(text)
    return false
  })
  if (keys.length === 0) return { url, keys }
  return { url: left.length === 0 ? url.slice(0, at) : `${url.slice(0, at)}?${left.join('&')}`, keys }
}

/** The key of an `Authorization` header: any bearer token is taken for one. */
export const bearerKey = (authorization: string | undefined): string | null => /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? null
