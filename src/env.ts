import path from 'node:path'
import { z } from 'zod'
import { embeddedSecret } from './embedded-secret.ts'
import { addressOrNone, count, countFromOne, countingWindow, duration, flag, flushInterval, headerOrNone, hostPorts, networks, oneOf, origin, origins, originsOrAny, port, SettingsError, share, size, trustProxy, webAddress } from './setting-types.ts'

type Setting = {
  read: z.ZodType<unknown, string>
  /** Taken when the variable is unset or empty; a function when it follows from other settings. */
  default?: string | ((texts: Texts) => string)
  /** How the documentation shows a default that follows from other settings. */
  defaultNote?: string
  description: string
}
type Texts = Record<string, string | undefined>

const text = z.string()

const publicOrigin = ({ PUBLIC_ORIGIN, PORT }: Texts): string =>
  PUBLIC_ORIGIN || `http://localhost:${PORT && /^[1-9]\d{0,4}$/.test(PORT) ? PORT : '3000'}`

/** Every setting of the program. `docs/operations.md` shows this table. */
export const settings = {
  NODE_ENV: {
    read: oneOf(['development', 'production', 'test']),
    default: 'development',
    description: '`npm start` sets `production`, `npm run dev` sets `development`. Production refuses unsafe settings.',
  },
  ROLE: {
    read: oneOf(['all', 'api', 'admin', 'worker']),
    default: 'all',
    description:
      'What this process does: `api` answers the public routes, `admin` serves `/admin` and `/api`, `worker` does what time brings, `all` does everything. SQLite needs `all`.',
  },
  PORT: { read: port, default: '3000', description: 'Port to listen on; 0 takes any free one and prints it.' },
  HOST: { read: text, default: '', defaultNote: 'all interfaces', description: 'Address to listen on, such as `127.0.0.1`.' },
  PUBLIC_ORIGIN: {
    read: origin,
    default: publicOrigin,
    defaultNote: '`http://localhost:<PORT>`',
    description: 'Origin under which people reach this server. Cookies are `secure` when it is https. Requests to another host are refused.',
  },
  EXTRA_ORIGINS: { read: origins, default: '', description: 'Further origins of this server, separated by commas, such as an internal name.' },
  SITE_URL: {
    read: webAddress,
    default: publicOrigin,
    defaultNote: '`PUBLIC_ORIGIN`',
    description: 'Address of the reader site: the `url` of every article and product begins with it.',
  },
  CORS_ORIGINS: {
    read: originsOrAny,
    default: '',
    description: 'Origins whose pages may call the staff API at `/api` with cookies, separated by commas. The public API is open to all and knows no cookies. `*` is refused in production.',
  },
  TRUST_PROXY: {
    read: trustProxy,
    default: 'none',
    description: 'Which proxies are believed about the client: `none`, a number of hops, or addresses separated by commas.',
  },
  DATA_DIR: { read: text, default: './data', description: 'Folder of the embedded database, the secret and the uploads.' },
  DATABASE_URL: {
    read: text.regex(/^(file:.|mongodb(\+srv)?:\/\/.)/, {
      message: 'names no database: write file:<path> for SQLite or mongodb://<hosts>/<name>?replicaSet=<set> for MongoDB',
    }),
    default: ({ DATA_DIR }) => `file:${DATA_DIR || './data'}/ocop-press.db`,
    defaultNote: '`file:<DATA_DIR>/ocop-press.db`',
    description: 'Where everything is kept: `file:…` is SQLite, one process; `mongodb://…?replicaSet=…` is MongoDB, as many processes as wanted.',
  },
  UPLOAD_DIR: {
    read: text,
    default: ({ DATA_DIR }) => `${DATA_DIR || './data'}/uploads`,
    defaultNote: '`<DATA_DIR>/uploads`',
    description: 'Folder of the uploaded files. With several processes it is one shared folder.',
  },
  PAYLOAD_SECRET: {
    read: text,
    default: '',
    defaultNote: 'made in `<DATA_DIR>/secret` for SQLite',
    description: 'Signs sessions: at least 32 characters nobody can guess (`openssl rand -hex 32`). The same one for all processes.',
  },
  SEED: {
    read: oneOf(['demo', 'reference', 'none']),
    default: 'demo',
    description:
      'What an empty database is given at the first start: `demo` (reference data and an example newspaper), `reference` (provinces, product groups, decisions on OCOP), `none`. One administrator is made in each case.',
  },
  ADMIN_EMAIL: {
    read: z.email({ message: 'is not an e-mail address' }),
    default: 'admin@ocop-press.local',
    description: 'E-mail address of the administrator that the first start makes.',
  },
  ADMIN_PASSWORD: {
    read: text.refine((password) => password === '' || password.length >= 12, {
      message: 'is too short: take at least 12 characters, or leave it out to have one made',
    }),
    default: '',
    defaultNote: 'made and printed once',
    description: 'Password of that administrator.',
  },
  JSON_LIMIT: { read: size, default: '1mb', description: 'Largest body of a request that is not an upload.' },
  UPLOAD_LIMIT: { read: size, default: '20mb', description: 'Largest uploaded file.' },
  REQUEST_TIMEOUT: { read: duration, default: '60s', description: 'A request of the staff API that takes longer is answered 503.' },
  TRANSACTION_TIMEOUT: { read: duration, default: '10s', description: 'A write that holds its transaction longer is rolled back.' },
  CACHE_SIZE: { read: size, default: '128mb', description: 'Memory for finished public answers, at most; `0b` keeps none.' },
  STALE_MAX: {
    read: duration,
    default: '1h',
    description: 'How long stored answers go on being served when the database is away or changes are not heard of. Never beyond the next edge of a window, or midnight in Hanoi.',
  },
  READ_TIMEOUT: { read: duration, default: '5s', description: 'A public answer that takes longer to make is answered 503.' },
  CDN_TAGS: { read: flag, default: '0', description: 'Whether public answers name what they follow from as `Surrogate-Key`: `1` for a content delivery network that purges by it.' },
  WEBSUB_HUB: { read: addressOrNone, default: '', description: 'Address of a WebSub hub that the feeds advertise and that is told of their changes.' },
  PURGE_URL: { read: addressOrNone, default: '', description: 'Address of a content delivery network that is told of every change, by the tags of the answers that follow from it.' },
  PURGE_HEADER: { read: headerOrNone, default: '', description: 'Header that is sent to `PURGE_URL`, such as `Fastly-Key: <key>`. It is never logged.' },
  WEBHOOK_ALLOW: {
    read: hostPorts,
    default: '',
    description: 'Receivers of webhooks, as `host:port` separated by commas, that may be on a private address and without TLS: for tests and development. Refused in production.',
  },
  VIEWS_SAMPLE: { read: share, default: '1', description: 'Which part of the views reported at `/v1/views` is counted, drawn at random: `1` is each, `0.1` one in ten, which then counts ten.' },
  VIEWS_FLUSH: {
    read: flushInterval,
    default: '60s',
    description: 'How often counted views are written and the rankings of what is read most are made anew. A killed process loses at most the views of this time.',
  },
  USAGE_FLUSH: {
    read: flushInterval,
    default: '60s',
    description: 'How often it is written what partner sites have asked with their keys, and read what they have asked of other processes: their quotas of a day are exact to this time. A killed process loses at most so much.',
  },
  GATE_CONCURRENCY: {
    read: countFromOne,
    default: '16',
    description: 'How many answers that are not stored are made at once in a process. One core is busy with far fewer; more wait for the database beside each other.',
  },
  GATE_QUEUE: { read: count, default: '256', description: 'How many further ones may wait for their turn. Beyond that they are answered 503 at once.' },
  GATE_WAIT: {
    read: duration,
    default: '500ms',
    description: 'The longest wait for a turn. A burst is taken as long as it can be worked off in half of it, and a queue that stands for longer is kept to a quarter; the surplus is answered 503 at once.',
  },
  GATE_LATE: {
    read: duration,
    default: '250ms',
    description: 'A process whose event loop is late by this much (99th percentile, for a second) refuses uncached GraphQL; by twice as much also REST, by four times also feeds. `0s`: never.',
  },
  RATE_LIMIT_READS: {
    read: count,
    default: '600',
    description: 'How many public answers that are not stored one client may have made in `RATE_LIMIT_READS_WINDOW`, per process; 0: any number. Stored answers are not counted. A client is an IPv4 address or an IPv6 /64 network.',
  },
  RATE_LIMIT_READS_WINDOW: { read: countingWindow, default: '1m', description: 'Window of `RATE_LIMIT_READS`; it begins with the first request.' },
  RATE_LIMIT_EXEMPT: {
    read: networks,
    default: '127.0.0.0/8,::1',
    description: 'Addresses and networks of your own front ends, separated by commas: their reads, and the views they report, are not limited. Logins from there are.',
  },
  RATE_LIMIT_VIEWS: {
    read: count,
    default: '120',
    description: 'How many views one client may report at `/v1/views` in `RATE_LIMIT_VIEWS_WINDOW`, per process; 0: any number. Readers behind one address share it.',
  },
  RATE_LIMIT_VIEWS_WINDOW: { read: countingWindow, default: '1m', description: 'Window of `RATE_LIMIT_VIEWS`.' },
  RATE_LIMIT_LOGIN: { read: count, default: '5', description: 'How many wrong passwords are taken for one account from one client in `RATE_LIMIT_LOGIN_WINDOW`; 0: any number.' },
  RATE_LIMIT_LOGIN_ADDRESS: { read: count, default: '50', description: 'The same for all accounts together: an office behind one address shares it. Logins that succeed do not count.' },
  RATE_LIMIT_LOGIN_WINDOW: { read: countingWindow, default: '10m', description: 'Window of these two limits; it begins with the first failure.' },
  RATE_LIMIT_RESET: { read: count, default: '3', description: 'How often a new password may be asked for, for one account from one client in `RATE_LIMIT_RESET_WINDOW`; 0: any number.' },
  RATE_LIMIT_RESET_ADDRESS: { read: count, default: '20', description: 'The same for all accounts together.' },
  RATE_LIMIT_RESET_WINDOW: { read: countingWindow, default: '1h', description: 'Window of these two limits; it begins with the first request.' },
  LOGIN_FAILURE_TIME: {
    read: duration,
    default: '1s',
    description: 'A login that fails is answered after a whole multiple of this time, and so is every request for a new password: the time does not tell whether there is such an account.',
  },
  SHUTDOWN_DELAY: {
    read: duration,
    default: '0s',
    description: 'How long a stopping process goes on serving while `/readyz` says no: one period of the load balancer\'s probe.',
  },
  SHUTDOWN_TIMEOUT: { read: duration, default: '25s', description: 'A stopping process that has not finished by then is ended with exit code 1.' },
  LOG_LEVEL: {
    read: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    default: 'info',
    description: 'The least important messages that are logged.',
  },
  LOG_FORMAT: { read: oneOf(['auto', 'json', 'pretty']), default: 'auto', description: '`auto` is readable on a terminal and JSON elsewhere.' },
  METRICS_TOKEN: { read: text, default: '', description: 'When set, `/metrics` asks for it as `Authorization: Bearer <token>`.' },
} as const satisfies Record<string, Setting>

