import { settings } from './settings.ts'

/** What came of a question: the data, or that what the reader holds under its tag is still right. */
export interface Answer<T> { data: T | null; unchanged: boolean; etag: string | null; cacheControl: string }

/** The platform could not answer; `status` is what the reader's visitor is told. */
export class ApiError extends Error {
  constructor(message: string, readonly status: number) { super(message) }
}

const STATUS_OF: Readonly<Record<string, number>> = { BAD_REQUEST: 400, UNAVAILABLE: 503, RATE_LIMITED: 503 }

/**
 * Asks GraphQL by GET, so that every cache on the way may keep the answer: the same page is the same address. The request holds nothing
 * of the visitor but the tag of the page that their browser has.
 * @throws ApiError when there is no answer, or one with errors.
 */
export const ask = async <T>({ query, variables, etag }: { query: string; variables: object; etag: string | null }): Promise<Answer<T>> => {
  const url = `${settings.apiUrl}/graphql?${new URLSearchParams({ query: query.replace(/\s+/g, ' ').trim(), variables: JSON.stringify(variables) })}`
  const headers = { accept: 'application/graphql-response+json', ...(etag ? { 'if-none-match': etag } : {}) }
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) }).catch((error: Error) => {
    throw new ApiError(`The platform at ${settings.apiUrl} does not answer (${error.cause ?? error.message}). Start it with \`npm start\`, or name its address in API_URL.`, 503)
  })
  const kept = { etag: response.headers.get('etag'), cacheControl: response.headers.get('cache-control') ?? 'no-cache' }
  if (response.status === 304) return { ...kept, data: null, unchanged: true }
  const body = await response.json().catch(() => null) as { data?: T; errors?: { message: string; extensions?: { code?: string } }[]; detail?: string; code?: string } | null
  const [error] = body?.errors ?? []
  if (!body?.data || error) throw new ApiError(error?.message ?? body?.detail ?? `The platform answered ${response.status}.`, STATUS_OF[error?.extensions?.code ?? body?.code ?? ''] ?? 502)
  return { ...kept, data: body.data, unchanged: false }
}
