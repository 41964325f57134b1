import type { IncomingMessage, ServerResponse } from 'node:http'
import { ProblemError } from '../api/problem.ts'
import { now, nowMs, today } from '../clock.ts'
import { addDays, startOfHanoiDay } from '../ocop/day.ts'
import { type Asked, askedOf } from './asked-of.ts'
import { noteKey } from './asking-partner.ts'
import { type Checked, checkKey } from './check-key.ts'
import type { UsageCount } from './count-usage.ts'
import type { Directory } from './directory.ts'
import type { PartnerSite } from './partner-site.ts'
import { MINUTE_MS, ratePerMinute } from './rate-per-minute.ts'
import { bearerKey, type GivenKey, withoutKeys } from './read-key.ts'

/** What was exceeded: so many in a time, and how long to wait. */
export interface Exceeded {
  name: string
  points: number
  windowMs: number
  leftMs: number
}

interface Options {
  directory: Pick<Directory, 'ready' | 'find'>
  usage: Pick<UsageCount, 'usedToday' | 'begin' | 'refuse'>
  /** Origins of this server. */
  ownOrigins: readonly string[]
  /** The refusal of what is too much. */
  tooMany: (exceeded: Exceeded) => ProblemError
}

/** Null: the request may go on at once. */
export type KeyStage = (req: IncomingMessage, res: ServerResponse) => Promise<void> | null

const DAY_MS = 86_400_000
const answered: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD'])

/**
 * The stage before anything else looks at a request: takes the key out of its address, so that neither the log nor the cache ever sees it,
 * checks it and counts the request. What it finds is noted on the request: the partner site that asks, or the refusal.
 */
export const createKeyStage = ({ directory, usage, ownOrigins, tooMany }: Options): KeyStage => {
  const rates = ratePerMinute()

  // Apart for each type: what pages use up, or somebody with the key of a page, is not taken from the partner's servers.
  const exceeded = ({ site, type }: { site: PartnerSite; type: 'publishable' | 'secret' }): Exceeded | null => {
    const at = nowMs()
    const quotaLeft = site.quotaPerDay - usage.usedToday({ partner: site.id, type })
    if (quotaLeft <= 0) return { name: 'partner-day', points: site.quotaPerDay, windowMs: DAY_MS, leftMs: startOfHanoiDay(addDays(today(), 1)) - at }
    const leftMs = rates.take({ name: `${site.id} ${type}`, points: site.ratePerMinute, nowMs: at })
    return leftMs === null ? null : { name: 'partner-minute', points: site.ratePerMinute, windowMs: MINUTE_MS, leftMs }
  }

  const allow = ({ req, res, asked, checked: { site, key } }: { req: IncomingMessage; res: ServerResponse; asked: Asked; checked: Checked }): void => {
    noteKey({ req, found: { site, key, isFramed: asked.isFramed } })
    const end = usage.begin({ partner: site.id, shown: key.shown })
    // Names of feeds that there are: what anybody makes up must not fill the table.
    res.once('close', () => end({ feed: isOfFeed(res.statusCode) ? asked.feed : '', format: asked.format, isError: res.statusCode >= 400 }))
  }

  const decide = ({ req, res, asked, given }: { req: IncomingMessage; res: ServerResponse; asked: Asked; given: readonly [GivenKey, ...GivenKey[]] }): void => {
    const { origin, referer } = req.headers
    const checked = checkKey({ given, asked, origin, referer, ownOrigins, now: now().toISOString(), find: directory.find })
    const { site, key } = checked
    const over = checked.refusal ? null : exceeded({ site, type: key.type })
    const refusal = over ? tooMany(over) : checked.refusal
    if (!refusal) return allow({ req, res, asked, checked })
    usage.refuse({ partner: site.id, shown: key.shown, feed: '', format: asked.format })
    throw refusal
  }

  return (req, res) => {
    const asked = askedOf(req.url ?? '')
    const { url, keys } = withoutKeys({ url: req.url ?? '', isExpected: asked !== null })
    req.url = url
    if (!asked || !answered.has(req.method)) return null
    const bearer = bearerKey(req.headers.authorization)
    const [first, ...others] = [...keys.map((text): GivenKey => ({ from: 'address', text })), ...(bearer === null ? [] : [{ from: 'header' as const, text: bearer }])]
    if (!first) return null
    const attempt = (): void => {
      try {
        decide({ req, res, asked, given: [first, ...others] })
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        noteKey({ req, found: error })
      }
    }
    const waiting = directory.ready()
    if (!waiting) {
      attempt()
      return null
    }
    return waiting.then(attempt, () => noteKey({ req, found: new ProblemError({ code: 'UNAVAILABLE', detail: 'Keys cannot be checked at the moment.', headers: { 'retry-after': '5' } }) }))
  }
}

// 403 comes from a feed that is for others, 410 from one that is gone.
const isOfFeed = (status: number): boolean => status < 400 || status === 403 || status === 410
