import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`view_buckets\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`doc_id\` text,
  	\`span\` text,
  	\`period\` text,
  	\`views\` numeric,
  	\`leaves\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`leaves_idx\` ON \`view_buckets\` (\`leaves\`);`)
  await db.run(sql`CREATE TABLE \`view_totals\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`doc_id\` text,
  	\`newest\` text,
  	\`day\` numeric,
  	\`week\` numeric,
  	\`month\` numeric
  );
  `)
  await db.run(sql`CREATE INDEX \`kind_day_newest_docId_idx\` ON \`view_totals\` (\`kind\`,\`day\`,\`newest\`,\`doc_id\`);`)
  await db.run(sql`CREATE INDEX \`kind_week_newest_docId_idx\` ON \`view_totals\` (\`kind\`,\`week\`,\`newest\`,\`doc_id\`);`)
  await db.run(sql`CREATE INDEX \`kind_month_newest_docId_idx\` ON \`view_totals\` (\`kind\`,\`month\`,\`newest\`,\`doc_id\`);`)
  await db.run(sql`CREATE TABLE \`view_notes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`value\` text,
  	\`at\` text
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`view_buckets\`;`)
  await db.run(sql`DROP TABLE \`view_totals\`;`)
  await db.run(sql`DROP TABLE \`view_notes\`;`)
}
