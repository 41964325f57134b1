import type { CollectionConfig } from 'payload'
import { deniedToAll } from '../shared/access/predicates.ts'
import { collectionLabels } from '../shared/label.ts'

/** The last number given in each sequence. Only `src/db/next-number.ts` touches it. */
export const counters: CollectionConfig = {
  slug: 'counters',
  labels: collectionLabels({ vi: 'Bộ đếm', en: ['Counter', 'Counters'] }),
  access: deniedToAll,
  admin: { hidden: true },
  graphQL: false,
  timestamps: false,
  versions: false,
  lockDocuments: false,
  endpoints: false,
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'value', type: 'number', required: true },
  ],
}
