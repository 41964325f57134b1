import { index, integer, primaryKey, sqliteTable, text } from '@payloadcms/db-sqlite/drizzle/sqlite-core'

/**
 * Which rows carry which facet, with all that a list by facet asks, in each of the three orders. (A text table of Payload's, or
 * the JSON of the row, would be walked from the newest row on until enough rows match.)
 */
export const publishedFacets = sqliteTable('published_facets', {
  kind: text('kind').notNull(),
  facet: text('facet').notNull(),
  visibleFrom: text('visible_from').notNull(),
  docId: text('doc_id').notNull(),
  sortKey: text('sort_key').notNull(),
  rank: text('rank').notNull(),
  visibleUntil: text('visible_until').notNull(),
  stars: integer('stars'),
  starsThrough: text('stars_through'),
}, (t) => [
  primaryKey({ columns: [t.kind, t.facet, t.visibleFrom, t.docId] }),
  index('published_facets_name_idx').on(t.kind, t.facet, t.sortKey, t.docId),
  index('published_facets_rank_idx').on(t.kind, t.facet, t.rank, t.docId),
  index('published_facets_doc_idx').on(t.docId, t.kind),
])

/** Which rows need which others: what keeps a document from being deleted while something published refers to it. */
export const publishedRefs = sqliteTable('published_refs', {
  target: text('target').notNull(),
  id: text('id').notNull(),
}, (t) => [primaryKey({ columns: [t.target, t.id] }), index('published_refs_id_idx').on(t.id)])

/** One row: the number of the last change. Written in the transaction of the change, so that numbers follow commits. */
export const publishedSeq = sqliteTable('published_seq', {
  one: integer('one').primaryKey(),
  value: integer('value').notNull(),
})

const tables = { published_facets: publishedFacets, published_refs: publishedRefs, published_seq: publishedSeq }

/** For the adapter's `afterSchemaInit`: the tables beside `published`, so that migrations are written for them too. */
export const addPublishedTables = <S extends { tables: Record<string, unknown> }>({ schema }: { schema: S }): S => {
  Object.assign(schema.tables, tables)
  return schema
}
