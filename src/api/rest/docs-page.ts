import { createHash } from 'node:crypto'
import { escapeHtml } from '../../../collections/shared/public-body-parts.ts'
import { problemCodes } from '../problem.ts'
import { docsStyle } from './docs-style.ts'
import type { OpenApiDocument } from './openapi.ts'

type Json = Readonly<Record<string, unknown>>

/** Nothing but this page's own style may be used on it. */
export const docsPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(docsStyle).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** A text of the documentation: escaped, with code set apart. */
const prose = (text: unknown): string => escapeHtml(String(text ?? '')).replace(/`([^`]+)`/g, '<code>$1</code>')

const paragraphs = (text: string): string =>
  text.split('\n\n').map((part) => (part.startsWith('- ') ? `<ul>${part.split('\n').map((line) => `<li>${prose(line.slice(2))}</li>`).join('')}</ul>` : `<p>${prose(part)}</p>`)).join('\n')

const object = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {})
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const link = (name: string): string => `<a href="#schema-${name}">${name}</a>`

/** A schema in a few words. */
const typeOf = (schema: Json): string => {
  const ref = schema['$ref']
  if (typeof ref === 'string') return link(ref.split('/').at(-1) ?? '')
  if (schema['const'] !== undefined) return `<code>${escapeHtml(String(schema['const']))}</code>`
  if (schema['type'] === 'array') return `list of ${typeOf(object(schema['items']))}`
  const choices = list(schema['anyOf'] ?? schema['oneOf'])
  if (choices.length > 0) return choices.map((one) => typeOf(object(one))).join(' or ')
  const all = list(schema['allOf']).map((one) => object(one)).filter((one) => typeof one['$ref'] === 'string')
  if (all.length > 0) return all.map(typeOf).join(' and ')
  if (Array.isArray(schema['enum'])) return schema['enum'].map((one) => `<code>${escapeHtml(String(one))}</code>`).join(' ')
  const format = schema['format'] === 'date' ? 'day' : schema['format'] === 'date-time' ? 'instant' : schema['format'] === 'uri' ? 'address' : undefined
  return [schema['type'] ?? 'any'].flat().map((type) => (type === 'string' && format ? format : String(type))).join(' or ')
}

const limitsOf = (schema: Json): string =>
  [schema['minimum'] === undefined ? '' : `from ${String(schema['minimum'])}`, schema['maximum'] === undefined ? '' : `to ${String(schema['maximum'])}`, schema['default'] === undefined ? '' : `default <code>${escapeHtml(String(schema['default']))}</code>`].filter(Boolean).join(', ')

const table = ({ caption, rows }: { caption: string; rows: readonly (readonly [string, string, string])[] }): string =>
  rows.length === 0 ? '' : `<div class="scroll"><table><caption>${caption}</caption><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead><tbody>${
    rows.map(([name, type, meaning]) => `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${type}</td><td>${meaning}</td></tr>`).join('')}</tbody></table></div>`

const parameterRows = (operation: Json) =>
  list(operation['parameters']).map(object).map((one): [string, string, string] => {
    const schema = object(one['schema'])
    const limits = limitsOf(schema)
    return [String(one['name']), `${typeOf(schema)}${limits === '' ? '' : `<br><span class="soft">${limits}</span>`}`, `${one['required'] ? '<strong>Required.</strong> ' : ''}${prose(one['description'])}`]
  })

/** An address of this server to try the operation with, from the examples of its parameters. */
const tryAddress = (path: string, operation: Json): string => {
  const parameters = list(operation['parameters']).map(object)
  const filled = parameters.filter((one) => one['in'] === 'path').reduce((address, one) => address.replace(`{${String(one['name'])}}`, encodeURIComponent(String(one['example'] ?? ''))), path)
  const query = parameters.filter((one) => one['in'] === 'query' && one['example'] !== undefined).map((one) => `${String(one['name'])}=${encodeURIComponent(String(one['example'])).replaceAll('%2C', ',').replaceAll('%2F', '/')}`)
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled
}

/** What is sent, and that nothing comes back. */
const sent = (operation: Json): string => {
  const media = object(object(object(operation['requestBody'])['content'])['application/json'])
  const properties = Object.entries(object(object(media['schema'])['properties'])).map(([name, one]): [string, string, string] => [name, typeOf(object(one)), prose(object(one)['description'])])
  return `${table({ caption: 'Body', rows: properties })}<p>Answers 204, without a body.</p>
<details><summary>Example</summary><pre tabindex="0"><code>${escapeHtml(JSON.stringify(media['example'], null, 2))}</code></pre></details>`
}

const call = ({ path, method, operation }: { path: string; method: string; operation: Json }): string => {
  const answer = object(object(object(object(operation['responses'])['200'])['content'])['application/json'])
  const schema = object(answer['schema'])
  const properties = Object.entries(object(schema['properties'])).map(([name, one]): [string, string, string] => [name, typeOf(object(one)), prose(object(one)['description'])])
  const others = Object.keys(object(operation['responses'])).filter((status) => !['200', '204', 'default'].includes(status))
  const address = tryAddress(path, operation)
  return `<section class="call" id="${escapeHtml(String(operation['operationId']))}">
