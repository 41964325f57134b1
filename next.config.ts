import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

// Next serves the admin and nothing else; Express stands in front and answers `/api` itself.
const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run check` is where types are checked, once and for everything.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(config, { devBundleServerPackages: false })