type SettingName = keyof typeof settings
type Values = { [K in SettingName]: z.output<(typeof settings)[K]['read']> }

/** What the program is told from outside, and what follows from it. Sizes are bytes, durations milliseconds. */
export type Env = Readonly<
  Values & {
    databaseKind: 'sqlite' | 'mongodb'
    /** Every origin of this server, the public one first; if that is local, all names of this machine. */
    allOrigins: readonly string[]
    /** Whether the public origin is this machine only. */
    isLocal: boolean
    /** Whether cookies may be `secure`: the public origin is https. */
    secureCookies: boolean
    /** What an operator should know but can live with. */
    warnings: readonly string[]
  }
>

const secretMinimum = 32
// The values of these are never repeated in a message.
const secretNames = new Set(['ADMIN_PASSWORD', 'PAYLOAD_SECRET', 'METRICS_TOKEN', 'DATABASE_URL', 'PURGE_URL', 'PURGE_HEADER'])
const localHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

// On one's own machine it does not matter by which of its names one comes.
const localOrigins = (port: number): string[] => [...localHosts].map((host) => new URL(`http://${host}:${port}`).origin)

const defaultOf = ({ name, texts }: { name: SettingName; texts: Texts }): string => {
  const { default: given }: Setting = settings[name]
  return typeof given === 'function' ? given(texts) : (given ?? '')
}

