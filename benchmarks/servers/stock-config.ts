// Stock Payload with the least model that gives the same answers: no drafts, no versions, no hooks, no access rules but "everybody may read".
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, type CollectionConfig, type CollectionSlug, type Field } from 'payload'

const everybody = () => true
const collection = (slug: string, fields: Field[]): CollectionConfig => ({ slug, access: { read: everybody }, versions: false, lockDocuments: false, fields: [{ name: 'slug', type: 'text', unique: true, index: true, required: true }, ...fields] })
const name: Field = { name: 'name', type: 'text', required: true }
const publishedAt: Field = { name: 'publishedAt', type: 'date', index: true }

const database = async ({ url }: { url: string }) => {
  if (url.startsWith('file:')) {
    const { sqliteAdapter } = await import('@payloadcms/db-sqlite')
    return sqliteAdapter({ client: { url }, wal: true, idType: 'uuid', push: true, transactionOptions: false })
  }
  const { mongooseAdapter } = await import('@payloadcms/db-mongodb')
  // Only filling it writes, and a transaction meets the making of the indexes there.
  return mongooseAdapter({ url, transactionOptions: false })
}

/** The configuration on a database of either kind. */
export const stockConfig = async ({ databaseUrl, secret }: { databaseUrl: string; secret: string }) => buildConfig({
  secret,
  db: await database({ url: databaseUrl }),
  editor: lexicalEditor(),
  collections: [
    collection('categories', [name]),
    collection('authors', [name]),
    collection('brands', [name]),
    collection('producers', [name]),
    collection('products', [
      name, { name: 'summary', type: 'textarea' }, publishedAt,
      // Not a collection of the program, whose types these are.
      { name: 'brand', type: 'relationship', relationTo: 'brands' as CollectionSlug },
      { name: 'producer', type: 'relationship', relationTo: 'producers' },
      { name: 'stars', type: 'number', index: true }, { name: 'starsThrough', type: 'text', index: true },
      { name: 'certificates', type: 'array', fields: [{ name: 'stars', type: 'number' }, { name: 'score', type: 'number' }, { name: 'kind', type: 'text' }, { name: 'issuedDay', type: 'text' }, { name: 'lastDay', type: 'text' }, { name: 'authorityName', type: 'text' }] },
    ]),
    collection('articles', [
      { name: 'title', type: 'text', required: true }, { name: 'lead', type: 'textarea' }, publishedAt,
      { name: 'category', type: 'relationship', relationTo: 'categories', index: true },
      { name: 'author', type: 'relationship', relationTo: 'authors' },
      { name: 'related', type: 'relationship', relationTo: 'articles', hasMany: true },
      { name: 'body', type: 'richText' },
    ]),
  ],
  telemetry: false,
  typescript: { autoGenerate: false },
})
