import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { analyseQuery, TOKENS_MAX } from '../../../src/search/analyse-query.ts'
import { createEngine } from '../../../src/search/engine.ts'
import { highlight } from '../../../src/search/highlight.ts'
import { isOneTypo, typosBetween } from '../../../src/search/one-typo.ts'
import { phrasePoints, pointsOf, rankOf } from '../../../src/search/rank.ts'
import { comparePlaces, decodeSearchCursor, encodeSearchCursor, signatureOf } from '../../../src/search/search-cursor.ts'
import { foldedLine, termsOf, wordsIn } from '../../../src/search/words.ts'
import { fold } from '../../../src/text/fold.ts'

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 200 }), fc.stringMatching(/^[ắằđịơưỹ Nguyễn0-9.,-]{0,80}$/u))
const syllable = fc.constantFrom('miến', 'miền', 'mien', 'dong', 'đông', 'hòa', 'hoà', 'Na', 'Rì', 'khoai', 'lang', 'Nguyễn', 'đ', '26', 'QĐ-TTg')
const phrase = fc.array(syllable, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))

const marksOf = (text: string, q: string, forgiving = false) => highlight({ text, query: analyseQuery(q), forgiving })?.filter(({ isMatch }) => isMatch).map((one) => one.text) ?? null

describe('words', () => {
  it('are syllables and numbers with their places', () => {
    expect(wordsIn('Quyết định 26/2026/QĐ-TTg: “Bánh”').map(({ text, fold: plain }) => [text, plain])).toEqual([
      ['Quyết', 'quyet'], ['định', 'dinh'], ['26', '26'], ['2026', '2026'], ['QĐ', 'qd'], ['TTg', 'ttg'], ['Bánh', 'banh'],
    ])
    expect(termsOf('  Miến  Dong! ')).toBe('miến dong')
    expect(foldedLine(wordsIn('Miến Dong'))).toBe(' mien dong ')
  })
  it('of any text lie within it, and are letters and digits only', () => {
    fc.assert(fc.property(anyText, (text) => {
      let at = 0
      for (const { text: word, start, end, term, fold: plain } of wordsIn(text)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(text.slice(start, end)).toBe(word)
        expect(plain).toMatch(/^[\p{L}\p{N}]+$/u)
        expect(term).not.toMatch(/[\s:]/)
        at = end
      }
    }))
  })
  it('are the same composed and decomposed', () => {
    fc.assert(fc.property(phrase, (text) => expect(wordsIn(text.normalize('NFD')).map(({ term, fold: plain }) => [term, plain])).toEqual(wordsIn(text).map(({ term, fold: plain }) => [term, plain]))))
  })
})

describe('a query', () => {
  it('of any text is taken apart without an error', () => {
    fc.assert(fc.property(anyText, (q) => {
      const { tokens, isAccented } = analyseQuery(q)
      expect(tokens.length).toBeLessThanOrEqual(TOKENS_MAX)
      expect(tokens.filter(({ isLast }) => isLast).length).toBeLessThanOrEqual(1)
      expect(isAccented).toBe(tokens.some(({ term, fold: plain }) => term !== plain))
    }))
  })
  it('finds what holds its words, whatever they are, however they are typed', () => {
    const found = (title: string, q: string) => {
      const engine = createEngine()
      engine.put([{ ref: 'article:a', kind: 'article', title, lead: '', names: '', from: 0, until: 10, stars: null, starsThrough: null, refs: [] }])
      return engine.search({ q, filters: {}, first: 5, after: null, now: 1, today: '2026-01-01' }).hits.map(({ ref }) => ref)
    }
    fc.assert(fc.property(phrase, (title) => { for (const q of [title, title.toUpperCase(), title.normalize('NFD'), fold(title)]) expect(found(title, q)).toEqual(['article:a']) }))
    fc.assert(fc.property(anyText, (title) => {
      fc.pre(analyseQuery(title).tokens.length > 0)
      expect(found(title, title)).toEqual(['article:a'])
    }))
  })
  it('of any text is answered by the same hits twice', () => {
    const engine = createEngine()
    engine.put(['Miến dong Na Rì', 'Khoai lang', 'Hòa Bình'].map((title, n) => ({ ref: `article:${n}`, kind: 'article' as const, title, lead: '', names: '', from: 0, until: 10, stars: null, starsThrough: null, refs: [] })))
    const ask = (q: string) => engine.search({ q, filters: {}, first: 5, after: null, now: 1, today: '2026-01-01' })
    fc.assert(fc.property(fc.oneof(anyText, phrase), (q) => expect(ask(q)).toEqual(ask(q))))
  })
})

