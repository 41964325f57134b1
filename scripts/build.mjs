// Bundles the server and the command line entries. Packages stay external: node_modules is there anyway.
import { existsSync } from 'node:fs'
import { build } from 'esbuild'

const entries = { main: 'src/main.ts', seed: 'src/seed.ts', republish: 'src/republish.ts', 'search-worker': 'src/search/worker.ts' }

export const buildServer = () => build({
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

if (import.meta.filename === process.argv[1]) await buildServer()
