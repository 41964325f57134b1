import { describe, expect, it } from '@jest/globals'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings, settings, settingsTable } from '../../../src/env.ts'
import { SettingsError } from '../../../src/setting-types.ts'

const secret = 'k3Jw9sQ0zX7vB2nM5tR8yU1iO4pL6aDf'
const production = { NODE_ENV: 'production', PAYLOAD_SECRET: secret }
const replicaSet = 'mongodb://one,two/press?replicaSet=rs0'

const problemsOf = (source: Record<string, string>): readonly string[] => {
  try {
    readSettings(source)
  } catch (error) {
    if (error instanceof SettingsError) return error.problems
    throw error
  }
  return []
}

describe('settings', () => {
  it('have defaults that start a newspaper on this machine', () => {
    const env = readSettings({})
    expect(env).toMatchObject({ PORT: 3000, ROLE: 'all', PUBLIC_ORIGIN: 'http://localhost:3000', SITE_URL: 'http://localhost:3000', SEED: 'demo', databaseKind: 'sqlite', secureCookies: false, isLocal: true })
    expect(env.DATABASE_URL).toBe('file:./data/ocop-press.db')
    expect(env.UPLOAD_DIR).toBe(join(process.cwd(), 'data/uploads'))
  })

  it('follow from each other: the origin from the port, the database and the uploads from the folder', () => {
    const env = readSettings({ PORT: '8080', DATA_DIR: '/srv/press' })
    expect(env).toMatchObject({ PUBLIC_ORIGIN: 'http://localhost:8080', DATABASE_URL: 'file:/srv/press/ocop-press.db', UPLOAD_DIR: '/srv/press/uploads' })
    expect(readSettings({ PUBLIC_ORIGIN: 'https://press.example.vn/' })).toMatchObject({ PUBLIC_ORIGIN: 'https://press.example.vn', SITE_URL: 'https://press.example.vn', secureCookies: true, isLocal: false })
  })

  it('count every name of this machine as its own while the origin is local', () => {
    expect(readSettings({ PORT: '8080' }).allOrigins).toEqual(['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080'])
    expect(readSettings({ PUBLIC_ORIGIN: 'https://press.example.vn', EXTRA_ORIGINS: 'http://press.internal' }).allOrigins).toEqual(['https://press.example.vn', 'http://press.internal'])
  })

  it('take an empty variable for none', () => {
    expect(readSettings({ PORT: '', ROLE: ' ' })).toMatchObject({ PORT: 3000, ROLE: 'all' })
  })

  it.each([
    ['JSON_LIMIT', '512kb', 524_288],
    ['UPLOAD_LIMIT', '1.5MB', 1_572_864],
    ['REQUEST_TIMEOUT', '500ms', 500],
    ['SHUTDOWN_TIMEOUT', '2m', 120_000],
    ['TRUST_PROXY', 'none', false],
    ['TRUST_PROXY', '2', 2],
    ['TRUST_PROXY', 'loopback, 10.0.0.0/8', ['loopback', '10.0.0.0/8']],
    ['EXTRA_ORIGINS', 'http://a.example, https://b.example:8443/', ['http://a.example', 'https://b.example:8443']],
    ['CORS_ORIGINS', '*', ['*']],
    ['WEBHOOK_ALLOW', '127.0.0.1:8080, Thu.example:443', ['127.0.0.1:8080', 'thu.example:443']],
    ['PORT', '0', 0],
  ] as const)('%s=%s is read as %j', (name, text, value) => {
    expect(readSettings({ [name]: text })[name]).toEqual(value)
  })

  it.each([
    ['PORT', '70000', /PORT: "70000" is not a port: write a whole number from 0 to 65535/],
    ['ROLE', 'web', /ROLE: "web" is not known: write one of all, api, admin, worker/],
    ['JSON_LIMIT', '1000', /JSON_LIMIT: "1000" is not a size: write a number and b, kb, mb or gb/],
    ['REQUEST_TIMEOUT', 'soon', /REQUEST_TIMEOUT: "soon" is not a duration/],
    ['PUBLIC_ORIGIN', 'press.example.vn', /PUBLIC_ORIGIN: "press.example.vn" is not an origin/],
    ['PUBLIC_ORIGIN', 'https://press.example.vn/admin', /and no path/],
    ['EXTRA_ORIGINS', 'https://a.example,b', /EXTRA_ORIGINS: .* holds "b", which is not an origin/],
    ['DATABASE_URL', 'postgres://x', /DATABASE_URL: the value names no database/],
    ['ADMIN_EMAIL', 'someone', /ADMIN_EMAIL: "someone" is not an e-mail address/],
    ['ADMIN_PASSWORD', 'short', /ADMIN_PASSWORD: the value is too short/],
  ])('%s=%s is refused in words', (name, text, message) => {
    expect(problemsOf({ [name]: text }).join('\n')).toMatch(message)
  })

  it('name everything that is wrong at once, and repeat no secret', () => {
    expect(problemsOf({ PORT: 'x', ROLE: 'y' })).toHaveLength(2)
    expect(problemsOf({ ADMIN_PASSWORD: 'geheim' }).join()).not.toContain('geheim')
    expect(problemsOf({ DATABASE_URL: 'mysql://u:geheim@h/d' }).join()).not.toContain('geheim')
  })
})

