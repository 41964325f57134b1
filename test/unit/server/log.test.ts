import { describe, expect, it } from '@jest/globals'
import { pino } from 'pino'
import { type Log, logOptions, withRequestId } from '../../../src/log.ts'

const logged = (write: (log: Pick<Log, 'info' | 'error'>) => void): Record<string, any> => {
  let line = ''
  write(pino(logOptions({ level: 'info' }), { write: (text: string) => { line += text } }))
  return JSON.parse(line)
}

describe('the log', () => {
  it.each([
    [{ headers: { authorization: 'JWT geheim', cookie: 'payload-token=geheim', 'set-cookie': ['geheim'] } }],
    [{ password: 'geheim', token: 'geheim' }],
    [{ req: { headers: { Authorization: 'x', authorization: 'geheim', 'x-api-key': 'geheim' } } }],
    [{ data: { user: { password: 'geheim', resetPasswordToken: 'geheim' } } }],
  ])('blots secrets out of %j', (entry) => {
    const line = logged((log) => log.info(entry, 'something'))
    expect(JSON.stringify(line)).not.toContain('geheim')
    expect(JSON.stringify(line)).toContain('[redacted]')
  })

  it('blots the password out of an address in an error', () => {
    const line = logged((log) => log.error({ err: new Error('connect mongodb://press:geheim@db.example/press failed') }, 'no'))
    expect(JSON.stringify(line)).not.toContain('geheim')
    expect(line.err.message).toBe('connect mongodb://[redacted]@db.example/press failed')
  })

  it('carries the id of the request it serves', () => {
    expect(withRequestId({ requestId: 'abc-12345', run: () => logged((log) => log.info('x')) }).requestId).toBe('abc-12345')
    expect(logged((log) => log.info('x'))).not.toHaveProperty('requestId')
  })
})
