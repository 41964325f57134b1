import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`outbox\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`topic\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`body\` text NOT NULL,
  	\`created\` text NOT NULL,
  	\`attempts\` numeric NOT NULL,
  	\`due\` text,
  	\`holder\` text,
  	\`state\` text NOT NULL,
  	\`error\` text,
  	\`remove_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`topic_due_key_idx\` ON \`outbox\` (\`topic\`,\`due\`,\`key\`);`)
  await db.run(sql`CREATE INDEX \`topic_key_due_idx\` ON \`outbox\` (\`topic\`,\`key\`,\`due\`);`)
  await db.run(sql`CREATE INDEX \`removeAt_idx\` ON \`outbox\` (\`remove_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`outbox\`;`)
}
