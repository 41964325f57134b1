/**
 * Problems as RFC 9457 describes them, for every answer that is an error. The codes are one closed list for REST and
 * GraphQL (`extensions.code`); `CONFLICT` occurs only towards staff.
 */
export const problemCodes = {
  BAD_REQUEST: {
    status: 400,
    title: 'The request cannot be understood',
    meaning: 'A parameter, a header, the method or the body is not what this address takes. `detail` names it and says what is allowed.',
    remedy: 'Change the request. Sending it again as it is gives the same answer.',
  },
  UNAUTHENTICATED: {
    status: 401,
    title: 'A key that works is needed',
    meaning: 'No key came with the request and this feed is not for everyone; or the key is unknown, expired or revoked, or came the wrong way.',
    remedy: 'Publishable keys are sent as `?key=pk_…`, secret keys as `Authorization: Bearer sk_…`. Ask the newspaper for a new key if yours has ended.',
  },
  FORBIDDEN: {
    status: 403,
    title: 'This key may not be used for that',
    meaning: 'The key works, but not from this origin, for this feed, or for this part of the API.',
    remedy: '`detail` says which of them it is. Ask the newspaper to add the origin, the feed or the scope.',
  },
  NOT_FOUND: {
    status: 404,
    title: 'There is nothing here',
    meaning: 'No such address, or nothing public under it: what is unpublished, scheduled or deleted is answered like what never was.',
    remedy: 'Check the address; the lists name what there is.',
  },
  LIMIT: {
    status: 400,
    title: 'The request asks for too much',
    meaning: 'It goes beyond a limit: items per list, depth or cost of a query, size of a body. `detail` names the limit.',
    remedy: 'Ask for less at a time; lists have cursors for the rest.',
  },
  RATE_LIMITED: {
    status: 429,
    title: 'Too many requests',
    meaning: 'This client has asked too often for now.',
    remedy: 'Wait for as many seconds as `Retry-After` says.',
  },
  UNAVAILABLE: {
    status: 503,
    title: 'Not available at the moment',
    meaning: 'The server is starting or stopping, has more to do than it can, is without its database, or has not finished in time.',
    remedy: 'Send the request again after as many seconds as `Retry-After` says.',
  },
  INTERNAL: {
    status: 500,
    title: 'The server has failed',
    meaning: 'An error of the server, which is in its log under the `requestId`.',
    remedy: 'Tell the operator the `requestId`.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    title: 'No query is registered under this hash',
    meaning: 'GraphQL only: a request carried the hash of a query without its text, and the server does not know (or no longer knows) the text.',
    remedy: 'Send the request again with the text and the hash, as clients that speak the protocol do by themselves; from then on the hash is enough.',
  },
  CONFLICT: {
    status: 409,
    title: 'Someone else was saving at the same moment',
    meaning: 'Another save of the same document won, and nothing of this one was kept.',
    remedy: 'Load the document anew and save again.',
  },
} as const satisfies Record<string, { status: number; title: string; meaning: string; remedy: string }>

export type ProblemCode = keyof typeof problemCodes

/** A problem as it is sent. `type` is where this server explains the code. */
export type Problem = {
  type: string
  title: string
  status: number
  code: ProblemCode
  /** What is wrong with this very request, and what is allowed instead. */
  detail?: string
  [extension: string]: unknown
}

/** The media type of a problem, RFC 9457 §3. */
export const problemMediaType = 'application/problem+json'

type ProblemInput = {
  code: ProblemCode
  detail?: string | undefined
  /** Where the HTTP status says more than the code's own, such as 413 for LIMIT or 405 for BAD_REQUEST. */
  status?: number | undefined
  /** Further members, such as `parameter` or `allowed`. */
  extensions?: Record<string, unknown> | undefined
}

/** Makes the body of a problem. */
export const problemOf = ({ code, detail, status, extensions = {} }: ProblemInput): Problem => ({
  type: `/problems/${code}`,
  title: problemCodes[code].title,
  status: status ?? problemCodes[code].status,
  code,
  ...(detail === undefined ? {} : { detail }),
  ...extensions,
})

/** An error that is answered as a problem: thrown by a route, written by the server's error handler. */
export class ProblemError extends Error {
  readonly problem: Problem
  /** Sent with the answer, such as `Retry-After` or `Allow`. */
  readonly headers: Record<string, string>

  constructor({ headers = {}, ...input }: ProblemInput & { headers?: Record<string, string> }) {
    super(input.detail ?? problemCodes[input.code].title)
    this.name = 'ProblemError'
    this.problem = problemOf(input)
    this.headers = headers
  }
}
