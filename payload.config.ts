import path from 'node:path'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { collections } from './collections/index.ts'
import { globals } from './globals/index.ts'
import { createDatabase } from './src/db/create-database.ts'
import { env, isMigrating } from './src/env.ts'
import { log } from './src/log.ts'
import { outboxCollection } from './src/outbox/collection.ts'
import { partnerCollections } from './src/partners/collections.ts'
import { publishedCollection } from './src/published/collection.ts'
import { withGlobalPublication, withPublication } from './src/published/publication-hook.ts'
import { addPublishedTables } from './src/published/sqlite-schema.ts'
import { viewCollections } from './src/views/collections.ts'
import { webhookNotes } from './src/webhooks/notes.ts'

const nobody = () => false
const origins = [...env.allOrigins, ...env.CORS_ORIGINS.filter((origin) => origin !== '*')]

// What a list shows where a value is empty.
const emptyValue = '—'

// One text for both, since only an account that exists can be locked.
const loginFailed = {
  vi: 'Email hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa vì đăng nhập sai nhiều lần.',
  en: 'The e-mail address or the password is wrong, or the account is locked for a while after too many failed logins.',
}

export default buildConfig({
  secret: env.PAYLOAD_SECRET,
  // No serverURL: the admin then calls the host it was opened on, which the server has pinned to its own origins.
  cors: env.CORS_ORIGINS.includes('*') ? '*' : origins,
  csrf: origins,
  db: await createDatabase({
    url: env.DATABASE_URL,
    timeLimitMs: env.TRANSACTION_TIMEOUT,
    requireTransactions: env.NODE_ENV === 'production',
    afterSchemaInit: [addPublishedTables],
    loadMigrations: async () => (await import('./migrations/sqlite/index.ts')).migrations,
    isMigrating,
  }),
  collections: [...collections.map(withPublication), publishedCollection({ database: env.databaseKind }), outboxCollection, ...viewCollections, ...partnerCollections, webhookNotes],
  globals: globals.map(withGlobalPublication),
  editor: lexicalEditor(),
  defaultDepth: 0,
  maxDepth: 3,
  i18n: {
    supportedLanguages: { vi, en },
    fallbackLanguage: 'vi',
    translations: {
      vi: { general: { noLabel: emptyValue }, error: { emailOrPasswordIncorrect: loginFailed.vi, userLocked: loginFailed.vi } },
      en: { general: { noLabel: emptyValue }, error: { emailOrPasswordIncorrect: loginFailed.en, userLocked: loginFailed.en } },
    },
  },
  admin: {
    user: 'users',
    avatar: 'default',
    dateFormat: 'dd/MM/yyyy HH:mm',
    importMap: { baseDir: process.cwd(), importMapFile: path.resolve('src/app/(payload)/admin/importMap.js') },
    components: {
      graphics: { Icon: '/src/admin/logo.tsx#Icon', Logo: '/src/admin/logo.tsx#Logo' },
      beforeDashboard: ['/src/admin/start.tsx#Start'],
    },
    meta: { titleSuffix: ' · OCOP Press', defaultOGImageType: 'off' },
  },
  upload: { abortOnLimit: true, limits: { fileSize: env.UPLOAD_LIMIT } },
  jobs: { access: { cancel: nobody, queue: nobody, run: nobody } },
  graphQL: { disable: true },
  logger: log,
  // In every process that writes, since what follows from a change is written with it.
  onInit: async (payload) => {
    const { keepReceiversTold } = await import('./src/webhooks/keep-receivers-told.ts')
    keepReceiversTold({ payload, allow: env.WEBHOOK_ALLOW })
    if (env.WEBSUB_HUB) {
      const { pingHub } = await import('./src/webhooks/ping-hub.ts')
      pingHub({ payload, hub: env.WEBSUB_HUB })
    }
    if (!env.PURGE_URL) return
    const { purgeOnChange } = await import('./src/outbox/purge.ts')
    purgeOnChange({ payload, target: { url: env.PURGE_URL, header: env.PURGE_HEADER }, answersWithinMs: env.READ_TIMEOUT })
  },
  sharp,
  telemetry: false,
  typescript: { autoGenerate: false, outputFile: path.resolve('payload-types.ts') },
})
