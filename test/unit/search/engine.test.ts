import { describe, expect, it } from '@jest/globals'
import { createEngine, type SearchAsked } from '../../../src/search/engine.ts'
import type { IndexedDocument, NamedThing } from '../../../src/search/indexed.ts'

const NOW = Date.parse('2026-06-01T00:00:00.000Z')
const TODAY = '2026-06-01'

const thing = (ref: string, name: string, more: Partial<NamedThing> = {}): NamedThing => ({
  ref, kind: ref.split(':')[0] as NamedThing['kind'], name, searched: name, slug: ref.split(':')[1] ?? null, key: null, level: null, ancestors: [], successors: [], validFrom: null, validTo: null, ...more,
})
const document = (id: string, title: string, more: Partial<IndexedDocument> = {}): IndexedDocument => ({
  ref: `article:${id}`, kind: 'article', title, lead: '', names: '', from: NOW - 1000, until: Number.MAX_SAFE_INTEGER, stars: null, starsThrough: null, refs: [], ...more,
})
const product = (id: string, title: string, more: Partial<IndexedDocument> = {}): IndexedDocument => document(id, title, { ref: `product:${id}`, kind: 'product', ...more })

const province = (slug: string, name: string, more: Partial<NamedThing> = {}) => thing(`administrativeUnit:${slug}`, name, { searched: `Tỉnh ${name}`, level: 'province', ...more })

const places = [
  province('thai-nguyen', 'Thái Nguyên', { validFrom: '2025-07-01' }),
  province('thai-nguyen-2025', 'Thái Nguyên', { validTo: '2025-07-01', successors: ['administrativeUnit:thai-nguyen'] }),
  province('bac-kan-2025', 'Bắc Kạn', { validTo: '2025-07-01', successors: ['administrativeUnit:thai-nguyen'] }),
  province('hue', 'Huế'),
]

const made = (documents: readonly IndexedDocument[], things: readonly NamedThing[] = places) => {
  const engine = createEngine()
  engine.put(documents)
  engine.putThings(things)
  const search = (q: string, more: Partial<SearchAsked> = {}) => engine.search({ q, filters: {}, first: 20, after: null, now: NOW, today: TODAY, ...more })
  return { engine, search, refs: (q: string, more: Partial<SearchAsked> = {}) => search(q, more).hits.map(({ ref }) => ref.split(':')[1]) }
}

describe('what is found', () => {
  const { refs } = made([
    document('mien', 'Miến dong Na Rì vào vụ'),
    document('dong', 'Chuyến đi Miền Đông'),
    document('hoa', 'Bánh đa Hòa Bình', { lead: 'Bánh làm bằng tay.' }),
    document('khoai', 'Khoai lang sấy dẻo'),
    product('tra', 'Trà shan tuyết', { names: 'Suối Giàng', refs: ['producer:p'] }),
  ], [...places, thing('producer:p', 'Hợp tác xã Tài Hoan'), thing('topic:t', 'Mỗi xã một sản phẩm')])

  it.each([
    ['mien dong', ['mien', 'dong']],
    ['MIEN   DONG!', ['mien', 'dong']],
    ['hoà bình', ['hoa']],
    ['hòa bình', ['hoa']],
    ['khoai la', ['khoai']],
    ['shan tuy', ['tra']],
    ['suoi giang', ['tra']],
    ['tai hoan', ['tra']],
    ['banh tay', ['hoa']],
    ['khoái', ['khoai']],
    // Every word has to be there.
    ['khoai dong', []],
    // Only the last word may be a beginning.
    ['kho lang', []],
  ])('%s', (q, expected) => expect(new Set(refs(q))).toEqual(new Set(expected)))

  it('exact accents come first where accents are typed, whatever else speaks for the other', () => {
    const { refs: found } = made([
      document('east', 'Miền đông', { from: NOW - 1 }),
      document('noodles', 'Làng nghề', { lead: 'Ở đây làm miến dong.', from: NOW - 1_000_000 }),
    ], [])
    expect(found('miến dong')).toEqual(['noodles', 'east'])
    expect(found('miền đông')).toEqual(['east', 'noodles'])
    expect(found('mien dong')).toEqual(['east', 'noodles'])
  })

  it.each(['khoay lang', 'khoaii lang', 'khai lang', 'kohai lang'])('one typo is forgiven in a word of five letters: %s', (q) => {
    // `khai` has four letters.
    expect(refs(q)).toEqual(q.startsWith('khai') ? [] : ['khoai'])
  })

  it('two typos are not, and typos count only when nothing is found without', () => {
    expect(refs('kkhoaii lang')).toEqual([])
    const { refs: found } = made([document('a', 'Quýt xanhh'), document('b', 'Quýt xanhk')], [])
    expect(found('quyt xanhh')).toEqual(['a'])
    expect(new Set(found('quyt xanhm'))).toEqual(new Set(['a', 'b']))
  })
})