describe('production', () => {
  it.each([
    ['a short secret', { PAYLOAD_SECRET: 'short' }, /PAYLOAD_SECRET can be guessed/],
    ['a monotonous secret', { PAYLOAD_SECRET: 'a'.repeat(64) }, /PAYLOAD_SECRET can be guessed/],
    ['an example for a secret', { PAYLOAD_SECRET: 'please-change-me-0123456789-abcdefgh' }, /PAYLOAD_SECRET can be guessed/],
    ['MongoDB without a secret', { PAYLOAD_SECRET: '', DATABASE_URL: replicaSet }, /PAYLOAD_SECRET is missing/],
    ['MongoDB without transactions', { DATABASE_URL: 'mongodb://one/press' }, /names no replica set/],
    ['SQLite with several processes', { ROLE: 'api' }, /ROLE must be all with SQLite/],
    ['a staff API open to every page', { CORS_ORIGINS: '*' }, /CORS_ORIGINS is \*/],
    ['messages to private addresses', { WEBHOOK_ALLOW: '127.0.0.1:8080' }, /WEBHOOK_ALLOW lets messages/],
  ])('refuses %s', (_, source, message) => {
    expect(problemsOf({ ...production, ...source }).join('\n')).toMatch(message)
    expect(problemsOf({ ...source, NODE_ENV: 'development' })).toEqual([])
  })

  it('accepts what is safe, and warns of an origin without https', () => {
    expect(readSettings(production).warnings).toEqual([])
    expect(readSettings({ ...production, DATABASE_URL: replicaSet, ROLE: 'worker' }).databaseKind).toBe('mongodb')
    expect(readSettings({ ...production, PUBLIC_ORIGIN: 'http://press.example.vn' }).warnings.join()).toMatch(/not https/)
    expect(readSettings({ ...production, PUBLIC_ORIGIN: 'https://press.example.vn' }).warnings).toEqual([])
  })
})

describe('the embedded secret', () => {
  it('is made once, long and for the owner alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ocop-press-secret-'))
    const first = readSettings({ NODE_ENV: 'production', DATA_DIR: folder }).PAYLOAD_SECRET
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(readSettings({ NODE_ENV: 'production', DATA_DIR: folder }).PAYLOAD_SECRET).toBe(first)
    expect(readFileSync(join(folder, 'secret'), 'utf8').trim()).toBe(first)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('is not made by a build', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'ocop-press-secret-')), 'never')
    expect(readSettings({ NODE_ENV: 'production', DATA_DIR: folder, NEXT_PHASE: 'phase-production-build' }).PAYLOAD_SECRET).not.toBe('')
    expect(() => statSync(folder)).toThrow('ENOENT')
  })
})

describe('the table of settings', () => {
  it('has a line with a description for each, and stands in the operations manual', () => {
    const table = settingsTable()
    for (const [name, { description }] of Object.entries(settings)) {
      expect(table).toContain(`| \`${name}\` |`)
      expect(description.length).toBeGreaterThan(20)
    }
    expect(readFileSync('docs/operations.md', 'utf8')).toContain(table)
  })
})
