// Bundles GraphiQL, so that it comes from this server alone and works without the internet.
import { build } from 'esbuild'

const workers = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
}

const common = {
  outdir: 'dist/graphiql',
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
}

await Promise.all([
  build({
    ...common,
    entryPoints: { graphiql: 'src/api/graphql/graphiql/client.tsx' },
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    loader: { '.ttf': 'file' },
    chunkNames: 'chunks/[name]-[hash]',
    assetNames: 'assets/[name]-[hash]',
  }),
  build({ ...common, entryPoints: Object.fromEntries(Object.entries(workers).map(([name, file]) => [`${name}.worker`, file])), format: 'iife' }),
])
