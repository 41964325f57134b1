import { getPayload } from 'payload'
import { env } from './env.ts'
import { log } from './log.ts'
import { seedIfEmpty, type SeedOutcome } from './seed/index.ts'

const sentences: Readonly<Record<SeedOutcome, string>> = {
  seeded: 'The database has been seeded.',
  'done-before': 'The database was seeded before: nothing was changed.',
  'not-empty': 'The database is not empty: nothing was changed. To seed a fresh one, point DATABASE_URL (or DATA_DIR) at an empty place.',
}

/** `npm run seed`: gives an existing empty database its content without starting the server. */
try {
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config, cron: false })
  const outcome = await seedIfEmpty({ payload, log, mode: env.SEED === 'none' ? 'demo' : env.SEED, asked: true })
  log.info(sentences[outcome])
  await payload.destroy()
  process.exit(0)
} catch (error) {
  process.stderr.write(`Seeding failed: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
