import { createHash } from 'node:crypto'
import type { Response } from 'express'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it stands in HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)

const style = `
:root { color-scheme: light dark; --paper: #fdfbf7; --ink: #22201c; --soft: #6a645a; --line: #e4ddd0; --card: #fff; --accent: #a3341c }
@media (prefers-color-scheme: dark) { :root { --paper: #191713; --ink: #f1ece2; --soft: #b0a898; --line: #38332a; --card: #221f19; --accent: #f0906f } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
main, footer { max-width: 62rem; margin: 0 auto; padding: 3rem 1.25rem 2rem }
footer { padding-top: 0; color: var(--soft); font-size: .9rem }
h1 { font: 700 clamp(2rem, 5vw, 3rem)/1.15 Georgia, "Times New Roman", "Noto Serif", serif; margin: 0 0 .5rem; letter-spacing: -.01em }
h2 { font-size: 1.15rem; margin: 0 0 .25rem }
.rule { width: 3.5rem; height: .25rem; background: var(--accent); margin: 0 0 1.25rem }
.lead { font-size: 1.2rem; max-width: 44rem; margin: 0 0 .25rem }
[lang=en] { color: var(--soft) }
p { margin: .25rem 0 }
ul.cards { list-style: none; margin: 2.25rem 0; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)) }
.cards a { display: block; height: 100%; padding: 1.1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; color: inherit; text-decoration: none }
.cards a:hover { border-color: var(--accent) }
a { color: var(--accent) }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.cards p { font-size: .95rem }
code { font: .9em ui-monospace, "SFMono-Regular", Consolas, monospace }
.cards code { color: var(--accent) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem }
dt { font-weight: 600 } dd { margin: 0 }
`

const styleHash = createHash('sha256').update(style).digest('base64')

const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const icon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23a3341c'/%3E%3Cpath d='M4 4h8v1.6H4zM4 7.2h8v1.6H4zM4 10.4h5V12H4z' fill='%23fff'/%3E%3C/svg%3E"

/** Answers with a small page of the server's own: everything is in it, nothing is loaded. */
export const sendPage = ({ res, title, language, body }: { res: Response; title: string; language: 'vi' | 'en'; body: string }): void => {
  res.set({ 'content-security-policy': policy, 'cache-control': 'no-cache' }).type('html').send(`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${icon}">
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`)
}