const isWeak = (secret: string): boolean =>
  Buffer.byteLength(secret) < secretMinimum || new Set(secret).size < 10 || /change.?me|your.?secret|example|password|123456789/i.test(secret)

type Refusal = { when: (values: Values) => boolean; say: string }

/** What only production refuses: what is handy on a desk and dangerous on the Internet. */
const productionRefusals: readonly Refusal[] = [
  {
    when: ({ PAYLOAD_SECRET, DATABASE_URL }) => !PAYLOAD_SECRET && !DATABASE_URL.startsWith('file:'),
    say: 'PAYLOAD_SECRET is missing: with MongoDB all processes need the same one. Make one with `openssl rand -hex 32`',
  },
  {
    when: ({ PAYLOAD_SECRET }) => PAYLOAD_SECRET !== '' && isWeak(PAYLOAD_SECRET),
    say: `PAYLOAD_SECRET can be guessed: take at least ${secretMinimum} random characters, from \`openssl rand -hex 32\``,
  },
  {
    when: ({ DATABASE_URL }) => DATABASE_URL.startsWith('mongodb') && !/[?&]replicaSet=[^&]/.test(DATABASE_URL),
    say: 'DATABASE_URL names no replica set, and MongoDB has no transactions without one: add ?replicaSet=<set>',
  },
  {
    when: ({ DATABASE_URL, ROLE }) => DATABASE_URL.startsWith('file:') && ROLE !== 'all',
    say: 'ROLE must be all with SQLite, whose file belongs to one process: leave ROLE out, or take MongoDB for several processes',
  },
  {
    when: ({ CORS_ORIGINS }) => CORS_ORIGINS.includes('*'),
    say: 'CORS_ORIGINS is *, but the staff API works with cookies: name the origins that may use it. The public API is open to all without it',
  },
  {
    when: ({ WEBHOOK_ALLOW }) => WEBHOOK_ALLOW.length > 0,
    say: 'WEBHOOK_ALLOW lets messages to partners go to private addresses and without TLS: leave it out in production',
  },
]

