import { createHash } from 'node:crypto'
import { escapeHtml } from '../../collections/shared/public-body-parts.ts'
import type { Bundles } from './bundles.ts'
import { toHtml } from './to-html.ts'
import type { Cards } from './view/card.ts'
import type { Language } from './view/options.ts'
import { style } from './view/style.ts'
import { type Shown, view } from './view/view.ts'

const font = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif'
const pageStyle = `html,body{margin:0;padding:0}body{font:1rem/1.4 ${font}}main{container-type:inline-size;padding:2px}
html{color-scheme:light dark;background:#fff;color:#22201c}html[data-theme=light]{color-scheme:light}
@media (prefers-color-scheme:dark){html[data-theme=auto]{background:#191713;color:#f1ece2}}html[data-theme=dark]{color-scheme:dark;background:#191713;color:#f1ece2}
.ocop[data-theme]{padding:.25rem}.ocop.note{padding:1rem}
${style}`

const styleHash = `sha256-${createHash('sha256').update(pageStyle).digest('base64')}`

/** What the page of an iframe may load, and who may show it: anyone, or these origins. */
export const framePolicy = ({ origin, bundles, framers }: { origin: string; bundles: Pick<Bundles, 'frame'>; framers: readonly string[] | null }): string =>
  [
    "default-src 'none'", `style-src '${styleHash}'`, `script-src '${bundles.frame.hash}'`, `img-src ${origin}`, "base-uri 'none'", "form-action 'none'",
    `frame-ancestors ${framers === null ? '*' : framers.length === 0 ? "'none'" : framers.join(' ')}`,
  ].join('; ')

const page = ({ title, theme, language, main, script = '', links = '' }: { title: string; theme: string; language: Language; main: string; script?: string; links?: string }): string => `<!doctype html>
<html lang="${language}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<base target="_blank">${links}
<style>${pageStyle}</style>
</head>
<body>
<main>${main}</main>${script && `\n<script>${script}</script>`}
</body>
</html>
`

/** An embed as a page of its own, finished: without JavaScript it only does not tell its height. */
export const framePage = ({ cards, shown, bundles, discovery }: { cards: Cards; shown: Shown; bundles: Pick<Bundles, 'frame'>; discovery: string }): string =>
  page({
    title: cards.name, theme: shown.theme, language: shown.language, main: toHtml(view({ cards, shown })), script: bundles.frame.text,
    links: `\n<link rel="alternate" type="application/json+oembed" href="${escapeHtml(discovery)}" title="${escapeHtml(cards.name)}">`,
  })

const notes: Readonly<Record<Language, string>> = { vi: 'Nội dung này không còn ở đây.', en: 'This is not here any more.' }

/** What an iframe shows when there is nothing. */
export const absentPage = ({ shown: { theme, language } }: { shown: Pick<Shown, 'theme' | 'language'> }): string =>
  page({ title: 'OCOP', theme, language, main: `<p class="ocop note" data-theme="${theme}">${notes[language]}</p>` })