<h3><span class="method">${method.toUpperCase()}</span><code>${escapeHtml(path)}</code></h3>
<p>${prose(operation['summary'])}</p>${operation['description'] ? paragraphs(String(operation['description'])) : ''}
${table({ caption: 'Parameters', rows: parameterRows(operation) })}
${method === 'post' ? sent(operation) : properties.length > 0 ? table({ caption: 'Answer', rows: properties }) : `<p>Answers ${typeOf(schema)}.</p>`}
<p class="soft">Also answers ${others.join(', ')}.</p>
${method === 'get' ? `<p>Try: <a href="${escapeHtml(address)}"><code>${escapeHtml(address)}</code></a></p>` : ''}
${answer['example'] === undefined ? '' : `<details><summary>Example</summary><pre tabindex="0"><code>${escapeHtml(JSON.stringify(answer['example'], null, 2))}</code></pre></details>`}
</section>`
}

const schemaSection = (name: string, schema: Json): string => {
  const required = list(schema['required']).map(String)
  const rows = Object.entries(object(schema['properties'])).map(([property, one]): [string, string, string] => [property, typeOf(object(one)), prose(object(one)['description'])])
  const values = Array.isArray(schema['enum']) ? `<ul>${String(schema['description'] ?? '').split('\n').map((line) => `<li>${prose(line)}</li>`).join('')}</ul>` : ''
  const base = list(schema['allOf']).map((one) => typeOf(object(one))).join(' and ')
  const body = rows.length > 0
    ? table({ caption: 'Fields', rows })
    : values || (base ? `<p>${base}, always with ${required.map((one) => `<code>${escapeHtml(one)}</code>`).join(' ')}.</p>` : `<p>${typeOf(schema)}</p>`)
  return `<section class="type" id="schema-${name}"><h3>${escapeHtml(name)}</h3>${values ? '' : `<p>${prose(schema['description'])}</p>`}${body}</section>`
}

const graphqlSample = `{
  articles(first: 5) { nodes { title url cover { url srcset(crop: WIDE) alt } } pageInfo { endCursor hasNextPage } }
}`

/** The reference of the public API as one page: readable without scripts, made from the OpenAPI document that the server answers. */
export const docsPage = (document: OpenApiDocument): string => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as unknown as Json, tag: operation.tags[0] ?? '' })))
  const tags = document.tags.map(({ name, ...more }) => ({ name, doc: 'description' in more ? String(more.description) : '', own: operations.filter(({ tag }) => tag === name) }))
  const schemas = Object.entries(document.components.schemas)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · OCOP Press</title>
<link rel="icon" href="data:,">
<style>${docsStyle}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<div class="page">
<nav aria-label="Contents">
<ul><li><a href="#content">Overview</a></li><li><a href="#graphql">GraphQL</a></li><li><a href="#problems">Problems</a></li><li><a href="#schemas">Schemas</a></li></ul>
${tags.map(({ name, own }) => `<h2>${escapeHtml(name)}</h2><ul>${own.map(({ path, operation }) => `<li><a href="#${escapeHtml(String(operation['operationId']))}"><code>${escapeHtml(path.replace('/v1', ''))}</code></a></li>`).join('')}</ul>`).join('\n')}
</nav>
<main id="content">
<h1>API reference</h1>
<div class="rule"></div>
${paragraphs(document.info.description)}
<p>For programs: <a href="/v1/openapi.json"><code>/v1/openapi.json</code></a> (OpenAPI ${document.openapi}). For people: <a href="/graphql">GraphiQL</a>, and <a href="/">everything this server has</a>.</p>
<h2 id="graphql">GraphQL</h2>
<p>One request for a whole page, with exactly the fields it shows: POST or GET <code>/graphql</code>. <a href="/graphql">GraphiQL</a> shows the schema, completes and explains queries, and has samples to start from.</p>
<pre tabindex="0"><code>${escapeHtml(graphqlSample)}</code></pre>
${tags.map(({ name, doc, own }) => `<h2 id="tag-${escapeHtml(name.replace(/\W+/g, '-'))}">${escapeHtml(name)}</h2>${doc ? `<p>${prose(doc)}</p>` : ''}${own.map(call).join('\n')}`).join('\n')}
<h2 id="problems">Problems</h2>
<p>Every error is <code>application/problem+json</code> with one of these codes; GraphQL says the same ones as <code>extensions.code</code>.</p>
${table({ caption: 'Codes', rows: Object.entries(problemCodes).map(([code, { status, meaning, remedy }]) => [code, String(status), `${prose(meaning)} ${prose(remedy)}`]) })}
<h2 id="schemas">Schemas</h2>
${schemas.map(([name, schema]) => schemaSection(name, schema as Json)).join('\n')}
</main>
</div>
</body>
</html>
`
}
