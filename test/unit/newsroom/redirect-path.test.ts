import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { normalizePath } from '../../../src/newsroom/redirect-path.ts'

describe('normalizePath', () => {
  it.each([
    ['/tin-cu.html', '/tin-cu.html'], ['tin-cu.html', '/tin-cu.html'], ['/a/', '/a'], ['/a//b///', '/a/b'], ['/a?x=1#y', '/a'], ['https://bao.example/a/', '/a'], ['/', '/'], ['/a/../b', '/b'],
    ['/chuy%C3%AAn-m%E1%BB%A5c', '/chuyên-mục'], ['/chuyên-mục'.normalize('NFD'), '/chuyên-mục'], ['/100%', '/100%'], ['/%00', '/'], ['/a%20/', '/a'],
  ])('%s → %s', (text, path) => {
    expect(normalizePath(text)).toBe(path)
  })

  it.each(['', '   ', '//evil.example/a'])('%j is no path', (text) => {
    expect(normalizePath(text)).toBeNull()
  })

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.webPath(), (path) => {
      const once = normalizePath(path)
      // A decoded "?" or "#" or "%41" reads differently when it is typed again.
      fc.pre(once !== null && !/[?#%\\]/.test(once))
      expect(normalizePath(once as string)).toBe(once)
    }))
  })
})
