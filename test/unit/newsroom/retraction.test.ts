import { describe, expect, it } from '@jest/globals'
import { retractionProblem } from '../../../src/newsroom/retraction.ts'

const at = '2026-11-01T00:00:00.000Z'

describe('retractionProblem', () => {
  it('wants a reason', () => {
    expect(retractionProblem({ before: null, after: { at }, mayLift: true })?.path).toBe('retraction.reason')
    expect(retractionProblem({ before: null, after: { at, reason: 'legal' }, mayLift: false })).toBeNull()
  })

  it('lets only those lift it who may, and with a reason', () => {
    const before = { at, reason: 'legal' }
    expect(retractionProblem({ before, after: null, mayLift: false })?.path).toBe('retraction.at')
    expect(retractionProblem({ before, after: { at: null, liftedReason: ' ' }, mayLift: true })?.path).toBe('retraction.liftedReason')
    expect(retractionProblem({ before, after: { at: null, liftedReason: 'Đã xác minh.' }, mayLift: true })).toBeNull()
  })

  it('has nothing against an article that was never retracted', () => {
    expect(retractionProblem({ before: null, after: null, mayLift: false })).toBeNull()
    expect(retractionProblem({ before: {}, after: {}, mayLift: false })).toBeNull()
  })
})