const warningsOf = ({ values, isLocal }: { values: Values; isLocal: boolean }): string[] => {
  const plain = values.PUBLIC_ORIGIN.startsWith('http:') && !isLocal && values.NODE_ENV === 'production'
  return [
    ...(plain ? [`PUBLIC_ORIGIN ${values.PUBLIC_ORIGIN} is not https: passwords and sessions travel readable for everyone on the way`] : []),
    ...(values.PURGE_URL && !values.CDN_TAGS ? ['PURGE_URL is called with the tags of answers, but no answer says its own: set CDN_TAGS=1'] : []),
  ]
}

/** Reads the settings from variables such as those of the process. @throws SettingsError naming everything that is wrong. */
export const readSettings = (source: Texts): Env => {
  const texts: Texts = Object.fromEntries(Object.keys(settings).map((name) => [name, source[name]?.trim()]))
  const problems: string[] = []
  const read = Object.entries(settings as Record<string, Setting>).map(([name, setting]) => {
    const given = texts[name] || defaultOf({ name: name as SettingName, texts })
    const result = setting.read.safeParse(given)
    if (!result.success) problems.push(...result.error.issues.map(({ message }) => `${name}: ${secretNames.has(name) ? 'the value' : `"${given}"`} ${message}`))
    return [name, result.data]
  })
  if (problems.length > 0) throw new SettingsError(problems)

  const values = Object.fromEntries(read) as Values
  if (values.NODE_ENV === 'production') {
    problems.push(...productionRefusals.filter(({ when }) => when(values)).map(({ say }) => say))
    if (problems.length > 0) throw new SettingsError(problems)
  }

  const isLocal = localHosts.has(new URL(values.PUBLIC_ORIGIN).hostname)
  const dataDir = path.resolve(values.DATA_DIR)
  let secret = values.PAYLOAD_SECRET
  return Object.freeze({
    ...values,
    DATA_DIR: dataDir,
    UPLOAD_DIR: path.resolve(values.UPLOAD_DIR),
    // Made when first asked for, so that reading the settings alone writes nothing. A build signs nothing and keeps none.
    get PAYLOAD_SECRET() {
      secret ||= source['NEXT_PHASE'] === 'phase-production-build' ? 'unused-while-building' : embeddedSecret({ dataDir })
      return secret
    },
    databaseKind: values.DATABASE_URL.startsWith('file:') ? ('sqlite' as const) : ('mongodb' as const),
    allOrigins: [...new Set([values.PUBLIC_ORIGIN, ...values.EXTRA_ORIGINS, ...(isLocal ? localOrigins(values.PORT) : [])])],
    isLocal,
    secureCookies: values.PUBLIC_ORIGIN.startsWith('https:'),
    warnings: warningsOf({ values, isLocal }),
  })
}

/** The settings as a Markdown table for `docs/operations.md`. */
export const settingsTable = (): string =>
  [
    '| setting | default | meaning |',
    '| --- | --- | --- |',
    ...Object.entries(settings as Record<string, Setting>).map(([name, setting]) => {
      const shown = setting.defaultNote ?? (setting.default ? `\`${String(setting.default)}\`` : '')
      return `| \`${name}\` | ${shown} | ${setting.description.replaceAll('|', '\\|')} |`
    }),
  ].join('\n')

/** The settings of this process. */
export const env: Env = readSettings(process.env)

/** Whether Payload's command line is working on migrations now. It says so after the settings are read. */
export const isMigrating = (): boolean => process.env['PAYLOAD_MIGRATING'] === 'true'
