import stylistic from '@stylistic/eslint-plugin'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

// Who may import whom, as a table: the first column is the room, the second what it never reaches for. docs/architecture.md says why.
const payloadRuntime = [{ group: ['payload', 'payload/*', '@payloadcms/*'], allowTypeImports: true, message: 'A pure module knows no Payload at run time.' }]
const http = [{ group: ['express', 'next', 'next/*', 'node:http'], message: 'HTTP is the business of src/server and the routers of src/api, src/feeds and src/embed.' }]
const database = [{ group: ['mongodb', 'mongoose', 'libsql', 'drizzle-orm', '@payloadcms/db-*'], allowTypeImports: true, message: 'The databases are spoken to in src/db and src/published only.' }]
const from = (message, ...group) => [{ group, allowTypeImports: false, message }]

const rooms = [
  { files: ['src/text/**', 'src/ocop/**', 'src/json-ld/**', 'src/newsroom/**'], never: [...payloadRuntime, ...http, ...database, ...from('Pure modules stand below everything else.', '**/src/db/**', '**/server/**', '**/published/**', '**/collections/**')] },
  { files: ['collections/**/public.ts', 'collections/**/public/**', 'globals/**/public.ts', 'collections/shared/public-*.ts'], never: [...payloadRuntime, ...http, ...database] },
  { files: ['collections/**', 'globals/**'], ignores: ['**/public.ts'], never: [...http, ...database, ...from('Collections know neither the server nor the public API nor the cache.', '**/src/server/**', '**/src/api/**', '**/src/cache/**')] },
  { files: ['src/published/**'], never: [...http, ...from('The store knows no HTTP.', '**/server/**', '**/api/**')] },
  { files: ['src/cache/**'], never: [...payloadRuntime, ...database, { group: ['express', 'next', 'next/*'], message: 'The cache stands before Express.' }, ...from('The cache stands below the server and the routes.', '**/src/server/**', '**/server/*')] },
  { files: ['src/outbox/**'], never: [...http, ...from('The outbox knows neither the server nor the public API nor what it tells of.', '**/server/**', '**/api/**', '**/collections/**')] },
  { files: ['src/search/**'], never: [...http, ...database, ...from('The search knows the store, not what asks it.', '**/src/server/**', '**/src/api/**', '**/collections/*/index.ts')] },
  { files: ['src/partners/**'], never: [...http.map((one) => ({ ...one, allowTypeImports: true })), ...from('Keys are checked below the server and the routes.', '**/src/server/**', '**/server/*', '**/collections/*/index.ts')] },
  { files: ['src/webhooks/**'], never: [...database, { group: ['express', 'next', 'next/*'], message: 'Messages go out, and nothing is answered here.' }, ...from('Telling partners knows neither the server nor the public API.', '**/src/server/**', '**/server/*', '**/api/**', '**/collections/*/index.ts')] },
  { files: ['src/views/**'], never: [...http, ...from('Counting knows neither the server nor the public API.', '**/server/**', '**/api/**')] },
  { files: ['src/api/**', 'src/feeds/**', 'src/embed/**', 'src/sitemaps/**'], never: [...payloadRuntime, ...database, ...from('The public side reads the store, nothing else.', '**/src/server/**', '**/src/db/**', '**/collections/*/index.ts', '**/collections/*/hooks.ts', '**/collections/*/access.ts', '**/payload.config.ts')] },
  { files: ['src/embed/view/**', 'src/embed/client/**'], never: [...payloadRuntime, ...http, ...database, ...from('It runs in browsers, on the pages of others.', 'node:*', '**/feeds/**', '**/published/**', '**/cache/**', '**/api/**', '**/collections/**')] },
  { files: ['src/server/**'], never: [...from('Next is loaded by one dynamic import, with the admin role only.', 'next', 'next/*')] },
  { files: ['src/db/**'], never: [...http] },
  { files: ['examples/**'], never: [...payloadRuntime, ...from('An example is a program of its own: it knows the platform by its public API alone.', '**/src/**', '**/collections/**', '**/globals/**', '**/payload-types.ts')] },
]

const rawDatabaseWrites = [
  { selector: "CallExpression[callee.type='MemberExpression'][callee.property.name=/^(create|updateOne|updateMany|deleteOne|deleteMany|upsert|createVersion|updateVersion|deleteVersions|createGlobal|updateGlobal|updateGlobalVersion|updateJobs)$/][callee.object.type='MemberExpression'][callee.object.property.name='db']", message: 'payload.db writes run no hook and leave the published store wrong: use the Local API.' },
  { selector: "Property[key.name='disableTransaction']", message: 'Without a transaction the published row is written after the document: leave the transaction on.' },
]
const clock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The only clock is src/clock.ts.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The only clock is src/clock.ts.' },
]
const environment = [{ selector: "MemberExpression[object.name='process'][property.name='env']", message: 'The environment is read in src/env.ts only.' }]

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', '.next/', '.cache/', 'data/', 'payload-types.ts', 'next-env.d.ts', 'migrations/', 'src/app/(payload)/admin/importMap.js'] },
  ...tseslint.configs.recommended,
  {
    plugins: { '@stylistic': stylistic },
    rules: {
      '@stylistic/semi': ['error', 'never'],
      '@stylistic/quotes': ['error', 'single', { avoidEscape: true, allowTemplateLiterals: 'always' }],
      '@stylistic/eol-last': 'error',
      '@stylistic/no-trailing-spaces': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      'object-shorthand': 'error',
    },
  },
  { files: ['src/**/*.{ts,tsx}', 'collections/**/*.{ts,tsx}', 'globals/**/*.ts', 'payload.config.ts'], rules: { 'no-console': 'error', 'no-restricted-syntax': ['error', ...rawDatabaseWrites, ...clock, ...environment] } },
  { files: ['src/env.ts', 'src/clock.ts'], rules: { 'no-restricted-syntax': ['error', ...rawDatabaseWrites] } },
  { files: ['src/db/**'], rules: { 'no-restricted-syntax': ['error', ...clock, ...environment] } },
  { files: ['src/published/**'], rules: { 'no-restricted-syntax': ['error', ...clock, ...environment, rawDatabaseWrites[1]] } },
  { files: ['test/**'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  ...rooms.map(({ files, ignores = [], never }) => ({ files, ignores, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: never }] } })),
)
