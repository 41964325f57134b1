import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { BODY_LIMIT, operationKey } from '../api/graphql/operation-key.ts'
import type { createHits } from '../cache/hits.ts'
import { askingPartner, refusalOf } from '../partners/asking-partner.ts'
import type { KeyStage } from '../partners/key-stage.ts'

const isGraphql = (url = ''): boolean => url === '/graphql' || url.startsWith('/graphql?')

/** What a stored answer to a GET is found by. */
export const keyOfGet = (req: IncomingMessage): string | null => (isGraphql(req.url) ? operationKey({ req }) : (req.url ?? null))

/** Whether a request carries an operation that is short, plain and said to be so: then it is read here, and looked for before anything else is done. */
const carriesOperation = ({ url, method, headers }: IncomingMessage): boolean => {
  const length = Number(headers['content-length'])
  return method === 'POST' && url === '/graphql' && length > 0 && length <= BODY_LIMIT && headers['content-encoding'] === undefined
}

// By events: an iterator takes as long as all else that a stored answer takes.
const read = (req: IncomingMessage): Promise<string> => new Promise((done, fail) => {
  const chunks: Buffer[] = []
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  req.on('end', () => done(Buffer.concat(chunks).toString('utf8')))
  req.on('error', fail)
})

type Front = {
  /** Takes the keys of partners out of addresses, and checks them. */
  keys?: KeyStage | undefined
  hits: Pick<ReturnType<typeof createHits>, 'answer'>
  /** Refuses what there is no time for; tells whether it has. */
  refuse: (req: IncomingMessage, res: ServerResponse, key: string | null) => boolean
  app: RequestListener
}

/**
 * What stands before Express: keys are checked and taken out of the address; then stored answers, by URL or by operation, go out from here, and so do refusals when there is too much to do;
 * everything else goes on, and finds a body that was read already in `req.body`.
 */
export const withStored = ({ keys, hits, refuse, app }: Front): RequestListener => {
  const withoutKey = storedOr({ hits, refuse, app })
  if (!keys) return withoutKey
  // What is stored under the address of an embed may be framed by anybody, and a partner's by that partner.
  const next: RequestListener = (req, res) => (refusalOf(req) || askingPartner(req)?.isFramed ? app : withoutKey)(req, res)
  return (req, res) => {
    const waiting = keys(req, res)
    if (waiting) waiting.then(() => next(req, res)).catch(() => res.destroy())
    else next(req, res)
  }
}

const storedOr = ({ hits, refuse, app }: Front): RequestListener => (req, res) => {
  const answer = (key: string | null): void => {
    if (!hits.answer(req, res, key) && !refuse(req, res, key)) app(req, res)
  }
  if (req.method === 'GET' || req.method === 'HEAD') {
    answer(keyOfGet(req))
    return
  }
  if (!carriesOperation(req)) {
    app(req, res)
    return
  }
  read(req).then((body) => {
    Object.assign(req, { body })
    answer(operationKey({ req, body }))
  }, () => res.destroy())
}
