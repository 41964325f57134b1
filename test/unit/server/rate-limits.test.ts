import { describe, expect, it } from '@jest/globals'
import { setTimeout as wait } from 'node:timers/promises'
import { ProblemError } from '../../../src/api/problem.ts'
import { limitReads } from '../../../src/server/limit-reads.ts'
import { createRateLimit, refusalHeaders } from '../../../src/server/rate-limits.ts'
import { networks } from '../../../src/setting-types.ts'

const refusalOf = async (work: Promise<void>): Promise<ProblemError | undefined> => {
  try {
    await work
    return undefined
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}

describe('a rate limit', () => {
  it('lets so many through in a window, each key for itself, and says when to come again', async () => {
    const refused: string[] = []
    const limit = createRateLimit({ name: 'reads', points: 2, windowMs: 60_000, onRefused: (name) => refused.push(name) })
    await limit.take('a')
    await limit.take('a')
    const refusal = await refusalOf(limit.take('a'))
    expect(refusal?.problem).toMatchObject({ code: 'RATE_LIMITED', status: 429, limit: 'reads' })
    expect(refusal?.headers).toEqual({ 'retry-after': '60', 'ratelimit-policy': '"reads";q=2;w=60', ratelimit: '"reads";r=0;t=60' })
    expect(await refusalOf(limit.take('b'))).toBeUndefined()
    expect(refused).toEqual(['reads'])
  })

  it('begins anew when the window is over, however often one has tried in it', async () => {
    const limit = createRateLimit({ name: 'reads', points: 1, windowMs: 150 })
    await limit.take('a')
    for (let tries = 0; tries < 5; tries += 1) expect(await refusalOf(limit.take('a'))).toBeDefined()
    await wait(170)
    expect(await refusalOf(limit.take('a'))).toBeUndefined()
  })

  it('takes back what does not count, never below nothing, and forgets', async () => {
    const limit = createRateLimit({ name: 'login', points: 2, windowMs: 60_000 })
    for (let again = 0; again < 5; again += 1) {
      await limit.take('a')
      await limit.giveBack('a')
    }
    await limit.giveBack('a')
    await limit.take('a')
    await limit.take('a')
    expect(await refusalOf(limit.take('a'))).toBeDefined()
    await limit.forget('a')
    expect(await refusalOf(limit.take('a'))).toBeUndefined()
  })

  it('remembers so many keys and no more', async () => {
    const limit = createRateLimit({ name: 'reads', points: 1, windowMs: 60_000, remembered: 10 })
    await limit.take('first')
    for (let other = 0; other < 9; other += 1) await limit.take(`other ${other}`)
    expect(await refusalOf(limit.take('first'))).toBeDefined()
    for (let other = 0; other < 10; other += 1) await limit.take(`another ${other}`)
    expect(await refusalOf(limit.take('first'))).toBeUndefined()
  })

  it('is none with 0', async () => {
    const limit = createRateLimit({ name: 'reads', points: 0, windowMs: 60_000 })
    for (let many = 0; many < 100; many += 1) await limit.take('a')
  })

  it('never says zero seconds', () => {
    expect(refusalHeaders({ name: 'x', points: 1, windowMs: 100, leftMs: 3 })).toEqual({ 'retry-after': '1', 'ratelimit-policy': '"x";q=1;w=1', ratelimit: '"x";r=0;t=1' })
  })
})

describe('the limit of reads', () => {
  const limiting = (believesProxies: boolean) => {
    const warnings: unknown[] = []
    const limit = createRateLimit({ name: 'reads', points: 1, windowMs: 60_000 })
    const read = limitReads({ limit, exempt: networks.parse('127.0.0.0/8'), believesProxies, log: { warn: (...given: unknown[]) => void warnings.push(given) } as never })
    return { read, warnings }
  }

  it('counts households, and no front end of our own', async () => {
    const { read } = limiting(true)
    for (let many = 0; many < 3; many += 1) await read({ ip: '::ffff:127.0.0.1', headers: {} })
    await read({ ip: '2001:db8::1', headers: {} })
    expect(await refusalOf(read({ ip: '2001:db8::2', headers: {} }))).toBeDefined()
    expect(await refusalOf(read({ ip: '2001:db8:0:1::1', headers: {} }))).toBeUndefined()
  })

  it('tells the operator once of a proxy that is not believed', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.1' }
    const { read, warnings } = limiting(false)
    await read({ ip: '127.0.0.1', headers })
    await read({ ip: '127.0.0.1', headers })
    expect(warnings).toHaveLength(1)
    const believing = limiting(true)
    await believing.read({ ip: '127.0.0.1', headers })
    expect(believing.warnings).toHaveLength(0)
  })
})
