import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { accountKey, clientKey, isWithin } from '../../../src/server/client-key.ts'
import { networks } from '../../../src/setting-types.ts'

const groups = (length: number) => fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: length, maxLength: length })
const written = (parts: readonly number[]): string => parts.map((part) => part.toString(16)).join(':')

// 64:ff9b:: and ::ffff:0:0 are ways to write IPv4.
const globalPrefix = groups(4).map(([, ...rest]) => [0x2001, ...rest])

describe('the key of a client', () => {
  it('is the same for all addresses of an IPv6 household, and another one for another household', () => {
    fc.assert(fc.property(globalPrefix, globalPrefix, groups(4), groups(4), (home, other, one, two) => {
      expect(clientKey(written([...home, ...one]))).toBe(clientKey(written([...home, ...two]).toUpperCase()))
      if (written(home) !== written(other)) expect(clientKey(written([...home, ...one]))).not.toBe(clientKey(written([...other, ...one])))
    }))
  })

  it('is the same for an IPv4 address however it is written, and another one for another address', () => {
    fc.assert(fc.property(fc.ipV4(), fc.ipV4(), fc.integer({ min: 1, max: 65_535 }), (address, other, port) => {
      const key = clientKey(address)
      const hex = Buffer.from(address.split('.').map(Number)).toString('hex')
      for (const spelling of [`::ffff:${address}`, `::FFFF:${hex.slice(0, 4)}:${hex.slice(4)}`, `${address}:${port}`, ` ${address}`]) expect(clientKey(spelling)).toBe(key)
      if (other !== address) expect(clientKey(other)).not.toBe(key)
    }))
  })

  it('knows an IPv6 address with a port or a zone', () => {
    expect(clientKey('[2001:db8::1]:4711')).toBe(clientKey('2001:db8::1'))
    expect(clientKey('fe80::1%eth0')).toBe(clientKey('fe80::1'))
  })

  it('is one for everything that is no address, and short', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      if (!text.includes(':')) expect(clientKey(`${text}!`)).toBe('unknown')
      expect(clientKey(text).length).toBeLessThan(20)
    }))
    for (const text of [undefined, '', '0', '10', '1.2.3', '0%!', '0x7f000001', '1.2.3.4.5', '256.0.0.1', '1:2', ':::']) expect([text, clientKey(text)]).toEqual([text, 'unknown'])
  })
})

describe('a list of networks', () => {
  const own = networks.parse('10.0.0.0/8, 192.0.2.7, 2001:db8::/32')

  it.each([
    ['10.200.3.4', true],
    ['::ffff:10.200.3.4', true],
    ['192.0.2.7', true],
    ['2001:db8:1::1', true],
    ['11.0.0.1', false],
    ['192.0.2.8', false],
    ['2001:db9::1', false],
    ['nonsense', false],
    [undefined, false],
  ])('has %s: %s', (address, expected) => {
    expect(isWithin({ address, networks: own })).toBe(expected)
  })

  it('says what is none', () => {
    const { error } = networks.safeParse('10.0.0.0/8,example.vn,10.0.0.0/40,10/8,10')
    expect(error?.issues.map(({ message }) => message)).toEqual(['example.vn', '10.0.0.0/40', '10/8', '10'].map((word) => expect.stringContaining(`holds "${word}"`)))
  })
})

describe('the key of an account', () => {
  it('does not depend on case, spaces around or the encoding of accents', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abzABZđĐéÉẾế.ơƯ'), minLength: 1 })
    fc.assert(fc.property(letters, (account) => {
      const key = accountKey(account)
      for (const spelling of [account.toUpperCase().toLowerCase(), account.normalize('NFD'), ` ${account}\t`, account.toLowerCase()]) expect(accountKey(spelling)).toBe(key)
      expect(key).toHaveLength(43)
    }))
  })

  it('tells accounts apart', () => {
    fc.assert(fc.property(fc.emailAddress(), fc.emailAddress(), (one, two) => {
      if (one.toLowerCase() !== two.toLowerCase()) expect(accountKey(one)).not.toBe(accountKey(two))
    }))
  })
})