describe('places', () => {
  const { refs, engine } = made([
    document('new', 'Chè vào xuân', { refs: ['administrativeUnit:thai-nguyen'] }),
    document('old', 'Chè ngày trước', { refs: ['administrativeUnit:bac-kan-2025'] }),
    document('else', 'Chè cung đình', { refs: ['administrativeUnit:hue'] }),
  ])

  it('an old name reaches what is in the new province, after what bears it itself', () => expect(refs('chè bắc kạn')).toEqual(['old', 'new']))
  it('a new name reaches what was in the old ones', () => expect(refs('thai nguyen')).toEqual(['new', 'old']))
  it('a filter on a province of today takes in what it was formed from, on an ended one that alone', () => {
    expect(refs('che', { filters: { province: ['thai-nguyen'] } }).sort()).toEqual(['new', 'old'])
    expect(refs('che', { filters: { province: ['bac-kan'] } })).toEqual(['old'])
    expect(refs('che', { filters: { province: ['khong-co'] } })).toEqual([])
  })
  it('a new name of a thing holds at once for all that refers to it', () => {
    engine.putThings([province('hue', 'Thành phố Cố Đô')])
    expect(refs('che co do')).toEqual(['else'])
    expect(refs('che hue')).toEqual([])
    engine.removeThings(['administrativeUnit:hue'])
    expect(refs('che co do')).toEqual([])
  })
})

it('windows and stars are asked by the moment', () => {
  const { search, refs } = made([
    document('later', 'Bưởi chín', { from: NOW + 1 }),
    document('over', 'Bưởi non', { until: NOW }),
    product('held', 'Bưởi Diễn', { stars: 4, starsThrough: TODAY }),
    product('ended', 'Bưởi Phúc Trạch', { stars: 5, starsThrough: '2026-05-31' }),
  ], [])
  expect(new Set(refs('buoi'))).toEqual(new Set(['held', 'ended']))
  expect(new Set(refs('buoi', { now: NOW + 1 }))).toEqual(new Set(['later', 'held', 'ended']))
  expect(refs('buoi', { filters: { stars: { gte: 3 } } })).toEqual(['held'])
  expect(refs('buoi', { filters: { stars: { gte: 3 } }, today: '2026-06-02' })).toEqual([])
  expect(search('buoi').facets.stars).toEqual([{ stars: 4, count: 1 }])
  expect(search('buoi', { today: '2026-05-31' }).facets.stars).toEqual([{ stars: 5, count: 1 }, { stars: 4, count: 1 }])
})

