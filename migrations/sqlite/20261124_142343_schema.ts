import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`feeds_formats\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`feeds\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`feeds_formats_order_idx\` ON \`feeds_formats\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`feeds_formats_parent_idx\` ON \`feeds_formats\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`feeds_fields\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`feeds\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`feeds_fields_order_idx\` ON \`feeds_fields\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`feeds_fields_parent_idx\` ON \`feeds_fields\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`feeds\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`description\` text,
  	\`what\` text DEFAULT 'products' NOT NULL,
  	\`filters_stars\` text,
  	\`filters_with_certificate\` integer,
  	\`filters_with_price\` integer,
  	\`filters_province_id\` text(36),
  	\`filters_group_id\` text(36),
  	\`filters_producer_id\` text(36),
  	\`filters_category_id\` text(36),
  	\`filters_topic_id\` text(36),
  	\`order\` text DEFAULT 'newest' NOT NULL,
  	\`size\` numeric DEFAULT 20 NOT NULL,
  	\`link_template\` text,
  	\`utm_source\` text,
  	\`utm_medium\` text,
  	\`utm_campaign\` text,
  	\`slug\` text,
  	\`audience\` text DEFAULT 'public' NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`demo\` integer DEFAULT false,
  	\`search_folded\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`filters_province_id\`) REFERENCES \`administrative_units\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`filters_group_id\`) REFERENCES \`product_groups\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`filters_producer_id\`) REFERENCES \`producers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`filters_category_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`filters_topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`feeds_filters_filters_province_idx\` ON \`feeds\` (\`filters_province_id\`);`)
  await db.run(sql`CREATE INDEX \`feeds_filters_filters_group_idx\` ON \`feeds\` (\`filters_group_id\`);`)
  await db.run(sql`CREATE INDEX \`feeds_filters_filters_producer_idx\` ON \`feeds\` (\`filters_producer_id\`);`)
  await db.run(sql`CREATE INDEX \`feeds_filters_filters_category_idx\` ON \`feeds\` (\`filters_category_id\`);`)
  await db.run(sql`CREATE INDEX \`feeds_filters_filters_topic_idx\` ON \`feeds\` (\`filters_topic_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`feeds_slug_idx\` ON \`feeds\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`feeds_updated_at_idx\` ON \`feeds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`feeds_created_at_idx\` ON \`feeds\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`feeds_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`partner_sites_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`feeds\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`partner_sites_id\`) REFERENCES \`partner_sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`feeds_rels_order_idx\` ON \`feeds_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`feeds_rels_parent_idx\` ON \`feeds_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`feeds_rels_path_idx\` ON \`feeds_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`feeds_rels_partner_sites_id_idx\` ON \`feeds_rels\` (\`partner_sites_id\`);`)
  await db.run(sql`CREATE TABLE \`partner_sites_keys_scopes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`partner_sites_keys\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`partner_sites_keys_scopes_order_idx\` ON \`partner_sites_keys_scopes\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`partner_sites_keys_scopes_parent_idx\` ON \`partner_sites_keys_scopes\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`partner_sites_keys\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`shown\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`created_at\` text NOT NULL,
  	\`expires_at\` text,
  	\`revoked_at\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`partner_sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`partner_sites_keys_order_idx\` ON \`partner_sites_keys\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`partner_sites_keys_parent_id_idx\` ON \`partner_sites_keys\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`partner_sites\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`website\` text,
  	\`contact_name\` text,
  	\`contact_email\` text,
  	\`contact_phone\` text,
  	\`rate_per_minute\` numeric DEFAULT 600 NOT NULL,
  	\`quota_per_day\` numeric DEFAULT 100000 NOT NULL,
  	\`notes\` text,
  	\`active\` integer DEFAULT true,
  	\`demo\` integer DEFAULT false,
  	\`search_folded\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`partner_sites_updated_at_idx\` ON \`partner_sites\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`partner_sites_created_at_idx\` ON \`partner_sites\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`partner_sites_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`partner_sites\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`partner_sites_texts_order_parent\` ON \`partner_sites_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`webhook_endpoints_events\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`webhook_endpoints\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`webhook_endpoints_events_order_idx\` ON \`webhook_endpoints_events\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`webhook_endpoints_events_parent_idx\` ON \`webhook_endpoints_events\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`webhook_endpoints\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`partner_id\` text(36),
  	\`url\` text NOT NULL,
  	\`filters_group_id\` text(36),
  	\`filters_province_id\` text(36),
  	\`filters_category_id\` text(36),
  	\`active\` integer DEFAULT true,
  	\`disabled_at\` text,
  	\`disabled_reason\` text,
  	\`secrets\` text,
  	\`secret_shown\` integer DEFAULT false,
  	\`demo\` integer DEFAULT false,
  	\`search_folded\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partner_sites\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`filters_group_id\`) REFERENCES \`product_groups\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`filters_province_id\`) REFERENCES \`administrative_units\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`filters_category_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`webhook_endpoints_partner_idx\` ON \`webhook_endpoints\` (\`partner_id\`);`)
  await db.run(sql`CREATE INDEX \`webhook_endpoints_filters_filters_group_idx\` ON \`webhook_endpoints\` (\`filters_group_id\`);`)
  await db.run(sql`CREATE INDEX \`webhook_endpoints_filters_filters_province_idx\` ON \`webhook_endpoints\` (\`filters_province_id\`);`)
  await db.run(sql`CREATE INDEX \`webhook_endpoints_filters_filters_category_idx\` ON \`webhook_endpoints\` (\`filters_category_id\`);`)
  await db.run(sql`CREATE INDEX \`webhook_endpoints_active_idx\` ON \`webhook_endpoints\` (\`active\`);`)
  await db.run(sql`CREATE INDEX \`webhook_endpoints_updated_at_idx\` ON \`webhook_endpoints\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_endpoints_created_at_idx\` ON \`webhook_endpoints\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`webhook_deliveries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`endpoint\` text NOT NULL,
  	\`receiver\` text NOT NULL,
  	\`about\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`message_id\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`reason\` text,
  	\`tries\` numeric NOT NULL,
  	\`next_at\` text,
  	\`body\` text NOT NULL,
  	\`round\` numeric NOT NULL,
  	\`attempts\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_endpoint_idx\` ON \`webhook_deliveries\` (\`endpoint\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_message_id_idx\` ON \`webhook_deliveries\` (\`message_id\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_at_idx\` ON \`webhook_deliveries\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_updated_at_idx\` ON \`webhook_deliveries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_created_at_idx\` ON \`webhook_deliveries\` (\`created_at\`);`)
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
  await db.run(sql`CREATE TABLE \`partner_usage\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`partner\` text,
  	\`day\` text,
  	\`shown\` text,
  	\`feed\` text,
  	\`format\` text,
  	\`requests\` numeric,
  	\`errors\` numeric,
  	\`last_seen\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`partner_day_idx\` ON \`partner_usage\` (\`partner\`,\`day\`);`)
  await db.run(sql`CREATE INDEX \`day_idx\` ON \`partner_usage\` (\`day\`);`)
  await db.run(sql`CREATE TABLE \`webhook_notes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`value\` text NOT NULL
  );
  `)
  await db.run(sql`ALTER TABLE \`published\` ADD \`modified_at\` text;`)
  await db.run(sql`ALTER TABLE \`published\` ADD \`withdrawn_at\` text;`)
  await db.run(sql`CREATE INDEX \`kind_withdrawnAt_docId_idx\` ON \`published\` (\`kind\`,\`withdrawn_at\`,\`doc_id\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`feeds_id\` text(36) REFERENCES feeds(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`partner_sites_id\` text(36) REFERENCES partner_sites(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`webhook_endpoints_id\` text(36) REFERENCES webhook_endpoints(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_feeds_id_idx\` ON \`payload_locked_documents_rels\` (\`feeds_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_partner_sites_id_idx\` ON \`payload_locked_documents_rels\` (\`partner_sites_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_webhook_endpoints_id_idx\` ON \`payload_locked_documents_rels\` (\`webhook_endpoints_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`feeds_formats\`;`)
  await db.run(sql`DROP TABLE \`feeds_fields\`;`)
  await db.run(sql`DROP TABLE \`feeds\`;`)
  await db.run(sql`DROP TABLE \`feeds_rels\`;`)
  await db.run(sql`DROP TABLE \`partner_sites_keys_scopes\`;`)
  await db.run(sql`DROP TABLE \`partner_sites_keys\`;`)
  await db.run(sql`DROP TABLE \`partner_sites\`;`)
  await db.run(sql`DROP TABLE \`partner_sites_texts\`;`)
  await db.run(sql`DROP TABLE \`webhook_endpoints_events\`;`)
  await db.run(sql`DROP TABLE \`webhook_endpoints\`;`)
  await db.run(sql`DROP TABLE \`webhook_deliveries\`;`)
  await db.run(sql`DROP TABLE \`outbox\`;`)
  await db.run(sql`DROP TABLE \`view_buckets\`;`)
  await db.run(sql`DROP TABLE \`view_totals\`;`)
  await db.run(sql`DROP TABLE \`view_notes\`;`)
  await db.run(sql`DROP TABLE \`partner_usage\`;`)
  await db.run(sql`DROP TABLE \`webhook_notes\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` text(36),
  	\`media_id\` text(36),
  	\`topics_id\` text(36),
  	\`categories_id\` text(36),
  	\`authors_id\` text(36),
  	\`legal_documents_id\` text(36),
  	\`documents_id\` text(36),
  	\`products_id\` text(36),
  	\`certificates_id\` text(36),
  	\`producers_id\` text(36),
  	\`partner_brands_id\` text(36),
  	\`product_groups_id\` text(36),
  	\`administrative_units_id\` text(36),
  	\`redirects_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`categories_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`authors_id\`) REFERENCES \`authors\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`legal_documents_id\`) REFERENCES \`legal_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`products_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`certificates_id\`) REFERENCES \`certificates\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`producers_id\`) REFERENCES \`producers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`partner_brands_id\`) REFERENCES \`partner_brands\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`product_groups_id\`) REFERENCES \`product_groups\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`administrative_units_id\`) REFERENCES \`administrative_units\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`redirects_id\`) REFERENCES \`redirects\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "articles_id", "media_id", "topics_id", "categories_id", "authors_id", "legal_documents_id", "documents_id", "products_id", "certificates_id", "producers_id", "partner_brands_id", "product_groups_id", "administrative_units_id", "redirects_id", "users_id") SELECT "id", "order", "parent_id", "path", "articles_id", "media_id", "topics_id", "categories_id", "authors_id", "legal_documents_id", "documents_id", "products_id", "certificates_id", "producers_id", "partner_brands_id", "product_groups_id", "administrative_units_id", "redirects_id", "users_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_categories_id_idx\` ON \`payload_locked_documents_rels\` (\`categories_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_authors_id_idx\` ON \`payload_locked_documents_rels\` (\`authors_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_legal_documents_id_idx\` ON \`payload_locked_documents_rels\` (\`legal_documents_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_documents_id_idx\` ON \`payload_locked_documents_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_products_id_idx\` ON \`payload_locked_documents_rels\` (\`products_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_certificates_id_idx\` ON \`payload_locked_documents_rels\` (\`certificates_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_producers_id_idx\` ON \`payload_locked_documents_rels\` (\`producers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_partner_brands_id_idx\` ON \`payload_locked_documents_rels\` (\`partner_brands_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_product_groups_id_idx\` ON \`payload_locked_documents_rels\` (\`product_groups_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_administrative_units_id_idx\` ON \`payload_locked_documents_rels\` (\`administrative_units_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_redirects_id_idx\` ON \`payload_locked_documents_rels\` (\`redirects_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`DROP INDEX \`kind_withdrawnAt_docId_idx\`;`)
  await db.run(sql`ALTER TABLE \`published\` DROP COLUMN \`modified_at\`;`)
  await db.run(sql`ALTER TABLE \`published\` DROP COLUMN \`withdrawn_at\`;`)
}
