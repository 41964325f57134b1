import { describe, expect, it } from '@jest/globals'
import { SettingsError } from '../../../src/setting-types.ts'
import { AdminNotBuiltError } from '../../../src/server/admin-handler.ts'
import { explainFailure } from '../../../src/server/explain-failure.ts'

const failure = (message: string, extra: object = {}) => Object.assign(new Error(message), extra)

describe('a failed start', () => {
  it.each([
    [failure('listen EADDRINUSE', { code: 'EADDRINUSE', port: 3000 }), /^Port 3000 is taken by another program: .* PORT\.$/],
    [failure('listen EACCES', { code: 'EACCES', port: 80 }), /^Port 80 may not be taken by this user/],
    [failure('open', { code: 'EACCES', path: '/srv/data/secret' }), /^\/srv\/data\/secret may not be written/],
    [failure('Error: cannot connect to MongoDB: Error: cannot connect to MongoDB. Details: connect ECONNREFUSED 127.0.0.1:1'), /^The database \(MongoDB\) cannot be opened: connect ECONNREFUSED 127\.0\.0\.1:1\. Check DATABASE_URL/],
    [failure('Error: cannot connect to SQLite: ConnectionFailed("Unable to open")'), /^The database \(SQLite\) cannot be opened: ConnectionFailed\("Unable to open"\)\. Check DATABASE_URL/],
    [new SettingsError(['PORT: wrong']), /cannot start with these settings:\n {2}- PORT: wrong$/],
    [new AdminNotBuiltError(), /has not been built: run `npm start`/],
  ])('is explained in one sentence: %s', (error, sentence) => {
    expect(explainFailure(error)).toMatch(sentence)
  })

  it('of an unknown kind is left to speak for itself', () => {
    expect(explainFailure(new TypeError('x is not a function'))).toBeUndefined()
    expect(explainFailure(undefined)).toBeUndefined()
  })
})
