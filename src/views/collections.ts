import type { CollectionConfig, Field } from 'payload'

/** The names of the tables, and on MongoDB of the collections. */
export const viewTables = { buckets: 'view_buckets', totals: 'view_totals', notes: 'view_notes' } as const

const nobody = () => false
const text = (name: string): Field => ({ name, type: 'text' })
const number = (name: string): Field => ({ name, type: 'number' })

const hidden = ({ table, fields, indexes = [] }: { table: string; fields: Field[]; indexes?: CollectionConfig['indexes'] }): CollectionConfig => ({
  slug: table.replace('_', '-'),
  dbName: table,
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  endpoints: false,
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  versions: false,
  fields: [{ name: 'id', type: 'text', required: true }, ...fields],
  indexes,
})

/**
 * Where views are counted. The collections only define rows and indexes on both databases; `view-rows.ts` reads and writes them natively.
 * Buckets hold what was read when, totals the sums of each window in which they stand, so that a ranking is the beginning of an index
 * however much was read; notes hold the rankings and which flush of a process was the last.
 */
export const viewCollections: CollectionConfig[] = [
  hidden({
    table: viewTables.buckets,
    fields: [text('kind'), text('docId'), text('span'), text('period'), number('views'), text('leaves')],
    indexes: [{ fields: ['leaves'] }],
  }),
  hidden({
    table: viewTables.totals,
    // `newest`: the beginning of its visibility, by which equal numbers are ordered.
    fields: [text('kind'), text('docId'), text('newest'), number('day'), number('week'), number('month')],
    indexes: (['day', 'week', 'month'] as const).map((window) => ({ fields: ['kind', window, 'newest', 'docId'] })),
  }),
  hidden({ table: viewTables.notes, fields: [{ name: 'value', type: 'textarea' }, text('at')] }),
]
