const pathOf = (text: string): string | null => {
  try {
    return new URL(text, 'https://site.invalid').pathname
  } catch {
    return null
  }
}

/**
 * The path by which an address of this site is compared: from the root, without query, fragment, host and closing slash, its
 * percent signs decoded where that is text, in NFC. Null when the text is no path.
 */
export const normalizePath = (text: string): string | null => {
  const trimmed = text.trim()
  if (!trimmed || trimmed.startsWith('//')) return null
  const path = pathOf(trimmed)
  if (path === null) return null
  let decoded = path
  try {
    decoded = decodeURIComponent(path)
  } catch {
    // A stray percent sign: the path stays as it was sent.
  }
  // Control characters, and white space at the end, are not typed and not seen, and a browser leaves them out.
  const normal = decoded.normalize('NFC').replace(/[\u0000-\u001f\u007f]/g, '').replace(/\/{2,}/g, '/')
  return normal.replace(/[\s/]+$/, '') || '/'
}
