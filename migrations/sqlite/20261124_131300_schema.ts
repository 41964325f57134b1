import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`published\` ADD \`modified_at\` text;`)
  await db.run(sql`ALTER TABLE \`published\` ADD \`withdrawn_at\` text;`)
  await db.run(sql`CREATE INDEX \`kind_withdrawnAt_docId_idx\` ON \`published\` (\`kind\`,\`withdrawn_at\`,\`doc_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`kind_withdrawnAt_docId_idx\`;`)
  await db.run(sql`ALTER TABLE \`published\` DROP COLUMN \`modified_at\`;`)
  await db.run(sql`ALTER TABLE \`published\` DROP COLUMN \`withdrawn_at\`;`)
}
