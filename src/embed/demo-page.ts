import { createHash } from 'node:crypto'
import { iframeTag, productsTag, type ScriptAddress, scriptTag } from './snippets.ts'

const style = `:root{color-scheme:light dark}
body{margin:0;font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;background:#fbfaf7;color:#22201c}
header,main,footer{max-width:72rem;margin:0 auto;padding:1.25rem}
header{border-bottom:3px solid #1d6b4f}
header p{margin:0}
.name{font-size:1.4rem;font-weight:700}
h1{font-size:1.7rem;line-height:1.25;margin:.5rem 0 1rem}
section{margin:0 0 2.5rem}
iframe{border:0;display:block}
ocop-products:not(:defined){display:block;min-height:26rem}
.green{--ocop-accent:#1d6b4f;--ocop-radius:0;--ocop-card:#f1f6f2;--ocop-line:#cfdfd5}
@media (prefers-color-scheme:dark){body{background:#15171a;color:#e8e6e1}header{border-color:#5fc39c}.green{--ocop-accent:#7fd6b4;--ocop-card:#1a2420;--ocop-line:#2f4439}}`

/** What the page may load: its own style, and what is of this server. A partner's page can be as strict. */
export const demoPolicy = ({ origin }: { origin: string }): string =>
  [
    "default-src 'none'", `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`, `script-src ${origin}/embed/`, `connect-src ${origin}/embed/`, `img-src ${origin}/media/ data:`, `frame-src ${origin}/embed/`,
    "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  ].join('; ')

/** A plain page as a partner would write it: the component three times, and an iframe. */
export const demoPage = ({ origin, siteUrl, script }: { origin: string; siteUrl: string; script: ScriptAddress }): string => {
  const products = { feed: 'products', name: 'Sản phẩm OCOP', siteUrl }
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Trang mẫu của đối tác</title>
<link rel="icon" href="data:,">
<style>${style}</style>
${scriptTag(script)}
</head>
<body>
<header><p class="name">Cổng nông sản</p><p>Trang mẫu: sản phẩm và tin bài được nhúng như trên trang của một đối tác.</p></header>
<main>
<h1>Sản phẩm OCOP trên trang của bạn</h1>
<section>
${productsTag({ ...products, layout: 'carousel', limit: 10 })}
</section>
<section>
${productsTag({ ...products, layout: 'grid', limit: 4, heading: 'Dạng lưới' })}
</section>
<section class="green">
${productsTag({ feed: 'articles', name: 'Tin bài', siteUrl, layout: 'list', limit: 4, heading: 'Tin bài, màu của trang' })}
</section>
<section>
${productsTag({ ...products, layout: 'grid', limit: 4, theme: 'dark', lang: 'en', heading: 'In English, always dark' })}
</section>
<section>
${iframeTag({ src: `${origin}/embed/products?layout=list&limit=4&heading=true`, title: 'Sản phẩm OCOP', height: 760 })}
</section>
</main>
<footer><p>Không có cookie, không có mã theo dõi.</p></footer>
</body>
</html>
`
}
