/** The style of the reference page: no script, no font and no picture from elsewhere. */
export const docsStyle = `
:root { color-scheme: light dark; --paper: #fdfbf7; --ink: #22201c; --soft: #665f55; --line: #e4ddd0; --card: #fff; --accent: #a3341c; --code: #f4eee3 }
@media (prefers-color-scheme: dark) { :root { --paper: #191713; --ink: #f1ece2; --soft: #b5ad9e; --line: #38332a; --card: #221f19; --accent: #f0906f; --code: #2a261f } }
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
.page { display: grid; grid-template-columns: 17rem minmax(0, 1fr); max-width: 84rem; margin: 0 auto }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.5rem 1rem 3rem 1.5rem; border-right: 1px solid var(--line); font-size: .9rem }
nav h2 { font-size: .8rem; text-transform: uppercase; letter-spacing: .06em; color: var(--soft); margin: 1.25rem 0 .25rem }
nav ul { list-style: none; margin: 0; padding: 0 }
nav a { display: block; padding: .12rem 0; color: inherit; text-decoration: none; overflow-wrap: anywhere }
nav a:hover { color: var(--accent); text-decoration: underline }
main { padding: 2.5rem 2.5rem 6rem; min-width: 0 }
h1 { font: 700 2.4rem/1.15 Georgia, "Times New Roman", "Noto Serif", serif; margin: 0 0 .5rem }
.rule { width: 3.5rem; height: .25rem; background: var(--accent); margin: 0 0 1.25rem }
main h2 { font-size: 1.5rem; margin: 3rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--line) }
h3 { font-size: 1.05rem; margin: 0 0 .25rem; overflow-wrap: anywhere }
.call, .type { margin: 1.25rem 0; padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem }
.call:target, .type:target { border-color: var(--accent) }
.method { color: var(--accent); font-weight: 700; margin-right: .4rem }
a { color: var(--accent) }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
code, pre { font: .9em ui-monospace, "SFMono-Regular", Consolas, monospace }
code { background: var(--code); padding: .05em .3em; border-radius: .25em }
h3 code, nav code, td code, th code { background: none; padding: 0 }
td code { overflow-wrap: anywhere }
pre { background: var(--code); padding: .75rem 1rem; border-radius: .5rem; overflow-x: auto }
pre code { background: none; padding: 0 }
p, ul { margin: .4rem 0 }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; font-size: .92rem }
caption { text-align: left; font-weight: 600; padding: .3rem 0 }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-top: 1px solid var(--line) }
thead th { color: var(--soft); font-weight: 600; border-top: 0 }
tbody th { font-weight: 400; overflow-wrap: anywhere; min-width: 6rem }
td { min-width: 5rem }
summary { cursor: pointer; color: var(--soft) }
.soft { color: var(--soft) }
.skip { position: absolute; left: -99rem }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem }
@media (max-width: 60rem) { .page { display: block } nav { position: static; height: auto; border: 0; border-bottom: 1px solid var(--line); max-height: 40vh } main { padding: 1.5rem 1.25rem 4rem } }
`
