import type { Fetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import { sampleQueries } from '../sample-queries.ts'
import 'graphiql/style.css'
import './client.css'

const workers: Readonly<Record<string, string>> = { json: 'json', graphql: 'graphql' }

Object.assign(globalThis, { MonacoEnvironment: { getWorker: (_id: string, label: string) => new Worker(`/graphql/graphiql/${workers[label] ?? 'editor'}.worker.js`) } })

type Asked = Parameters<Fetcher>[0]

/** For a moment after a change of tabs GraphiQL still names the operation of the tab before: what the text does not name is left out. */
const named = (asked: Asked): Asked => (asked.operationName && !new RegExp(`\\b${asked.operationName}\\b`).test(asked.query) ? { ...asked, operationName: undefined } : asked)

/** What the server says is shown as it is, problems of HTTP included. */
const fetcher: Fetcher = async (asked) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify(named(asked)),
  })
  return response.json()
}

const link = new URLSearchParams(location.search)
const query = link.get('query')

createRoot(document.getElementById('graphiql') as HTMLElement).render(
  <GraphiQL
    fetcher={fetcher}
    defaultTabs={sampleQueries.map((sample) => ({ query: sample }))}
    {...(query === null ? {} : { initialQuery: query, initialVariables: link.get('variables') ?? '' })}
    schemaDescription
    isHeadersEditorEnabled={false}
    showPersistHeadersSettings={false}
  >
    <GraphiQL.Logo>OCOP Press</GraphiQL.Logo>
  </GraphiQL>,
)
