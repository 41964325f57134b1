import { describe, expect, it } from '@jest/globals'
import { isWriteConflict, noteWriteConflict, replayOnWriteConflict } from '../../../src/db/write-conflict.ts'

const conflict = () => Object.assign(new Error('Write conflict'), { code: 112 })
const labelled = () => Object.assign(new Error('aborted'), { hasErrorLabel: (label: string) => label === 'TransientTransactionError' })

describe('isWriteConflict', () => {
  it('knows the code, the label and a conflict that caused another error; nothing else', () => {
    expect([conflict(), labelled(), new Error('outer', { cause: conflict() })].map(isWriteConflict)).toEqual([true, true, true])
    expect([new Error('x'), Object.assign(new Error(), { code: 11000 }), null, 'WriteConflict', undefined].map(isWriteConflict)).toEqual([false, false, false, false, false])
  })
})

describe('replayOnWriteConflict', () => {
  it('tries again until it succeeds', async () => {
    let tried = 0
    const attempt = async () => {
      tried += 1
      if (tried < 3) throw conflict()
      return 'done'
    }
    await expect(replayOnWriteConflict({ attempt, tries: 5 })).resolves.toEqual({ result: 'done', conflicted: false })
    expect(tried).toBe(3)
  })

  it('stops after the last try: an error is thrown, a failed result is given back as conflicted', async () => {
    let tried = 0
    await expect(replayOnWriteConflict({ attempt: async () => { tried += 1; throw conflict() }, tries: 3 })).rejects.toMatchObject({ code: 112 })
    expect(tried).toBe(3)
    const answer = async () => {
      noteWriteConflict(conflict())
      return { status: 500 }
    }
    await expect(replayOnWriteConflict({ attempt: answer, failed: ({ status }) => status >= 500, tries: 2 })).resolves.toEqual({ result: { status: 500 }, conflicted: true })
  })

  it('repeats no other error, no other failure and no success after a conflict', async () => {
    const counted = <T>(answer: () => T) => {
      const calls = { n: 0 }
      return { calls, attempt: async () => { calls.n += 1; return answer() } }
    }
    const broken = counted(() => { throw new Error('broken') })
    await expect(replayOnWriteConflict({ attempt: broken.attempt, tries: 5 })).rejects.toThrow('broken')
    const failing = counted(() => ({ status: 500 }))
    await replayOnWriteConflict({ attempt: failing.attempt, failed: ({ status }) => status >= 500, tries: 5 })
    const overcome = counted(() => { noteWriteConflict(conflict()); return { status: 200 } })
    await expect(replayOnWriteConflict({ attempt: overcome.attempt, failed: ({ status }) => status >= 500, tries: 5 })).resolves.toEqual({ result: { status: 200 }, conflicted: false })
    expect([broken.calls.n, failing.calls.n, overcome.calls.n]).toEqual([1, 1, 1])
  })

  it('keeps flows apart', async () => {
    const slow = replayOnWriteConflict({ attempt: async () => { await new Promise((done) => setTimeout(done, 20)); return { status: 500 } }, failed: () => true, tries: 1 })
    await replayOnWriteConflict({ attempt: async () => noteWriteConflict(conflict()), tries: 1 })
    await expect(slow).resolves.toMatchObject({ conflicted: false })
  })
})