describe('highlights', () => {
  it.each([
    ['Miến dong Na Rì', 'mien dong', ['Miến dong']],
    ['Miền Đông và miến dong', 'miến dong', ['miến dong']],
    ['Miền Đông và miến dong', 'mien dong', ['Miền Đông', 'miến dong']],
    ['Bánh đa Hòa Bình', 'hoà', ['Hòa']],
    ['Miến dong, đây là dong', 'mien d', ['Miến dong']],
    ['Khoai lang', 'khoa', ['Khoai']],
    ['Khoai và khoa', 'khoa', ['khoa']],
    ['Khoai lang', 'khoay lang', ['lang']],
    ['Cà phê', 'trà', null],
  ])('%s by %s', (text, q, expected) => expect(marksOf(text, q)).toEqual(expected))

  it('mark a typo when it was forgiven', () => expect(marksOf('Khoai lang', 'khoay lang', true)).toEqual(['Khoai lang']))

  it('of any text and query are its parts in order, none of them empty, and no two of one sort beside each other', () => {
    fc.assert(fc.property(fc.oneof(anyText, phrase), fc.oneof(anyText, phrase), fc.boolean(), (text, q, forgiving) => {
      const fragments = highlight({ text, query: analyseQuery(q), forgiving })
      if (!fragments) return
      expect(fragments.map((one) => one.text).join('')).toBe(text)
      expect(fragments.some(({ isMatch }) => isMatch)).toBe(true)
      for (const [n, one] of fragments.entries()) {
        expect(one.text).not.toBe('')
        if (n > 0) expect(one.isMatch).not.toBe(fragments[n - 1]?.isMatch)
      }
    }))
  })
})

describe('a typo', () => {
  it.each([['khoai', 'khoay', true], ['khoai', 'khoa', true], ['khoai', 'khoaii', true], ['khoai', 'kohai', true], ['khoai', 'khoai', false], ['khoai', 'lhoay', false], ['khoai', 'khaoy', false], ['', 'a', true], ['ab', 'ba', true]])(
    '%s, %s: %s', (a, b, expected) => expect(isOneTypo(a, b)).toBe(expected))

  it('is one both ways, and one edit of any word', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/)
    fc.assert(fc.property(word, word, (a, b) => expect(isOneTypo(a, b)).toBe(isOneTypo(b, a))))
    fc.assert(fc.property(word, fc.nat(8), fc.stringMatching(/^[a-z]$/), (a, at, letter) => {
      const place = at % a.length
      for (const b of [a.slice(0, place) + letter + a.slice(place), a.slice(0, place) + a.slice(place + 1), a.slice(0, place) + letter + a.slice(place + 1)]) {
        if (b === a) continue
        expect(isOneTypo(a, b)).toBe(true)
        expect(typosBetween(a, b)).toBe(1)
      }
    }))
  })
  it('is counted up to two', () => expect([typosBetween('khoai', 'khoai'), typosBetween('khoai', 'khxxi'), typosBetween('khoai', 'xxxxi')]).toEqual([0, 2, Infinity]))
})

describe('ranks', () => {
  it('put accents first, then points', () => {
    expect(rankOf({ exact: 1, points: 0 })).toBeGreaterThan(rankOf({ exact: 0, points: 99_999 }))
    expect(pointsOf({ place: 'title', fit: 'typo' })).toBeGreaterThan(pointsOf({ place: 'lead', fit: 'exact' }))
    expect(pointsOf({ place: 'name', fit: 'exact' })).toBeGreaterThan(pointsOf({ place: 'formerPlace', fit: 'exact' }))
  })
  it('give more for a phrase, a beginning, the whole', () => {
    const points = (title: string, asked: string) => phrasePoints({ title: ` ${title} `, phrase: ` ${asked} ` })
    expect(points('bun mien', 'mien dong')).toBe(0)
    expect(points('mot mien dong', 'mien dong')).toBeLessThan(points('mien dong na ri', 'mien dong'))
    expect(points('mien dong na ri', 'mien dong')).toBeLessThan(points('mien dong', 'mien dong'))
    expect(points('bun mien', 'mien')).toBe(0)
  })
})

describe('cursors', () => {
  const place = fc.record({ rank: fc.nat(), from: fc.integer(), ref: fc.string() })
  it('come back for their query alone', () => {
    fc.assert(fc.property(place, fc.boolean(), (one, forgiving) => {
      const signature = signatureOf(['mien', 'dong'])
      const text = encodeSearchCursor({ signature, cursor: { ...one, forgiving } })
      expect(decodeSearchCursor({ signature, text })).toEqual({ ...one, forgiving })
      expect(decodeSearchCursor({ signature: signatureOf(['mien']), text })).toBeNull()
    }))
    fc.assert(fc.property(fc.string(), (text) => expect(decodeSearchCursor({ signature: 'x', text })).toBeNull()))
  })
  it('stand in a total order', () => {
    fc.assert(fc.property(place, place, (a, b) => {
      expect(Math.sign(comparePlaces(a, b))).toBe(-Math.sign(comparePlaces(b, a)) + 0)
      if (comparePlaces(a, b) === 0) expect(a).toEqual(b)
    }))
  })
})
