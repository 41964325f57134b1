import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { bodyOf } from '../../../collections/shared/public-body.ts'
import { safeAddress } from '../../../collections/shared/public-body-parts.ts'

const text = (said: string, format = 0) => ({ type: 'text', version: 1, text: said, format, mode: 'normal', style: '', detail: 0 })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', version: 1, children })
const block = (fields: Record<string, unknown>) => ({ type: 'block', version: 2, fields: { id: 'b1', ...fields } })
const link = (fields: Record<string, unknown>, ...children: unknown[]) => ({ type: 'link', version: 3, fields, children })
const body = (...children: unknown[]) => bodyOf({ root: { type: 'root', children } })
const html = (...children: unknown[]) => body(...children)._parts.map((part) => (typeof part === 'string' ? part : `[${part.part}]`)).join('')

describe('a rich text', () => {
  it('becomes HTML of paragraphs, headings, lists and formats', () => {
    expect(html(
      { type: 'heading', tag: 'h2', children: [text('Tên')] },
      paragraph(text('Một '), text('hai', 1), text(' ba', 3), { type: 'linebreak' }, text('H'), text('2', 32), text('O')),
      { type: 'list', listType: 'number', start: 3, children: [{ type: 'listitem', children: [text('a'), { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [text('b')] }] }] }] },
      { type: 'horizontalrule' },
    )).toBe('<h2>Tên</h2><p>Một <strong>hai</strong><strong><em> ba</em></strong><br>H<sub>2</sub>O</p><ol start="3"><li>a<ul><li>b</li></ul></li></ol><hr>')
  })

  it('becomes plain text of paragraphs, and minutes', () => {
    const made = body(paragraph(text('Một  hai\n ba')), paragraph(), block({ blockType: 'factBox', title: 'Số liệu', rows: [{ label: 'Xã', value: '20' }] }))
    expect([made.text, made.minutes]).toEqual(['Một hai ba\n\nSố liệu\n\nXã: 20', 1])
    expect(body(paragraph(text('từ '.repeat(1000)))).minutes).toBe(4)
    expect(bodyOf(null)).toMatchObject({ text: '', minutes: 1, json: { root: { type: 'root', children: [] } }, _parts: [] })
  })

  it('escapes what was typed', () => {
    expect(html(paragraph(text('<script>alert("1")</script> & \'x\'')))).toBe('<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p>')
    expect(html(block({ blockType: 'quote', text: '<b>', source: '"><img>', role: '<i>' }))).not.toMatch(/<b>|<img|<i>/)
    expect(html(block({ blockType: 'table', rows: [['<th>', 'a'], ['b', '<td onclick>']], caption: '<caption>' }))).not.toMatch(/<td onclick|<th><th>/)
  })

  it('knows no other nodes, attributes and blocks', () => {
    const made = body(
      { type: 'upload', relationTo: 'users', value: 'u1', children: [text('lộ')] },
      block({ blockType: 'html', code: '<script>1</script>' }),
      block({ blockType: '__proto__', x: 1 }),
      { ...paragraph(text('được')), style: 'color:red', onclick: 'x()', secret: { a: 1 } },
      paragraph({ type: 'inlineBlock', fields: { secret: 1 }, children: [] }, text('!')),
    )
    expect(made._parts).toEqual(['<p>được</p><p>!</p>'])
    expect(JSON.stringify(made.json)).not.toMatch(/users|script|onclick|secret/)
  })

  it('names embedded documents once and in order, and leaves out blocks without one', () => {
    const made = body(
      block({ blockType: 'image', image: { id: 'i1', rightsNote: 'nội bộ' }, caption: 'Chú thích' }),
      block({ blockType: 'gallery', images: [{ image: 'i2' }, { image: 'i1', credit: 'Ảnh: A' }, { image: null }] }),
      block({ blockType: 'image', image: null }),
      block({ blockType: 'productCard', product: 'p1', note: 'Ngon' }),
      block({ blockType: 'productList', products: ['p2', 'p1'] }),
      block({ blockType: 'productList', products: [] }),
      block({ blockType: 'relatedArticles', articles: ['a1'] }),
      block({ blockType: 'documentLink', document: 'd1' }),
      paragraph(link({ linkType: 'internal', doc: { relationTo: 'articles', value: 'a2' } }, text('xem')), link({ linkType: 'internal', doc: { relationTo: 'users', value: 'u1' } }, text('không'))),
    )
    expect(made).toMatchObject({ images: ['i1', 'i2'], products: ['p1', 'p2'], articles: ['a1', 'a2'], legalDocuments: ['d1'] })
    expect(made._refs).toEqual(['image:i1', 'image:i2', 'product:p1', 'product:p2', 'article:a1', 'legalDocument:d1', 'article:a2'])
    expect(JSON.stringify(made)).not.toMatch(/nội bộ|u1/)
    expect((made.json as { root: { children: { fields?: unknown }[] } }).root.children[0]?.fields).toEqual({ blockType: 'image', id: 'b1', image: 'i1', caption: 'Chú thích', credit: null })
  })

  it('embeds only players it has made the address of', () => {
    expect(html(block({ blockType: 'embed', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', provider: 'vimeo', embedId: '"><script>', caption: 'Phim "hay"' })))
      .toBe('<figure class="op-embed op-embed-youtube"><iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ" title="Phim &quot;hay&quot;" loading="lazy" allow="fullscreen; picture-in-picture; encrypted-media" allowfullscreen referrerpolicy="strict-origin-when-cross-origin"></iframe><figcaption>Phim &quot;hay&quot;</figcaption></figure>')
    expect(html(block({ blockType: 'embed', url: 'https://evil.test/player' }))).toBe('')
  })

  it('links to safe addresses only', () => {
    expect(html(paragraph(link({ linkType: 'custom', url: 'https://a.test/?a=1&b="2"', newTab: true }, text('a'))))).toBe('<p><a href="https://a.test/?a=1&amp;b=&quot;2&quot;" target="_blank" rel="noopener">a</a></p>')
    expect(html(paragraph(link({ linkType: 'custom', url: 'javascript:alert(1)' }, text('b'))))).toBe('<p>b</p>')
    for (const url of ['javascript:alert(1)', ' java\tscript:alert(1)', '\u0001javascript:x', 'data:text/html,x', 'vbscript:x', '//evil.test', '/\\evil.test', '\\\\evil.test', 'evil', '', null, 7]) expect([url, safeAddress(url)]).toEqual([url, null])
    for (const url of ['https://a.test', 'http://a.test/b', 'mailto:a@b.test', 'tel:+84123', '/duong-dan', '#muc']) expect(safeAddress(url)).toBe(url)
  })

  it('whatever is stored, gives no element that is not on the list and never fails', () => {
    const allowed = /^<\/?(p|h[2-4]|strong|em|u|s|code|sub|sup|br|a|ul|ol|li|blockquote|hr|figure|figcaption|span|aside|h3|dl|div|dt|dd|table|caption|thead|tbody|tr|th|td|iframe)( [a-z]+(="[^"<>]*")?)*>$/
    const node = fc.letrec((tie) => ({
      node: fc.record({
        type: fc.constantFrom('text', 'paragraph', 'heading', 'list', 'listitem', 'link', 'block', 'quote', 'upload', 'linebreak', 'evil'),
        tag: fc.constantFrom('h1', 'h2', 'script', 5), text: fc.oneof(fc.string(), fc.constant('<img src=x onerror=1>'), fc.integer()), format: fc.integer({ min: 0, max: 255 }),
        listType: fc.constantFrom('number', 'bullet', 'x'),
        fields: fc.record({ blockType: fc.constantFrom('quote', 'factBox', 'table', 'embed', 'image', 'x'), url: fc.oneof(fc.webUrl(), fc.string(), fc.constant('javascript:1')), text: fc.string(), title: fc.string(), rows: fc.array(fc.oneof(fc.array(fc.string()), fc.object(), fc.string())), image: fc.anything(), linkType: fc.constantFrom('custom', 'internal'), doc: fc.anything() }),
        children: fc.oneof({ maxDepth: 3, depthIdentifier: 'node' }, fc.constant(null), fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'node' })),
      }),
    })).node
    fc.assert(fc.property(fc.array(node, { maxLength: 5 }), (children) => {
      const printed = bodyOf({ root: { children } })._parts.map((part) => (typeof part === 'string' ? part : part.part === 'link' ? part.html : '')).join('')
      for (const [tag] of printed.matchAll(/<[^>]*>/g)) expect(tag).toMatch(allowed)
    }), { numRuns: 300 })
  })
})
