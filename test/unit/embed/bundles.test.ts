import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBundles } from '../../../src/embed/bundles.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-press-bundles-'))
  mkdirSync(join(folder, 'built'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const version = (text: string) => {
  writeFileSync(join(folder, 'built/v1.js'), text)
  writeFileSync(join(folder, 'built/frame.js'), 'void 0\n')
  return readBundles({ built: join(folder, 'built'), kept: join(folder, 'kept') })
}

it('names the component by its content, and says the hashes that pages and policies are to name', () => {
  const { name, integrity, frame, named } = version('one')
  expect(name).toBe(`v1-${createHash('sha256').update('one').digest('hex').slice(0, 16)}.js`)
  expect([integrity, frame.hash]).toEqual([`sha384-${createHash('sha384').update('one').digest('base64')}`, `sha256-${createHash('sha256').update(frame.text).digest('base64')}`])
  expect([named(name)?.toString(), named('v1-0000000000000000.js'), named('../built/v1.js')]).toEqual(['one', null, null])
})

it('goes on giving out what earlier versions of the program had', () => {
  const first = version('one')
  const second = version('two')
  expect([second.named(first.name)?.toString(), second.named(second.name)?.toString(), second.v1.toString()]).toEqual(['one', 'two', 'two'])
  expect(readdirSync(join(folder, 'kept')).sort()).toEqual([first.name, second.name].sort())
})

it('gives out nothing that is not what its name says', () => {
  const { name } = version('one')
  writeFileSync(join(folder, 'kept', name), 'broken')
  writeFileSync(join(folder, 'kept/v1-0123456789abcdef.js'), 'planted')
  const later = version('two')
  expect([later.named(name), later.named('v1-0123456789abcdef.js')]).toEqual([null, null])
  expect(version('one').named(name)?.toString()).toBe('one')
})
