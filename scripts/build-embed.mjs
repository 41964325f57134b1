// Bundles what partner pages load: the component, and the script inside iframes.
import { build } from 'esbuild'

export const buildEmbed = () => build({
  entryPoints: { v1: 'src/embed/client/v1.ts', frame: 'src/embed/client/frame.ts' },
  outdir: 'dist/embed',
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: ['chrome100', 'firefox101', 'safari16.4'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
})

if (import.meta.filename === process.argv[1]) await buildEmbed()
