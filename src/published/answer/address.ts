import { type AddressedKind, defaultAddressTemplates } from '../../newsroom/address-template.ts'
import { definitions } from '../kinds.ts'
import type { PublishedRow } from '../store.ts'

/** The path of a row's page: from the template of its kind in the site settings, or the default one. */
export const pathOf = ({ row, settings }: { row: Pick<PublishedRow, 'kind' | 'id' | 'slug' | 'number' | 'data'>; settings: PublishedRow | null }): string => {
  const templates = (settings?.data['_templates'] ?? {}) as Readonly<Record<string, string | null>>
  const template = templates[row.kind] || defaultAddressTemplates[row.kind as AddressedKind] || `/${definitions[row.kind].plural}/{id}`
  const values: Readonly<Record<string, string>> = {
    slug: row.slug ?? row.id, number: String(row.number ?? ''), path: String(row.data['path'] ?? row.slug ?? ''), id: row.id,
  }
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? (values[name] ?? '').split('/').map(encodeURIComponent).join('/') : whole))
}

/** A path under an address such as `SITE_URL`, which may have a path of its own. */
export const under = (base: string, path: string): string => `${base.replace(/\/+$/, '')}${path.startsWith('/') ? path : `/${path}`}`

/** The one function behind `url` of every kind: an absolute address on the reader site. */
export const addressOf = ({ row, settings, siteUrl }: { row: Pick<PublishedRow, 'kind' | 'id' | 'slug' | 'number' | 'data'>; settings: PublishedRow | null; siteUrl: string }): string =>
  under(siteUrl, pathOf({ row, settings }))
