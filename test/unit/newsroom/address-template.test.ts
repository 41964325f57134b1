import { describe, expect, it } from '@jest/globals'
import { addressedKinds, addressTemplateProblem, defaultAddressTemplates } from '../../../src/newsroom/address-template.ts'

describe('addressTemplateProblem', () => {
  it('finds nothing wrong with the addresses of a new site, of which no two are the same', () => {
    expect(addressedKinds.map((kind) => addressTemplateProblem({ kind, template: defaultAddressTemplates[kind] }))).toEqual(addressedKinds.map(() => null))
    expect(new Set(Object.values(defaultAddressTemplates)).size).toBe(addressedKinds.length)
  })

  it.each([
    ['article', '{slug}', /slash/], ['article', '//{slug}', /slash/], ['article', '/bai-viet', /holds/], ['article', '/{path}/{slug}', /\{path\}/], ['author', '/{number}', /\{number\}/],
    ['topic', '/chu de/{slug}', /Besides/], ['topic', '/{slug}?x=1', /Besides/], ['topic', '/{}/{slug}', /cannot be used/],
  ] as const)('%s %s is refused', (kind, template, message) => {
    expect(addressTemplateProblem({ kind, template })?.en).toMatch(message)
  })
})
