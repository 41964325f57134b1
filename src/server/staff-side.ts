import type { Server } from 'node:http'
import { handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import type { Env } from '../env.ts'
import type { Log } from '../log.ts'
import { startAdmin, startAdminLater } from './admin-handler.ts'
import { payloadBridge } from './bridge/payload-bridge.ts'
import { signInGuard } from './bridge/sign-in-guard.ts'
import type { AppOptions } from './create-app.ts'
import type { Metrics } from './metrics.ts'
import { createRateLimit } from './rate-limits.ts'

/** Payload takes at most three files in one request, beside small fields. */
const FILES_PER_REQUEST = 2.5

const loginGuard = ({ config, env, metrics }: { config: SanitizedConfig; env: Env; metrics: Metrics }) => {
  const limited = (name: string, points: number, windowMs: number) => createRateLimit({ name, points, windowMs, onRefused: (limit) => metrics.limited.inc({ limit }) })
  return signInGuard({
    slugs: config.collections.filter(({ auth }) => Boolean(auth)).map(({ slug }) => slug),
    limits: {
      login: limited('login', env.RATE_LIMIT_LOGIN, env.RATE_LIMIT_LOGIN_WINDOW),
      'login-address': limited('login-address', env.RATE_LIMIT_LOGIN_ADDRESS, env.RATE_LIMIT_LOGIN_WINDOW),
      reset: limited('reset', env.RATE_LIMIT_RESET, env.RATE_LIMIT_RESET_WINDOW),
      'reset-address': limited('reset-address', env.RATE_LIMIT_RESET_ADDRESS, env.RATE_LIMIT_RESET_WINDOW),
    },
    failureTimeMs: env.LOGIN_FAILURE_TIME,
  })
}

/** What the editors are answered by: Payload's REST through the bridge, and Next for the admin. */
export const staffSide = async ({ payload, env, server, port, metrics, log }: {
  payload: Payload
  env: Env
  server: Server
  port: number
  metrics: Metrics
  log: Log
}): Promise<NonNullable<AppOptions['staffSide']>> => {
  const config: SanitizedConfig = payload.config
  const api = payloadBridge({
    config,
    handle: (request) => handleEndpoints({ config, request }),
    guard: loginGuard({ config, env, metrics }),
    onReplay: () => metrics.replays.inc(),
    jsonLimit: env.JSON_LIMIT,
    multipartLimit: env.UPLOAD_LIMIT * FILES_PER_REQUEST,
    timeoutMs: env.REQUEST_TIMEOUT,
    log,
  })
  const start = () => startAdmin({ server, port, isDevelopment: env.NODE_ENV === 'development' })
  // Most tests never open the admin, and it doubles the time of a start.
  return { api, admin: env.NODE_ENV === 'test' ? startAdminLater(start) : await start() }
}
