import type { CollectionConfig } from 'payload'

/** The name of the table, and on MongoDB of the collection. */
export const usageTable = 'partner_usage'

const nobody = () => false
const text = (name: string) => ({ name, type: 'text' as const })
const number = (name: string) => ({ name, type: 'number' as const })

/** What partner sites have asked: a row per day, key, feed and format. It only defines the table on both databases; `usage-rows.ts` reads and writes it natively. */
export const partnerCollections: CollectionConfig[] = [{
  slug: 'partner-usage',
  dbName: usageTable,
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  endpoints: false,
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  versions: false,
  fields: [{ name: 'id', type: 'text', required: true }, text('partner'), text('day'), text('shown'), text('feed'), text('format'), number('requests'), number('errors'), text('lastSeen')],
  indexes: [{ fields: ['partner', 'day'] }, { fields: ['day'] }],
}]
