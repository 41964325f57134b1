import type { PublicKind } from './public-kinds.ts'

/** The use of an image in a text, with what overrides the image's own caption and credit. */
export interface ImageUse {
  id: string
  caption: string | null
  credit: string | null
}

/**
 * A text as HTML that is finished but for what other rows say: strings are printed as they are, the rest is filled in at every read
 * (`src/published/answer/body.ts`), and left out while its row is not visible.
 */
export type BodyPart =
  | string
  /** A link to a row around finished HTML; the HTML alone while the row is not visible. */
  | { part: 'link'; kind: PublicKind; id: string; html: string; newTab: boolean }
  | { part: 'image'; image: ImageUse }
  | { part: 'gallery'; images: readonly ImageUse[]; title: string | null }
  | { part: 'products'; ids: readonly string[]; title: string | null; note: string | null; single: boolean }
  | { part: 'articles'; ids: readonly string[]; title: string | null }
  | { part: 'document'; id: string; note: string | null }

/** What is said of a text while it is walked. */
export interface BodyWriter {
  /** Finished HTML. */
  html: (text: string) => void
  part: (part: Exclude<BodyPart, string>) => void
  /** A paragraph of the plain text. */
  text: (text: string | null) => void
  /** A row the text needs. */
  ref: (kind: PublicKind, id: string) => void
}

/** Collects parts, plain text and references, each reference once and in order. */
export const createBodyWriter = () => {
  const parts: BodyPart[] = []
  const paragraphs: string[] = []
  const refs = new Map<string, { kind: PublicKind; id: string }>()
  const writer: BodyWriter = {
    html: (text) => {
      const last = parts.length - 1
      if (typeof parts[last] === 'string') parts[last] += text
      else parts.push(text)
    },
    part: (part) => void parts.push(part),
    text: (text) => {
      const said = (text ?? '').replace(/\s+/g, ' ').trim()
      if (said) paragraphs.push(said)
    },
    ref: (kind, id) => void refs.set(`${kind}:${id}`, { kind, id }),
  }
  const idsOf = (kind: PublicKind): string[] => [...refs.values()].filter((ref) => ref.kind === kind).map(({ id }) => id)
  return { writer, parts, paragraphs, idsOf, refs: () => [...refs.keys()] }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML text or attribute value. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** Text whose line breaks matter. */
export const linesAsHtml = (text: string): string => escapeHtml(text.trim()).replace(/\r?\n/g, '<br>')

/** An address that may stand in a public link: http, https, mail, telephone, or within the site. Null for everything else. */
export const safeAddress = (url: unknown): string | null => {
  if (typeof url !== 'string') return null
  // Browsers leave out control characters and white space, so that they cannot be a disguise.
  const address = [...url].filter((sign) => sign > ' ' && sign !== '\u007f').join('')
  if (/^(https?:\/\/|mailto:|tel:)/i.test(address)) return address
  return /^(\/(?!\/)|#)/.test(address) && !address.includes('\\') ? address : null
}
