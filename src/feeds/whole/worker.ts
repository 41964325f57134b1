// The program of the thread that writes feeds as files: it reads the store by a connection of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from '../../published/open-reader.ts'
import type { WriteCall, WriteResult } from './file-thread.ts'
import { writeWhole } from './write-whole.ts'

const { databaseUrl } = workerData as { databaseUrl: string }
const opening = openReader({ databaseUrl })

parentPort?.on('message', ({ call, moment, siteUrl, origin, feed, format, file }: WriteCall) => {
  const answer = (result: WriteResult) => parentPort?.postMessage(result)
  opening
    .then(({ store }) => writeWhole({ feed, format, file, reading: { store, moment, siteUrl, origin } }))
    .then((written) => answer({ call, written }), (error: Error) => answer({ call, error: `${error.name}: ${error.message}` }))
})
