import { describe, expect, it } from '@jest/globals'
import { viewedIn } from '../../../src/server/routes/views.ts'

const problemOf = (text: string): Record<string, unknown> => {
  try {
    viewedIn(text)
  } catch (error) {
    return (error as { problem: Record<string, unknown> }).problem
  }
  return {}
}

describe('what is reported as read', () => {
  it('is a kind and an id', () => {
    expect(viewedIn('{"kind":"product","id":"0199f3c2-7d41-7c3a-9b1e-2f6a5d8c4e10"}')).toEqual({ kind: 'product', id: '0199f3c2-7d41-7c3a-9b1e-2f6a5d8c4e10' })
  })

  it.each<[string, string | undefined]>([
    ['', undefined], ['{', undefined], ['"article"', undefined], ['null', undefined], ['[]', undefined], ['{}', 'kind'],
    ['{"kind":"author","id":"a"}', 'kind'], ['{"kind":["article"],"id":"a"}', 'kind'], ['{"kind":"article"}', 'id'], ['{"kind":"article","id":7}', 'id'], ['{"kind":"article","id":""}', 'id'],
    ['{"kind":"article","id":"a:b"}', 'id'], ['{"kind":"article","id":"$ne"}', 'id'], [`{"kind":"article","id":"${'a'.repeat(65)}"}`, 'id'], ['{"kind":"article","id":"a","times":9}', 'times'],
  ])('is refused with what is wrong: %s', (text, parameter) => {
    expect(problemOf(text)).toMatchObject({ status: 400, code: 'BAD_REQUEST', detail: expect.stringMatching(/\S/), ...(parameter ? { parameter } : {}) })
  })
})
