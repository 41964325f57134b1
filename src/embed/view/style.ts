/** Each colour by its short name: the property that a page sets, what it is in light and in dark. */
const colours = [
  ['i', 'ink', '#22201c', '#f1ece2'],
  ['s', 'soft', '#635d54', '#bdb5a6'],
  ['c', 'card', '#fff', '#221f19'],
  ['l', 'line', '#e4ddd0', '#3d372d'],
  ['a', 'accent', '#a3341c', '#f29a7c'],
  ['g', 'star', '#c98a0b', '#f2b632'],
  ['p', 'picture', '#f3eee4', '#2d2922'],
] as const

const declared = (value: (light: string, dark: string) => string): string => colours.map(([short, name, light, dark]) => `--${short}:var(--ocop-${name},${value(light, dark)})`).join(';')

// What is forced stands on a ground of its own. Else the ground, and the words on it, are those of the page, and light or dark is what the page's
// `color-scheme` makes of the reader's wish: a page that knows no dark is not given dark cards.
const forced = 'padding:1em;border-radius:var(--ocop-radius,.6em)'

/** The style of an embed, the same in the component and in the iframe. Every colour and measure of a page's own is a `--ocop-…` property. */
export const style = `:host{display:block;container-type:inline-size}
:host([hidden]){display:none}
.ocop{${declared((light) => light)};font-family:var(--ocop-font,inherit);font-size:var(--ocop-size,1rem);line-height:1.4;background:var(--ocop-paper,transparent);text-align:start}
@supports (color:light-dark(#000,#fff)){.ocop[data-theme=auto]{${declared((light, dark) => `light-dark(${light},${dark})`)}}}
.ocop[data-theme=light]{color-scheme:light;background:var(--ocop-paper,#fff);color:var(--i);${forced}}
.ocop[data-theme=dark]{${declared((_, dark) => dark)};color-scheme:dark;background:var(--ocop-paper,#191713);color:var(--i);${forced}}
.ocop *{box-sizing:border-box}
.ocop p,.ocop ul{margin:0;padding:0}
.ocop .heading{font-family:var(--ocop-heading-font,inherit);font-size:1.3em;font-weight:700;line-height:1.3;margin:0 0 .6em}
.cards{list-style:none;display:grid;gap:var(--ocop-gap,1em)}
.grid .cards{grid-template-columns:repeat(auto-fill,minmax(min(100%,var(--ocop-card-width,14em)),1fr))}
.card{position:relative;color:var(--i);display:flex;flex-direction:column;background:var(--c);border:1px solid var(--l);border-radius:var(--ocop-radius,.6em);overflow:hidden;min-width:0}
.picture{background:var(--p);aspect-ratio:var(--ocop-ratio,4/3);flex:none;overflow:hidden}
.picture img{display:block;width:100%;height:100%;object-fit:cover}
.words{display:flex;flex-direction:column;gap:.3em;padding:.75em .85em .85em;flex:1;min-width:0;min-height:13em}
.title{font-weight:650;line-height:1.35}
.title a{color:inherit;text-decoration:none;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.product .title a{-webkit-line-clamp:2}
.title a::after{content:"";position:absolute;inset:0;border-radius:inherit}
.title a:focus-visible{outline:0}
.title a:focus-visible::after{outline:3px solid var(--a);outline-offset:-3px;border-radius:var(--ocop-radius,.6em)}
.card:hover .title a,.source a:hover,.buy:hover{text-decoration:underline}
.certified{font-size:.875em}
.stars{display:block;width:5.8em;height:1.16em;margin-bottom:.15em}
.stars path{fill:var(--g);stroke:var(--g);stroke-width:1.4;stroke-linejoin:round}
.stars .off{fill:none;opacity:.55}
.place,.summary,.day{font-size:.875em;color:var(--s)}
.place,.summary{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.summary{-webkit-line-clamp:4}
.sale{display:flex;flex-wrap:wrap;gap:.15em .8em;align-items:baseline;justify-content:space-between;margin-top:auto!important;padding-top:.2em!important}
.price{font-weight:650}
.day{margin-top:auto!important}
.buy{position:relative;font-size:.9em;color:var(--a);padding:.15em 0;text-decoration:underline;text-underline-offset:.15em}
.list .card{flex-direction:row}
.list .picture{width:min(9em,36%)}
.list .words{min-height:11.8em}
.list .picture{aspect-ratio:auto;position:relative}
.list .picture img{position:absolute;inset:0}
.list .summary{display:none}
.list .place{-webkit-line-clamp:1}
.list .article .title a{-webkit-line-clamp:5}
@container (min-width:34em){.list .certified{display:flex;gap:.5em;align-items:center}.list .stars{margin:0}.list .words{min-height:8.6em}.list .summary{display:-webkit-box;-webkit-line-clamp:2}.list .article .title a{-webkit-line-clamp:2}}
.rail{position:relative}
.track{overflow-x:auto;scroll-snap-type:x proximity;scrollbar-width:thin;border-radius:var(--ocop-radius,.6em);padding-bottom:.4em}
.carousel .cards{grid-auto-flow:column;grid-auto-columns:min(82%,var(--ocop-card-width,15em));width:100%}
.carousel .card{scroll-snap-align:start}
.track:focus-visible,.ocop a:focus-visible,.step:focus-visible{outline:3px solid var(--a);outline-offset:2px}
.step{position:absolute;z-index:1;top:35%;width:2.75em;height:2.75em;padding:.6em;border:1px solid var(--l);border-radius:50%;background:var(--c);color:var(--i);cursor:pointer;font:inherit;box-shadow:0 1px 5px #0003}
.step[hidden]{display:none}
.step[aria-disabled=true]{cursor:default}.step[aria-disabled=true]:not(:focus-visible){opacity:0}
.step svg{display:block;width:100%;height:100%;fill:none;stroke:currentcolor;stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round}
.back{left:.4em}
.on[data-step]{right:.4em}
.ocop .source{font-size:.8125em;margin-top:.7em}
.source a{color:inherit}
@media (prefers-reduced-motion:no-preference){.track{scroll-behavior:smooth}}
@media (forced-colors:active){.stars path{fill:CanvasText;stroke:CanvasText}.stars .off{fill:none}}
`
