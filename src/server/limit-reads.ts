import type { Log } from '../log.ts'
import { clientKey, isWithin, type Network } from './client-key.ts'
import type { RateLimit } from './rate-limits.ts'

/** What is known of a public request: `ip` is the client's address, as far as the proxies are believed. */
type Asking = { ip?: string | undefined; headers: NodeJS.Dict<string | string[]> }

/**
 * Makes what counts a public request that no stored answer serves. Requests from the `exempt` networks, where the newspaper's own front
 * ends are, are not counted. `believesProxies` tells whether `X-Forwarded-For` is heeded; where it is not and one comes, the log says so once,
 * since all clients behind such a proxy are then counted as one.
 * @throws ProblemError RATE_LIMITED (429).
 */
export const limitReads = ({ limit, exempt, believesProxies, log }: { limit: RateLimit; exempt: readonly Network[]; believesProxies: boolean; log: Pick<Log, 'warn'> }) => {
  let hasSaid = believesProxies
  return async ({ ip, headers }: Asking): Promise<void> => {
    if (!hasSaid && headers['x-forwarded-for'] !== undefined) {
      hasSaid = true
      log.warn('A request names its client in X-Forwarded-For, and TRUST_PROXY=none believes no proxy. If there is one before this server, set TRUST_PROXY: rate limits count all its clients as one.')
    }
    if (!isWithin({ address: ip, networks: exempt })) await limit.take(clientKey(ip))
  }
}
