// Bundles the server and the command line entries, and what partner pages load. Packages stay external: node_modules is there anyway.
import { existsSync } from 'node:fs'
import { build } from 'esbuild'
import { buildEmbed } from './build-embed.mjs'

const entries = { main: 'src/main.ts', seed: 'src/seed.ts', republish: 'src/republish.ts', 'search-worker': 'src/search/worker.ts', 'feed-worker': 'src/feeds/whole/worker.ts' }

const bundle = () => build({
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  alias: { '@payload-config': './payload.config.ts' },
  loader: { '.css': 'empty', '.scss': 'empty' },
  logLevel: 'warning',
})

export const buildServer = () => Promise.all([bundle(), buildEmbed()])

if (import.meta.filename === process.argv[1]) await buildServer()
