import type { Feed } from './feed.ts'

/**
 * Where an item of a feed is read: its page on the reader site, or what the template of the feed makes of it; with the tracking parameters of the
 * feed. A template that does not become an address gives the page.
 */
export const feedLink = ({ feed: { linkTemplate, utm }, url, slug, number, id }: { feed: Pick<Feed, 'linkTemplate' | 'utm'>; url: string; slug: string | null; number: number | null; id: string }): string => {
  const values: Readonly<Record<string, string>> = { slug: slug ?? id, number: String(number ?? ''), id, url }
  const made = linkTemplate === null ? url : linkTemplate.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? encodeURIComponent(values[name] ?? '') : whole))
  const address = new URL(URL.canParse(made) ? made : url)
  for (const [name, value] of Object.entries(utm)) if (value) address.searchParams.set(`utm_${name}`, value)
  return address.href
}
