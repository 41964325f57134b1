const local = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The origin that a text names, as browsers write it (RFC 6454 §6.2), or null when it is none that a partner may have: https, and plain http for
 * a developer's own machine only; without path, query or credentials.
 */
export const originOf = (text: string): string | null => {
  if (!URL.canParse(text.trim())) return null
  const { protocol, hostname, username, password, pathname, search, hash, origin } = new URL(text.trim())
  const isAllowed = protocol === 'https:' || (protocol === 'http:' && local.has(hostname))
  return isAllowed && pathname === '/' && `${username}${password}${search}${hash}` === '' && !hostname.includes('*') ? origin : null
}
