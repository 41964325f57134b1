import type { CollectionConfig } from 'payload'

/** The slug of the outbox's collection; on MongoDB also the name of its collection. */
export const outboxSlug = 'outbox'

const nobody = () => false

/**
 * What has to be told to others: a row is written in the transaction of the change it tells of, and a worker delivers it. The collection
 * only defines the row on both databases: `rows.ts` reads and writes it natively.
 */
export const outboxCollection: CollectionConfig = {
  slug: outboxSlug,
  dbName: outboxSlug,
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  endpoints: false,
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  versions: false,
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'topic', type: 'text', required: true },
    // What belongs together: one delivery of a key goes on at a time.
    { name: 'key', type: 'text', required: true },
    { name: 'body', type: 'textarea', required: true },
    { name: 'created', type: 'text', required: true },
    // How often a delivery was begun.
    { name: 'attempts', type: 'number', required: true },
    // The instant from which a worker may take it; while one has it, the end of its lease. Null: nobody may any more.
    { name: 'due', type: 'text' },
    // The worker that has it.
    { name: 'holder', type: 'text' },
    { name: 'state', type: 'text', required: true },
    { name: 'error', type: 'textarea' },
    { name: 'removeAt', type: 'text' },
  ],
  indexes: [{ fields: ['topic', 'due', 'key'] }, { fields: ['topic', 'key', 'due'] }, { fields: ['removeAt'] }],
}
