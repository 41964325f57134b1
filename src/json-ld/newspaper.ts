import type { NewsMediaOrganizationLeaf } from 'schema-dts'
import { node } from './node.ts'

/** What the newspaper says of itself on every page. */
export interface Newspaper {
  name: string
  url: string
  /** The body it belongs to (cơ quan chủ quản). */
  owner: string | null
  address: string | null
  phone: string | null
  email: string | null
}

export const newspaper = ({ name, url, owner, address, phone, email }: Newspaper): NewsMediaOrganizationLeaf => node<NewsMediaOrganizationLeaf>({
  '@type': 'NewsMediaOrganization',
  '@id': `${url}#publisher`,
  name,
  url,
  address,
  telephone: phone,
  email,
  parentOrganization: owner ? { '@type': 'Organization', name: owner } : null,
})
