import { describe, expect, it } from '@jest/globals'
import { buildSchema, findBreakingChanges, isEnumType, isInputObjectType, isNonNullType, isObjectType, isSpecifiedScalarType, validateSchema } from 'graphql'
import { englishOf } from '../../../../collections/shared/public-definition.ts'
import { enumName, typeName } from '../../../../src/api/graphql/names.ts'
import { printPublicSchema } from '../../../../src/api/graphql/print-schema.ts'
import { createSchema } from '../../../../src/api/graphql/schema.ts'
import { typeDocs } from '../../../../src/api/graphql/type-docs.ts'
import { isSingleton, publicDefinitions } from '../../../../src/published/kinds.ts'

const schema = createSchema()
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
const query = schema.getQueryType()?.getFields() ?? {}
const fieldsOf = (name: string) => {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`${name} is not an object type`)
  return type.getFields()
}

describe('the schema', () => {
  it('is a valid one and can only be read', () => {
    expect(validateSchema(schema)).toEqual([])
    expect([schema.getMutationType(), schema.getSubscriptionType()]).toEqual([undefined, undefined])
  })

  it('describes every type, field, argument and value', () => {
    const silent = types.flatMap((type) => [
      ...(type.description ? [] : [type.name]),
      ...(isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()).filter(({ description }) => !description).map(({ name }) => `${type.name}.${name}`) : []),
      ...(isObjectType(type) ? Object.values(type.getFields()).flatMap(({ name, args }) => args.filter(({ description }) => !description).map((arg) => `${type.name}.${name}(${arg.name})`)) : []),
      ...(isEnumType(type) ? type.getValues().filter(({ description }) => !description).map(({ name }) => `${type.name}.${name}`) : []),
    ])
    expect(silent).toEqual([])
  })

  it('has descriptions only for what it has', () => {
    expect(Object.keys(typeDocs).filter((name) => !schema.getType(name))).toEqual([])
  })

  it.each(publicDefinitions.map((definition) => [definition.kind, definition] as const))('has %s as it is defined', (kind, definition) => {
    const fields = fieldsOf(typeName(kind))
    expect(Object.keys(fields)).toEqual(Object.keys(definition.fields))
    expect(schema.getType(typeName(kind))?.description).toBe(englishOf(definition.doc))
    for (const [name, { required, list, args }] of Object.entries(definition.fields)) {
      const field = fields[name]
      expect({ name, nonNull: isNonNullType(field?.type), args: field?.args.map((arg) => arg.name) }).toEqual({ name, nonNull: Boolean(required || list), args: Object.keys(args ?? {}) })
    }
    if (isSingleton(definition)) {
      expect(String(query[kind]?.type)).toBe(typeName(kind))
      return
    }
    expect([String(query[kind]?.type), query[kind]?.args.map(({ name }) => name)]).toEqual([typeName(kind), definition.lookups])
    expect(String(query[definition.plural]?.type)).toBe(`${typeName(kind)}Connection!`)
    expect(query[definition.plural]?.args.map(({ name }) => name).filter((name) => name !== 'filter')).toEqual(['sort', 'first', 'after'])
    const filter = schema.getType(`${typeName(kind)}Filter`)
    expect(isInputObjectType(filter) ? Object.keys(filter.getFields()) : []).toEqual(Object.keys(definition.filters))
  })

  it('writes lists without nulls in them', () => {
    const nullable = types.filter(isObjectType).flatMap((type) => Object.values(type.getFields()).map((field) => `${type.name}.${field.name}: ${String(field.type)}`)).filter((line) => /\[\w+\]|\]$/.test(line))
    expect(nullable).toEqual([])
  })

  it('is printed so that it can be read back as the same', () => {
    const printed = printPublicSchema()
    expect(printPublicSchema()).toBe(printed)
    expect([...findBreakingChanges(schema, buildSchema(printed)), ...findBreakingChanges(buildSchema(printed), schema)]).toEqual([])
  })
})

describe('the name of a value', () => {
  it.each([['in-force', 'IN_FORCE'], ['publishedAt-asc', 'PUBLISHED_AT_ASC'], ['26/2026', 'V26_2026'], ['iso-22000', 'ISO_22000'], ['ads', 'ADS']])('%s is %s', (value, name) => {
    expect(enumName(value)).toBe(name)
  })

  it('stands for what is stored', () => {
    const genre = schema.getType('ArticleGenre')
    expect(isEnumType(genre) && genre.getValue('E_MAGAZINE')?.value).toBe('e-magazine')
  })
})
