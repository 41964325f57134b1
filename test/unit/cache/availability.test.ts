import { describe, expect, it } from '@jest/globals'
import { createAvailability, PROOF_MS } from '../../../src/cache/availability.ts'

const START = Date.parse('2026-08-01T00:00:00.000Z')

/** A process whose clocks stand until they are moved: the monotonic one by `pass`, the project's clock by `set` as well. */
const process = (options: { proofMs?: number } = {}) => {
  let monotonic = 1_000
  let wall = START
  const availability = createAvailability({ monotonic: () => monotonic, clock: () => wall, ...options })
  return {
    availability,
    pass: (ms: number) => {
      monotonic += ms
      wall += ms
    },
    set: (ms: number) => { wall = ms },
    monotonic: () => monotonic,
  }
}

describe('what a process can vouch for', () => {
  it('is everything while it is told that it hears', () => {
    const { availability, pass } = process()
    for (let n = 0; n < 20; n++) {
      pass(PROOF_MS - 1)
      availability.mark({ reachable: true, hearing: true })
      expect(availability.staleSince).toBe(null)
    }
  })

  it('is nothing after 5 s without a proof, by itself, and dates from the last proof', () => {
    const { availability, pass } = process()
    pass(700)
    availability.mark({ hearing: true })
    pass(PROOF_MS)
    expect([availability.hearing, availability.staleSince]).toEqual([true, null])
    pass(1)
    expect([availability.hearing, availability.staleSince]).toEqual([false, START + 700])
    pass(60_000)
    expect(availability.staleSince).toBe(START + 700)
    expect(availability.reachable).toBe(true)
    availability.mark({ hearing: true })
    expect([availability.hearing, availability.staleSince]).toEqual([true, null])
  })

  it('reaches as far as the proof, not as far as its arrival', () => {
    const { availability, pass, monotonic } = process()
    pass(10_000)
    availability.mark({ hearing: true, asOf: monotonic() - PROOF_MS - 1 })
    expect(availability.hearing).toBe(false)
    availability.mark({ hearing: true, asOf: monotonic() - 100 })
    // An older one that comes later takes nothing back.
    availability.mark({ hearing: true, asOf: monotonic() - 4_000 })
    pass(PROOF_MS - 100)
    expect(availability.hearing).toBe(true)
    pass(1)
    expect(availability.hearing).toBe(false)
  })

  it('is nothing while the database does not answer, at once, and everything when it does again', () => {
    const { availability, pass } = process()
    availability.mark({ reachable: true, hearing: true })
    pass(1_000)
    availability.mark({ reachable: false })
    expect([availability.reachable, availability.hearing, availability.staleSince]).toEqual([false, true, START])
    pass(1_000)
    availability.mark({ reachable: true, hearing: true })
    expect([availability.reachable, availability.staleSince]).toEqual([true, null])
  })

  it('does not depend on a clock that is moved, but the age of what is stale does', () => {
    const { availability, pass, set } = process()
    availability.mark({ hearing: true })
    set(START + 365 * 86_400_000)
    expect(availability.staleSince).toBe(null)
    set(START)
    pass(PROOF_MS + 1)
    expect(availability.staleSince).toBe(START)
    set(START + 2 * 3_600_000)
    expect(availability.staleSince).toBe(START)
  })

  it('never runs out in a process that has its database to itself', () => {
    const { availability, pass } = process({ proofMs: Infinity })
    pass(3_600_000)
    expect([availability.hearing, availability.staleSince]).toEqual([true, null])
    availability.mark({ reachable: true, hearing: true })
    pass(500)
    availability.mark({ reachable: false })
    expect(availability.staleSince).toBe(START + 3_600_000)
  })
})
