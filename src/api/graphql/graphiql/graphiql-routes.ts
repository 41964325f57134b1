import { resolve } from 'node:path'
import express, { type RequestHandler } from 'express'

const ASSETS = '/graphql/graphiql'

// Everything comes from this server. The editor writes its own styles.
const policy = [
  "default-src 'none'", "script-src 'self'", "worker-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self' data:",
  "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ')

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphiQL · OCOP Press</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${ASSETS}/graphiql.css">
<script type="module" src="${ASSETS}/graphiql.js"></script>
</head>
<body>
<div id="graphiql"><noscript>GraphiQL needs JavaScript. The schema is also described at <a href="/docs">/docs</a>.</noscript></div>
</body>
</html>
`

/** The page of GraphiQL. */
export const graphiqlPage: RequestHandler = (_req, res) => {
  res.set('content-security-policy', policy).type('html').send(page)
}

/** What the page loads, as `scripts/build-graphiql.mjs` has bundled it. */
export const graphiqlAssets = { path: ASSETS, files: express.static(resolve('dist/graphiql'), { index: false, redirect: false }) }
