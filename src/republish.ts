import { getPayload } from 'payload'
import { republish } from './published/republish.ts'
import { storeOf } from './published/store.ts'

/** `npm run republish`: makes the published store anew from the documents. On SQLite the server must not run meanwhile. */
const main = async (): Promise<void> => {
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config, cron: false })
  const { rewritten, withdrawn, untouched } = await republish({ payload })
  payload.logger.info(`Published store: ${rewritten} rows rewritten, ${withdrawn} withdrawn, ${untouched} as they were`)
  ;(await storeOf(payload)).close()
  await payload.destroy()
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exit(1)
  },
)
