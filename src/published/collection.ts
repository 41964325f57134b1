import type { CollectionConfig, Field } from 'payload'

/** The slug of the store's collection; on MongoDB also the name of its collection. */
export const publishedSlug = 'published'

const text = (name: string): Field => ({ name, type: 'text' })
const number = (name: string): Field => ({ name, type: 'number' })
const long = (name: string): Field => ({ name, type: 'textarea' })

const nobody = () => false

/**
 * One row per public thing. The collection only defines the row on both databases: nobody reads or writes it through Payload,
 * `store.ts` does so natively. Every index ends with the document's id, so that every order is total; never with `id`, which on
 * MongoDB is a path no document has. What belongs to lists by facet is on SQLite in a table of its own (`sqlite-schema.ts`).
 */
export const publishedCollection = ({ database }: { database: 'sqlite' | 'mongodb' }): CollectionConfig => ({
  slug: publishedSlug,
  dbName: publishedSlug,
  admin: { hidden: true },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  endpoints: false,
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  versions: false,
  fields: [
    // `kind:docId`
    { name: 'id', type: 'text', required: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'docId', type: 'text', required: true },
    text('slug'), number('number'), text('visibleFrom'), text('visibleUntil'), text('sortKey'), text('rank'),
    number('stars'), text('starsThrough'), text('changesOn'), text('gone'),
    { name: 'facets', type: 'json' },
    { name: 'refs', type: 'json' },
    // Public fields as JSON texts: the light ones, and the heavy ones apart. Texts, since they are compared and parsed, never searched.
    long('data'), long('heavy'),
    text('hash'),
    // Whether followers of changes have been told of it; the next instant at which they have to be told again.
    { name: 'announced', type: 'checkbox' },
    text('edge'),
    // When its content last changed, and when it last ceased to be public.
    text('modifiedAt'), text('withdrawnAt'),
    // SQLite: the number of the last change in commit order. MongoDB: a mark of the last change, from which a log is numbered.
    number('seq'), text('mark'),
    // Written anew by every decision, so that two of them on one row cannot both commit.
    text('decision'),
  ],
  indexes: [
    { fields: ['kind', 'slug'] },
    { fields: ['kind', 'number'] },
    { fields: ['kind', 'visibleFrom', 'docId'] },
    { fields: ['kind', 'sortKey', 'docId'] },
    { fields: ['kind', 'rank', 'docId'] },
    { fields: ['kind', 'withdrawnAt', 'docId'] },
    { fields: ['edge'] },
    { fields: ['changesOn'] },
    ...(database === 'mongodb'
      ? [{ fields: ['kind', 'facets', 'visibleFrom', 'docId'] }, { fields: ['kind', 'facets', 'sortKey', 'docId'] }, { fields: ['kind', 'facets', 'rank', 'docId'] }, { fields: ['refs'] }]
      : [{ fields: ['seq'] }]),
  ],
})
