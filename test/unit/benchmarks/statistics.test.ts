import { describe, expect, it } from '@jest/globals'
import { median, percentile, ratios, reaches, spreadOf } from '../../../benchmarks/measure/statistics.ts'
import { type Row, tableOf, verdictOf } from '../../../benchmarks/measure/table.ts'
import { expectations } from '../../../benchmarks/load/expectations.ts'
import { headOf, isChunkedEnd, wireOf } from '../../../benchmarks/load/message.ts'

const row: Row = { stage: 'hits', what: 'stored GET', measured: { median: 0.87, min: 0.8, max: 0.9 }, unit: 'percent', mark: { atLeast: 0.85 }, note: 'x' }

describe('statistics of the benchmark', () => {
  it('takes the middle, of an even number the mean of both', () => {
    expect(median([5, 1, 3])).toBe(3)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([])).toBeNaN()
  })

  it('leaves the list as it was', () => {
    const values = [3, 1, 2]
    median(values)
    percentile(values, 0.5)
    expect(values).toEqual([3, 1, 2])
  })

  it('takes the smallest value that so many do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(hundred, 1)]).toEqual([50, 99, 100])
    expect(percentile([7], 0.99)).toBe(7)
    expect(percentile([], 0.5)).toBeNaN()
  })

  it('compares pair by pair, not in all', () => {
    expect(spreadOf(ratios([{ ours: 90, theirs: 100 }, { ours: 8, theirs: 10 }, { ours: 300, theirs: 300 }]))).toEqual({ median: 0.9, min: 0.8, max: 1 })
  })

  it('holds a value against a mark from either side', () => {
    expect([reaches(0.85, { atLeast: 0.85 }), reaches(0.84, { atLeast: 0.85 }), reaches(4, { atMost: 4 }), reaches(4.1, { atMost: 4 }), reaches(NaN, { atMost: 4 })]).toEqual([true, false, true, false, false])
  })
})

describe('table of the benchmark', () => {
  it('says median, spread, mark and verdict', () => {
    const [head, rule, line] = tableOf([row]).split('\n')
    expect(head).toMatch(/^\| stage +\| what +\| median \| spread +\| mark +\| +\| note \|$/)
    expect(rule).toMatch(/^[| -]+$/)
    expect(line).toBe('| hits  | stored GET | 87 %   | 80 % – 90 % | ≥ 85 % | reached | x    |')
  })

  it('does not call missed what has no mark, nor reached what was not measured', () => {
    expect(verdictOf({ ...row, mark: undefined } as unknown as Row)).toBe('')
    expect(verdictOf({ ...row, measured: { median: 0.8, min: 0.8, max: 0.8 } })).toBe('MISSED')
    expect(verdictOf({ ...row, measured: { median: NaN, min: NaN, max: NaN } })).toBe('not measured')
  })

  it('leaves out the spread of a single measurement', () => {
    expect(tableOf([{ ...row, measured: { median: 0.9, min: 0.9, max: 0.9 } }])).not.toContain('–')
  })
})

describe('answers held against acknowledged saves', () => {
  const of = [
    { letter: 'A', shown: 'every' as const, method: 'PATCH' as const, path: '', body: '', questions: [0] },
    { letter: 'N', shown: 'newest' as const, method: 'POST' as const, path: '', body: '', questions: [0] },
  ]
  const staleAfter = (text: string, acknowledged: number[]): number => {
    const expected = expectations({ of, acknowledged })
    expected.check({ index: 0, answer: Buffer.from(text), floor: expected.floor(), status: 200 })
    return expected.stale()
  }

  it('finds an old number in any place, and a list without the newest', () => {
    expect(staleAfter('Sửa [A000007] … [A000007]', [7, 0])).toBe(0)
    expect(staleAfter('Sửa [A000007] … [A000004]', [7, 0])).toBe(1)
    expect(staleAfter('[N000003] [N000006]', [0, 6])).toBe(0)
    expect(staleAfter('[N000003]', [0, 6])).toBe(1)
    expect(staleAfter('nothing of it', [7, 0])).toBe(1)
  })

  it('takes newer ones, and expects nothing before a save is acknowledged', () => {
    expect(staleAfter('[A000009]', [7, 0])).toBe(0)
    expect(staleAfter('nothing of it', [0, 0])).toBe(0)
  })

  it('holds an answer against what was known when it was asked for', () => {
    const expected = expectations({ of, acknowledged: [1, 0] })
    const before = expected.floor()
    expected.acknowledge(0, 4)
    expected.check({ index: 0, answer: Buffer.from('[A000001]'), floor: before, status: 200 })
    expect(expected.stale()).toBe(0)
    expected.check({ index: 0, answer: Buffer.from('[A000001]'), floor: expected.floor(), status: 200 })
    expect(expected.stale()).toBe(1)
    expect(expected.examples()[0]).toContain('A1 after A4')
  })
})

describe('messages of the load', () => {
  it('counts the bytes of a body, not its letters', () => {
    expect(wireOf({ method: 'POST', path: '/graphql', body: 'đ' }, 'host')).toBe('POST /graphql HTTP/1.1\r\nHost: host\r\nContent-Length: 2\r\n\r\nđ')
  })

  it('finds status and end of an answer, also of one without a body and in chunks', () => {
    expect(headOf(Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 12\r\n'))).toBeNull()
    expect(headOf(Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nabc'))).toMatchObject({ status: 200, start: 39, length: 12 })
    expect(headOf(Buffer.from('HTTP/1.1 304 Not Modified\r\nETag: "x"\r\n\r\n'))).toMatchObject({ status: 304, length: 0 })
    expect(headOf(Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'))).toMatchObject({ length: 'chunked' })
    expect(isChunkedEnd(Buffer.from('3\r\nabc\r\n0\r\n\r\n'))).toBe(true)
    expect(isChunkedEnd(Buffer.from('0\r\n\r\n'))).toBe(true)
    expect(isChunkedEnd(Buffer.from('3\r\nabc\r\n'))).toBe(false)
  })

  it('refuses an answer whose end cannot be found', () => {
    expect(() => headOf(Buffer.from('HTTP/1.1 200 OK\r\n\r\nabc'))).toThrow(/end cannot be found/)
  })
})