describe('facets', () => {
  const { search } = made([
    document('a', 'Chè một', { refs: ['category:child', 'administrativeUnit:bac-kan-2025'] }),
    document('b', 'Chè hai', { refs: ['category:top', 'category:child', 'administrativeUnit:thai-nguyen', 'administrativeUnit:bac-kan-2025'] }),
    document('c', 'Cà phê', { refs: ['category:top'] }),
    product('d', 'Chè ba', { stars: 5, starsThrough: TODAY, refs: ['productGroup:leaf', 'administrativeUnit:hue'] }),
    product('e', 'Chè bốn', { stars: 3, starsThrough: TODAY, refs: ['productGroup:leaf', 'productGroup:unknown'] }),
  ], [
    ...places,
    thing('category:top', 'Kinh tế', { searched: '' }), thing('category:child', 'Nông thôn', { searched: '', ancestors: ['category:top'] }),
    thing('productGroup:set', 'Chè', { searched: '' }), thing('productGroup:leaf', 'Chè', { searched: '', ancestors: ['productGroup:set'] }),
  ])

  it('count each thing once, trees and provinces of today included', () => {
    expect(search('che')).toMatchObject({
      total: 4,
      facets: {
        kind: [{ kind: 'article', count: 2 }, { kind: 'product', count: 2 }],
        category: [{ id: 'child', count: 2 }, { id: 'top', count: 2 }],
        province: [{ id: 'thai-nguyen', count: 2 }, { id: 'hue', count: 1 }],
        group: [{ id: 'leaf', count: 2 }, { id: 'set', count: 2 }],
        stars: [{ stars: 5, count: 1 }, { stars: 3, count: 1 }],
      },
    })
  })
  it('count with every filter but their own', () => {
    const { total, facets } = search('che', { filters: { kinds: ['product'], stars: { equals: 5 } } })
    expect(total).toBe(1)
    expect(facets).toMatchObject({ kind: [{ kind: 'product', count: 1 }], stars: [{ stars: 5, count: 1 }, { stars: 3, count: 1 }], group: [{ id: 'leaf', count: 1 }, { id: 'set', count: 1 }], category: [] })
  })
  it('agree with the list when a value is chosen', () => {
    for (const [name, values] of Object.entries(search('che').facets)) {
      if (name === 'kind' || name === 'stars') continue
      for (const { id, count } of values as { id: string; count: number }[]) expect(search('che', { filters: { [name]: [id] } }).total).toBe(count)
    }
  })
})

it('pages hold everything once, in one order, and stay where they are while others publish', () => {
  const { engine, search } = made(Array.from({ length: 47 }, (_, n) => document(`n${n}`, n % 3 === 0 ? 'Mật ong rừng' : 'Tin làng', { lead: 'Mật ong bạc hà.', from: NOW - 1000 - (n % 5) })), [])
  const whole = search('mat ong', { first: 100 }).hits.map(({ ref }) => ref)
  expect(whole).toHaveLength(47)
  const seen: string[] = []
  let after: SearchAsked['after'] = null
  for (let page = 0; page < 20; page += 1) {
    const { hits, hasNext, forgiving } = search('mat ong', { first: 7, after })
    seen.push(...hits.map(({ ref }) => ref))
    const last = hits.at(-1)
    if (!hasNext || !last) break
    after = { ...last, forgiving }
    engine.put([document(`new${page}`, 'Mật ong mật ong', { from: NOW - 1 }), document(`other${page}`, `Mật mía ${page}`)])
  }
  expect(seen).toEqual(whole)
})

it('what is put again or taken out is found as it is now', () => {
  const { engine, refs } = made([document('a', 'Măng khô')], [])
  engine.put([document('a', 'Nấm hương')])
  expect([refs('mang'), refs('nam')]).toEqual([[], ['a']])
  engine.remove(['article:a', 'article:never'])
  expect([refs('nam'), engine.count()]).toEqual([[], 0])
  engine.put([document('a', 'Nấm hương')])
  expect(refs('nam')).toEqual(['a'])
})

describe('suggestions', () => {
  const { search } = made([document('a', 'Vụ miến dong ở Na Rì'), document('b', 'Nghề miến dong', { refs: ['topic:t'] }), product('c', 'Miến dong Tài Hoan'), document('d', 'Trâu gác bếp')], [...places, thing('topic:t', 'Miến và bún'), thing('topic:idle', 'Miến khác')])
  const texts = (q: string) => search(q).suggestions

  it('complete what is typed, as it is written', () => {
    expect(texts('mien d').map(({ text }) => text)).toEqual(['miến dong', 'Miến dong Tài Hoan'])
    expect(texts('mie').map(({ text }) => text)).toEqual(['miến', 'Miến và bún', 'Miến dong Tài Hoan'])
    expect(texts('thai ng')).toEqual([])
    expect(texts('mien d').every(({ kind }) => kind === 'completion')).toBe(true)
  })
  it('ask what was meant when nothing is found', () => {
    expect(search('miem dong').hits).toEqual([])
    expect(texts('miem dong')).toEqual([{ text: 'miến dong', kind: 'correction' }])
    expect(texts('trau xyzxyz')).toEqual([{ text: 'trâu', kind: 'correction' }])
    expect(texts('trau dong').map(({ text }) => text)).toEqual(['dong', 'trâu'])
    expect(texts('xyzxyz')).toEqual([])
  })
})
