import type { BreadcrumbListLeaf } from 'schema-dts'

export interface Crumb {
  name: string
  url: string
}

/** The way from the front page to a page, the page itself last. */
export const breadcrumbs = (crumbs: readonly Crumb[]): BreadcrumbListLeaf => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ name, url }, index) => ({ '@type': 'ListItem', position: index + 1, name, item: url })),
})
