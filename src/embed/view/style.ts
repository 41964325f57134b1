const dark = '--i:var(--ocop-ink,#f1ece2);--s:var(--ocop-soft,#bdb5a6);--c:var(--ocop-card,#221f19);--l:var(--ocop-line,#3d372d);--a:var(--ocop-accent,#f29a7c);--g:var(--ocop-star,#f2b632);--p:var(--ocop-picture,#2d2922);color-scheme:dark'

/** The style of an embed, the same in the component and in the iframe. Every colour and measure of a page's own is a `--ocop-…` property. */
export const style = `:host{display:block;container-type:inline-size}
:host([hidden]){display:none}
.ocop{--i:var(--ocop-ink,#22201c);--s:var(--ocop-soft,#635d54);--c:var(--ocop-card,#fff);--l:var(--ocop-line,#e4ddd0);--a:var(--ocop-accent,#a3341c);--g:var(--ocop-star,#c98a0b);--p:var(--ocop-picture,#f3eee4);color-scheme:light;font-family:var(--ocop-font,inherit);font-size:var(--ocop-size,1rem);line-height:1.4;color:var(--i);background:var(--ocop-paper,transparent);text-align:start}
@media (prefers-color-scheme:dark){.ocop[data-theme=auto]{${dark}}}
.ocop[data-theme=dark]{${dark}}
.ocop *{box-sizing:border-box}
.ocop p,.ocop ul{margin:0;padding:0}
.ocop .heading{font:700 1.3em/1.3 var(--ocop-heading-font,inherit);margin:0 0 .6em;color:var(--i)}
.cards{list-style:none;display:grid;gap:var(--ocop-gap,1em)}
.grid .cards{grid-template-columns:repeat(auto-fill,minmax(min(100%,var(--ocop-card-width,14em)),1fr))}
.card{position:relative;display:flex;flex-direction:column;background:var(--c);border:1px solid var(--l);border-radius:var(--ocop-radius,.6em);overflow:hidden;min-width:0}
.picture{background:var(--p);aspect-ratio:var(--ocop-ratio,4/3);flex:none;overflow:hidden}
.picture img{display:block;width:100%;height:100%;object-fit:cover}
.words{display:flex;flex-direction:column;gap:.3em;padding:.75em .85em .85em;flex:1;min-width:0;min-height:12.4em}
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
.list .words{min-height:9.3em}
.list .picture{aspect-ratio:auto;position:relative}
.list .picture img{position:absolute;inset:0}
.list .summary{-webkit-line-clamp:2}
@container (min-width:34em){.list .certified{display:flex;gap:.5em;align-items:center}.list .stars{margin:0}.list .words{min-height:8em}}
.rail{position:relative}
.track{overflow-x:auto;scroll-snap-type:x proximity;scrollbar-width:thin;border-radius:var(--ocop-radius,.6em);padding-bottom:.4em}
.carousel .cards{grid-auto-flow:column;grid-auto-columns:min(82%,var(--ocop-card-width,15em));width:100%}
.carousel .card{scroll-snap-align:start}
.track:focus-visible,.ocop a:focus-visible,.step:focus-visible{outline:3px solid var(--a);outline-offset:2px}
.step{position:absolute;z-index:1;top:35%;width:2.75em;height:2.75em;padding:.6em;border:1px solid var(--l);border-radius:50%;background:var(--c);color:var(--i);cursor:pointer;font:inherit;box-shadow:0 1px 5px #0003}
.step[hidden]{display:none}
.step[aria-disabled=true]{opacity:.4;cursor:default}
.step svg{display:block;width:100%;height:100%;fill:none;stroke:currentcolor;stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round}
.back{left:.4em}
.on[data-step]{right:.4em}
.ocop .source{font-size:.8125em;color:var(--s);margin-top:.7em}
.source a{color:inherit}
.empty{color:var(--s)}
@media (prefers-reduced-motion:no-preference){.track{scroll-behavior:smooth}}
@media (forced-colors:active){.stars path{fill:CanvasText;stroke:CanvasText}.stars .off{fill:none}}
`
