import type { CollectionConfig } from 'payload'

const nobody = () => false

/** What was told already: `tell-of-certificates.ts` reads and writes it. */
export const webhookNotes: CollectionConfig = {
  slug: 'webhook-notes',
  dbName: 'webhook_notes',
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  endpoints: false,
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  versions: false,
  fields: [{ name: 'id', type: 'text', required: true }, { name: 'value', type: 'textarea', required: true }],
}
