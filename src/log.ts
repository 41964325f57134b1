import { AsyncLocalStorage } from 'node:async_hooks'
import { pino, type Logger, type LoggerOptions } from 'pino'
import { env } from './env.ts'

export type Log = Logger

// Next bundles its own copy of this module: both must see the request that is being served.
const shared = globalThis as typeof globalThis & { __ocopPressRequest?: AsyncLocalStorage<{ requestId: string }> }
const serving = (shared.__ocopPressRequest ??= new AsyncLocalStorage())

/** Runs `run` so that everything logged in it carries the id of the request. */
export const withRequestId = <T>({ requestId, run }: { requestId: string; run: () => T }): T => serving.run({ requestId }, run)

const secretKeys = ['authorization', 'cookie', 'set-cookie', 'password', 'newPassword', 'token', 'secret', 'apiKey', 'x-api-key', 'resetPasswordToken']
const quoted = (key: string) => (/^\w+$/.test(key) ? key : `["${key}"]`)
const atDepth = (prefix: string) => secretKeys.map((key) => (quoted(key).startsWith('[') ? `${prefix}${quoted(key)}` : `${prefix}${prefix ? '.' : ''}${key}`))

/** Where secrets are blotted out: under these keys, at the top and up to three levels down. */
export const redactedPaths = ['', '*', '*.*', '*.*.*'].flatMap(atDepth)

// A driver may put the address it failed to reach, password included, into its message.
const withoutCredentials = (text: string | undefined) => text?.replace(/:\/\/[^\s/:@]+:[^\s/@]+@/g, '://[redacted]@')

// By name: what else drivers hang on their errors is large, circular, or secret.
const serializeError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error
  const { name, message, stack, code, cause } = error as NodeJS.ErrnoException & { cause?: unknown }
  return {
    type: name,
    message: withoutCredentials(message),
    stack: withoutCredentials(stack),
    ...(code === undefined || code === '' ? {} : { code }),
    ...(cause instanceof Error ? { cause: withoutCredentials(cause.message) } : {}),
  }
}

/** How the program logs, apart from where to. */
export const logOptions = ({ level }: { level: string }): LoggerOptions => ({
  level,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: redactedPaths, censor: '[redacted]' },
  serializers: { err: serializeError, error: serializeError },
  mixin: () => serving.getStore() ?? {},
})

const isPretty = env.LOG_FORMAT === 'pretty' || (env.LOG_FORMAT === 'auto' && process.stdout.isTTY === true)

// A request is told in its own words; what those hold is not repeated behind them.
const inWords = (entry: Record<string, unknown>): string =>
  typeof entry['method'] === 'string' ? `${entry['method']} ${entry['path']} ${entry['status'] ?? entry['msg']} ${entry['ms']} ms` : String(entry['msg'] ?? '')

const prettyStream = async () => {
  const { default: pretty } = await import('pino-pretty')
  return pretty({ sync: true, singleLine: true, translateTime: 'SYS:HH:MM:ss', ignore: 'requestId,method,path,status,ms,addresses', messageFormat: inWords })
}

/** The one logger: a line of JSON per event, or readable text on a terminal. */
export const log: Log = isPretty ? pino(logOptions({ level: env.LOG_LEVEL }), await prettyStream()) : pino(logOptions({ level: env.LOG_LEVEL }))

/** Whether a person is likely to be reading along. */
export const someoneIsReading = isPretty
