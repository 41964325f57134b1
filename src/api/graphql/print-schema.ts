import { lexicographicSortSchema, printSchema } from 'graphql'
import { createSchema } from './schema.ts'

/** The schema as SDL, in an order that does not depend on that of the definitions. */
export const printPublicSchema = (): string => `${printSchema(lexicographicSortSchema(createSchema()))}\n`
