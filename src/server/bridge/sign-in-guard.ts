import { setTimeout as wait } from 'node:timers/promises'
import { ProblemError, problemOf } from '../../api/problem.ts'
import { accountKey, clientKey } from '../client-key.ts'
import type { RateLimit } from '../rate-limits.ts'

/** A request to the staff API, as the bridge has read it. */
export type Asked = {
  method: string
  /** The path of the address, such as `/api/users/login`. */
  path: string
  headers: Headers
  /** The body, unless it is a large upload. */
  bytes: Buffer | undefined
  /** The client's address, as far as the proxies are believed. */
  address: string | undefined
}

/** Lets a request through to `work`, or answers in its stead. */
export type SignInGuard = (asked: Asked, work: () => Promise<Response>) => Promise<Response>

type LimitName = 'login' | 'login-address' | 'reset' | 'reset-address'

type Rule = {
  byAddress: LimitName
  byAccount?: LimitName
  /** Only what fails is counted: a newsroom behind one address logs in as often as it likes. */
  onlyFailures: boolean
  /** Whether an answer takes a time that says nothing. */
  isTimed: (status: number) => boolean
}

const isRefused = (status: number): boolean => status >= 400 && status < 500

const rules: Readonly<Record<string, Rule>> = {
  login: { byAddress: 'login-address', byAccount: 'login', onlyFailures: true, isTimed: isRefused },
  'forgot-password': { byAddress: 'reset-address', byAccount: 'reset', onlyFailures: false, isTimed: () => true },
  'reset-password': { byAddress: 'login-address', onlyFailures: true, isTimed: () => false },
  unlock: { byAddress: 'login-address', onlyFailures: true, isTimed: () => false },
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * The operation that a path means, however it is spelled: Payload takes upper case and a closing slash for the same, and a limit
 * that did not would be none.
 */
export const signInOperation = ({ method, path, slugs }: { method: string; path: string; slugs: ReadonlySet<string> }): string | undefined => {
  if (method !== 'POST') return undefined
  const [api, slug = '', operation = '', ...more] = decoded(path).toLowerCase().split('/').filter(Boolean)
  return api === 'api' && slugs.has(slug) && more.length === 0 && Object.hasOwn(rules, operation) ? operation : undefined
}

const jsonOf = async ({ headers, bytes }: Pick<Asked, 'headers' | 'bytes'>): Promise<unknown> => {
  const type = headers.get('content-type') ?? ''
  if (!type.toLowerCase().startsWith('multipart/')) return JSON.parse(bytes?.toString('utf8') ?? '')
  // The admin sends its forms so: the fields as JSON in one of them.
  const form = await new Response(new Uint8Array(bytes ?? []), { headers: { 'content-type': type } }).formData()
  return JSON.parse(String(form.get('_payload')))
}

/** The account that is asked for; those that cannot be read are one. */
const accountOf = async (asked: Asked): Promise<string> => {
  const body = await jsonOf(asked).catch(() => undefined)
  const email = (body as { email?: unknown } | null | undefined)?.email
  return typeof email === 'string' ? email : ''
}

// The admin shows `errors`, and only of application/json.
const refusal = ({ problem, headers }: ProblemError): Response => {
  const minutes = Math.ceil(Number(headers['retry-after']) / 60)
  const detail = `Quá nhiều lần thử; xin thử lại sau ${minutes} phút. (Too many attempts: try again in ${minutes} min.)`
  const body = problemOf({ code: 'RATE_LIMITED', detail, extensions: { limit: problem['limit'], errors: [{ message: detail }] } })
  return Response.json(body, { status: body.status, headers })
}

/** Waits until the time since `begunAt` is a whole multiple of `stepMs`. */
const untilNextStep = async ({ begunAt, stepMs }: { begunAt: number; stepMs: number }): Promise<void> => {
  if (stepMs > 0) await wait(stepMs - ((performance.now() - begunAt) % stepMs))
}

/**
 * Limits what guesses passwords and floods mailboxes: by client, and by account and client. Answers that fail take a time that does not
 * tell whether there is such an account. `slugs` are the collections that log in.
 */
export const signInGuard = ({ limits, slugs, failureTimeMs }: { limits: Readonly<Record<LimitName, RateLimit>>; slugs: readonly string[]; failureTimeMs: number }): SignInGuard => {
  const known = new Set(slugs)

  const count = async ({ rule, asked }: { rule: Rule; asked: Asked }) => {
    const client = clientKey(asked.address)
    const byAddress = limits[rule.byAddress]
    await byAddress.take(client)
    if (!rule.byAccount) return { succeed: () => byAddress.giveBack(client), takeBack: () => byAddress.giveBack(client) }
    const byAccount = limits[rule.byAccount]
    const key = `${accountKey(await accountOf(asked))} ${client}`
    try {
      await byAccount.take(key)
    } catch (refused) {
      // Nothing has been tried: the others behind this address need not pay for it.
      await byAddress.giveBack(client)
      throw refused
    }
    return {
      succeed: () => Promise.all([byAccount.forget(key), byAddress.giveBack(client)]),
      takeBack: () => Promise.all([byAccount.giveBack(key), byAddress.giveBack(client)]),
    }
  }

  return async (asked, work) => {
    const operation = signInOperation({ method: asked.method, path: asked.path, slugs: known })
    const rule = operation === undefined ? undefined : rules[operation]
    if (!rule) return work()
    const begunAt = performance.now()
    let counted: Awaited<ReturnType<typeof count>>
    try {
      counted = await count({ rule, asked })
    } catch (error) {
      if (error instanceof ProblemError) return refusal(error)
      throw error
    }
    const { succeed, takeBack } = counted
    let response: Response
    try {
      response = await work()
    } catch (error) {
      await takeBack()
      throw error
    }
    if (rule.onlyFailures && response.status < 400) await succeed()
    else if (response.status >= 500) await takeBack()
    if (rule.isTimed(response.status)) await untilNextStep({ begunAt, stepMs: failureTimeMs })
    return response
  }
}
