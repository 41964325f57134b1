import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, type Html, json, raw } from './html.ts'
import { settings } from './settings.ts'
import type { Chrome, Seo } from './types.ts'

/** What a page says of itself and shows. */
export interface Shown {
  title: string
  main: Html
  description?: string | null
  /** Where the page stands; asked for elsewhere, it answers with a redirect to there. Null: wherever it was asked for. */
  url?: string | null
  seo?: Seo
  /** What is counted as a view. */
  view?: { kind: 'article' | 'product'; id: string }
  /** Structured data of the API, printed as it is. */
  jsonLd?: unknown
  noindex?: boolean
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64')
const style = readFileSync(new URL('./style.css', import.meta.url), 'utf8')
export const stylesheet = { path: `/style-${hashOf(style).replace(/\W/g, '').slice(0, 8)}.css`, text: style }

/** Counts a view where there is JavaScript; nothing on the page waits for it. */
const beacon = 'const{to,kind,id}=document.currentScript.dataset;navigator.sendBeacon?.(to,JSON.stringify({kind,id}))'

/** Nothing but this site's style, pictures, the players of embedded videos and the one script above. */
export const contentSecurityPolicy = [
  `default-src 'none'`, `style-src 'self'`, `img-src 'self' https: http: data:`, `script-src 'sha256-${hashOf(beacon)}'`, `connect-src ${new URL(settings.publicApiUrl).origin}`,
  'frame-src https://www.youtube-nocookie.com https://player.vimeo.com https://www.tiktok.com https://www.facebook.com', `form-action 'self'`, `base-uri 'none'`, `frame-ancestors 'none'`,
].join('; ')

const head = ({ title, description, url, seo, jsonLd, noindex, view }: Shown, siteName: string): Html => {
  const says = seo?.description ?? description
  const address = seo?.canonical ?? url
  const image = seo?.image
  return html`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${seo?.title ?? title}${title !== siteName && ` | ${siteName}`}</title>
<link rel="stylesheet" href="${stylesheet.path}"><link rel="icon" href="data:,">
${says && html`<meta name="description" content="${says}"><meta property="og:description" content="${says}">`}
${address && html`<link rel="canonical" href="${address}"><meta property="og:url" content="${address}">`}
${view && url && ['json', 'xml'].map((format) => html`<link rel="alternate" type="${format === 'json' ? 'application/json' : 'text/xml'}+oembed" href="${settings.publicApiUrl}/oembed?${String(new URLSearchParams({ url, format }))}" title="${title}">`)}
<meta property="og:title" content="${seo?.title ?? title}"><meta property="og:type" content="${seo ? 'article' : 'website'}"><meta property="og:site_name" content="${siteName}"><meta property="og:locale" content="vi_VN">
${image && html`<meta property="og:image" content="${image.srcset.split(' ')[0]}"><meta property="og:image:alt" content="${image.alt}"><meta name="twitter:card" content="summary_large_image">`}
${(noindex || seo?.noindex) && html`<meta name="robots" content="noindex">`}
${!!jsonLd && html`<script type="application/ld+json">${json(jsonLd)}</script>`}
</head>`
}

/** A whole document. Without `chrome` the platform could not be asked: name and menus are missing. */
export const layout = (shown: Shown, chrome: Chrome | null, q = ''): string => {
  const site = chrome?.siteSettings
  const { header = [], footer = [] } = chrome?.navigation ?? {}
  const name = site?.siteName ?? 'Trang đọc báo'
  const contact = Object.values(site?.contact ?? {}).filter(Boolean)
  const inside = html`<body>
<a class="skip" href="#noi-dung">Đến nội dung chính</a>
<header class="masthead"><div class="wrap">
  <p class="name"><a href="/">${name}</a>${site?.tagline && html`<span>${site.tagline}</span>`}</p>
  <form role="search" action="/tim-kiem"><label class="sr" for="q">Tìm bài viết, sản phẩm</label><input id="q" name="q" type="search" placeholder="Tìm bài viết, sản phẩm" value="${q}" maxlength="100" required><button>Tìm</button></form>
</div>
<nav class="menu" aria-label="Chuyên mục"><ul class="wrap"><li><a href="/">Trang chủ</a></li>${header.map((item) => html`<li><a href="${item.url}">${item.label}</a>${item.children.length > 0
  && html`<ul>${item.children.map(({ url, label }) => html`<li><a href="${url}">${label}</a></li>`)}</ul>`}</li>`)}<li><a href="/ocop/san-pham">Sản phẩm</a></li></ul></nav></header>
<main id="noi-dung" class="wrap" tabindex="-1">${shown.main}</main>
<footer class="foot"><div class="wrap">
  ${footer.length > 0 && html`<nav aria-label="Cuối trang"><ul>${footer.map(({ url, label }) => html`<li><a href="${url}">${label}</a></li>`)}</ul></nav>`}
  <p><strong>${name}</strong>${site?.publisher && html` · ${site.publisher}`}</p>
  ${site?.editorInChief && html`<p>Tổng biên tập: ${site.editorInChief}</p>`}${site?.licence && html`<p>${site.licence}</p>`}${contact.length > 0 && html`<p>Liên hệ: ${contact.join(' · ')}</p>`}
</div></footer>
${shown.view && html`<script data-to="${settings.publicApiUrl}/v1/views" data-kind="${shown.view.kind}" data-id="${shown.view.id}">${raw(beacon)}</script>`}
</body>`
  return `<!doctype html>\n<html lang="vi">${head(shown, name).html}\n${site ? inside.html.replaceAll(`href="${site.url.replace(/\/+$/, '')}/`, 'href="/') : inside.html}</html>\n`
}
