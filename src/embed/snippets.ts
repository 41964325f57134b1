import { escapeHtml } from '../../collections/shared/public-body-parts.ts'

/** Where the component is, and what a page says to be sure of it. */
export interface ScriptAddress {
  url: string
  integrity: string
}

/** Allows the iframe its script and its links, and nothing of the page around it. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox'

const attributesOf = (attributes: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(attributes).filter(([, value]) => value !== undefined).map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`).join('')

/** The line that loads the component. */
export const scriptTag = ({ url, integrity }: ScriptAddress): string => `<script${attributesOf({ src: url, integrity, crossorigin: 'anonymous' })} async></script>`

/** A feed by the component; the link inside is shown where there is no JavaScript. */
export const productsTag = ({ feed, name, siteUrl, ...attributes }: { feed: string; name: string; siteUrl: string; layout?: string; limit?: number; theme?: string; lang?: string; heading?: string }): string =>
  `<ocop-products${attributesOf({ feed, ...attributes })}>\n  <a href="${escapeHtml(siteUrl)}">${escapeHtml(name)}</a>\n</ocop-products>`

/** An article by the component. */
export const articleTag = ({ article, title, url }: { article: string; title: string; url: string }): string =>
  `<ocop-article${attributesOf({ article })}>\n  <a href="${escapeHtml(url)}">${escapeHtml(title)}</a>\n</ocop-article>`

/** The same in an iframe, without any script on the page. */
export const iframeTag = ({ src, title, width = '100%', height }: { src: string; title: string; width?: string | number; height: number }): string =>
  `<iframe${attributesOf({ src, title, width, height, loading: 'lazy', sandbox: SANDBOX, referrerpolicy: 'strict-origin-when-cross-origin' })}></iframe>`
