import { describe, expect, it } from '@jest/globals'
import type { Field } from 'payload'
import { collections } from '../../../collections/index.ts'
import { imageSizes } from '../../../collections/media/image-formats.ts'
import type { EnumType, PublicField, PublicFields } from '../../../collections/shared/public-definition.ts'
import { globals } from '../../../globals/index.ts'
import { answered } from '../../../src/published/answer/answered-fields.ts'
import { definitions, publicDefinitions } from '../../../src/published/kinds.ts'

/** The names of the fields of a document, through tabs, rows and other layout. */
const namesOf = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => ('name' in tab && tab.name ? [tab.name] : namesOf(tab.fields)))
    // It shows something, and holds nothing.
    if (field.type === 'ui') return []
    if ('name' in field && field.name) return [field.name]
    return 'fields' in field ? namesOf(field.fields) : []
  })

const optionsOf = (fields: readonly Field[], name: string): string[] =>
  fields.flatMap((field): string[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => optionsOf(tab.fields, name))
    if (field.type === 'select' && field.name === name) return field.options.map((option) => (typeof option === 'string' ? option : option.value))
    return 'fields' in field && !('name' in field && field.name) ? optionsOf(field.fields, name) : []
  })

const sources = [
  ...collections.map((config) => ({ slug: config.slug, fields: config.fields, builtIn: ['createdAt', 'updatedAt', ...(config.trash ? ['deletedAt'] : []), ...(config.versions && typeof config.versions === 'object' && config.versions.drafts ? ['_status'] : []), ...(config.upload ? ['filename', 'mimeType', 'filesize', 'width', 'height', 'focalX', 'focalY', 'sizes', 'thumbnailURL', 'url'] : [])] })),
  ...globals.map((config) => ({ slug: config.slug, fields: config.fields, builtIn: ['createdAt', 'updatedAt'] })),
]

const walk = (fields: PublicFields, see: (field: PublicField, path: string, type: string) => void, path = '', type = ''): void => {
  for (const [name, field] of Object.entries(fields)) {
    see(field, `${path}${name}`, type)
    if (field.type === 'object') walk(field.fields, see, `${path}${name}.`, field.name)
  }
}

describe('the public definitions', () => {
  it.each(Object.values(definitions).map((definition) => [definition.kind, definition] as const))('say of every field of a %s whether the public sees it', (_, definition) => {
    const slug = 'collection' in definition.source ? definition.source.collection : definition.source.global
    const source = sources.find((one) => one.slug === slug)
    const names = new Set([...namesOf(source?.fields ?? []), ...(source?.builtIn ?? [])])
    const said = new Set([...Object.keys(definition.fields), ...definition.internal, ...definition.covered, 'id'])
    expect([...names].filter((name) => !said.has(name))).toEqual([])
    // What is said of fields that are not there would hide a renamed one.
    expect([...definition.internal, ...definition.covered].filter((name) => !names.has(name) && name !== 'globalType')).toEqual([])
  })

  it.each([
    ['articles', 'genre', definitions.article.fields['genre']],
    ['products', 'standards', definitions.product.fields['standards']],
    ['products', 'availability', definitions.product.fields['availability']],
    ['producers', 'kind', definitions.producer.fields['kind']],
    ['legal-documents', 'type', definitions.legalDocument.fields['type']],
    ['legal-documents', 'level', definitions.legalDocument.fields['level']],
    ['administrative-units', 'kind', definitions.administrativeUnit.fields['kind']],
    ['administrative-units', 'level', definitions.administrativeUnit.fields['level']],
    ['product-groups', 'level', definitions.productGroup.fields['level']],
    ['partner-brands', 'rel', definitions.partnerBrand.fields['rel']],
  ])('have for %s.%s the values that can be chosen', (slug, name, field) => {
    const options = optionsOf(sources.find((one) => one.slug === slug)?.fields ?? [], name)
    expect(Object.keys((field as EnumType).values).sort()).toEqual([...options].sort())
    expect(options.length).toBeGreaterThan(0)
  })

  it('answer every field they mark as answered', () => {
    for (const { kind, fields } of publicDefinitions) {
      walk(fields, (field, path, type) => {
        if (field.answered) expect(() => answered({ type: type || kind, name: path.split('.').at(-1) ?? '' })).not.toThrow()
      })
    }
  })

  it('give the same name to the same enumeration or object only', () => {
    const shapes = new Map<string, string>()
    for (const { fields } of publicDefinitions) {
      walk(fields, (field) => {
        if (field.type !== 'enum' && field.type !== 'object') return
        const shape = JSON.stringify(field.type === 'enum' ? Object.keys(field.values) : Object.keys(field.fields))
        expect([field.name, shapes.get(field.name) ?? shape]).toEqual([field.name, shape])
        shapes.set(field.name, shape)
      })
    }
  })

  it('know every prepared size of an image', () => {
    expect(imageSizes.map(({ name }) => name).sort()).toEqual(['card', 'hero', 'social', 'square', 'standard', 'thumbnail', 'wide'])
  })
})
