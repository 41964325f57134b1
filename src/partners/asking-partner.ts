import type { ProblemError } from '../api/problem.ts'
import type { CheckedKey, PartnerSite } from './partner-site.ts'

/** Whose key came with a request. */
export interface AskingPartner {
  site: PartnerSite
  key: CheckedKey
  /** What is asked for is shown in a frame, and says who may frame it: it is another answer than the one without a key. */
  isFramed: boolean
}

const partners = new WeakMap<object, AskingPartner>()
const refusals = new WeakMap<object, ProblemError>()

/** The partner site that asks, when a key came with the request and may be used; null for everybody else. Its `site.origins` may show embeds. */
export const askingPartner = (req: object): AskingPartner | null => partners.get(req) ?? null

/** Why a request may not be answered. */
export const refusalOf = (req: object): ProblemError | null => refusals.get(req) ?? null

/** Notes on a request what was found of its key. */
export const noteKey = ({ req, found }: { req: object; found: AskingPartner | ProblemError }): void => {
  if ('site' in found) partners.set(req, found)
  else refusals.set(req, found)
}
