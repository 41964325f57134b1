import { readFileSync } from 'node:fs'
import { memoryPages, validateXML } from 'xmllint-wasm'

const schemas = ['sitemap.xsd', 'sitemap-index.xsd', 'sitemap-image.xsd', 'sitemap-news.xsd'].map((fileName) => ({ fileName, contents: readFileSync(`test/support/schemas/${fileName}`, 'utf8') }))
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** One schema that knows the extensions, since the protocol's takes only elements that are declared. */
const whole = (of: 'sitemap.xsd' | 'sitemap-index.xsd') => ({
  fileName: 'whole.xsd',
  contents: `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:import namespace="${namespace}" schemaLocation="${of}"/>
    <xsd:import namespace="http://www.google.com/schemas/sitemap-image/1.1" schemaLocation="sitemap-image.xsd"/><xsd:import namespace="http://www.google.com/schemas/sitemap-news/0.9" schemaLocation="sitemap-news.xsd"/></xsd:schema>`,
})

/** What is wrong with a sitemap, or an index of them, by the schemas. */
export const sitemapProblems = async (xml: string): Promise<string[]> => {
  const { errors } = await validateXML({ xml, schema: whole(xml.includes('<sitemapindex') ? 'sitemap-index.xsd' : 'sitemap.xsd'), preload: schemas, initialMemoryPages: 16 * memoryPages.MiB, maxMemoryPages: memoryPages.GiB })
  return errors.map(({ rawMessage }) => rawMessage)
}

const unescape: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The texts of an element, in order. */
export const textsOf = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, text = '']) => text.replace(/&(\w+);/g, (_, name: string) => unescape[name] ?? ''))
