import { Worker } from 'node:worker_threads'
import { programBeside, threadProgram } from '../../thread-program.ts'
import type { Moment } from '../../published/store.ts'
import type { Feed } from '../feed.ts'
import type { WholeFormat } from './write-whole.ts'

export interface WriteCall {
  call: number
  moment: Moment
  siteUrl: string
  origin: string
  feed: Feed
  format: WholeFormat
  file: string
}

export type WriteResult = { call: number } & ({ written: { size: number; hash: string } } | { error: string })

export interface FileThread {
  /** @throws Error what writing failed with, or that the thread has ended. */
  write: (call: Omit<WriteCall, 'call'>) => Promise<{ size: number; hash: string }>
  stop: () => Promise<void>
}

// What a page of items takes is far below; a thread that is told so gives its garbage back soon.
const MEMORY = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 }

// Between two changes that matter there may be hours.
const IDLE_MS = 60_000

const program = programBeside({ url: import.meta.url, source: './worker.ts', bundled: 'feed-worker.js' })

/** A thread that writes feeds as files, beside the requests and with little memory. It is there while there is something to write. */
export const createFileThread = ({ databaseUrl }: { databaseUrl: string }): FileThread => {
  const waiting = new Map<number, { resolve: (written: { size: number; hash: string }) => void; reject: (error: Error) => void }>()
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let last = 0

  const end = async (): Promise<void> => {
    const ending = worker
    worker = null
    await ending?.terminate()
  }
  const fail = (from: Worker, error: Error): void => {
    if (worker === from) worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const begin = (): Worker => {
    const [file, options] = threadProgram(program)
    const begun = new Worker(file, { ...options, name: 'feeds', workerData: { databaseUrl }, resourceLimits: MEMORY })
    begun.unref()
    begun.on('message', (result: WriteResult) => {
      const asked = waiting.get(result.call)
      waiting.delete(result.call)
      if ('error' in result) asked?.reject(new Error(result.error))
      else asked?.resolve(result.written)
      if (waiting.size === 0) idle = setTimeout(() => void end(), IDLE_MS).unref()
    })
    begun.on('error', (error: Error) => fail(begun, error))
    begun.on('exit', () => fail(begun, new Error('The thread that writes feeds has ended')))
    return begun
  }
  return {
    write: (asked) => new Promise((resolve, reject) => {
      clearTimeout(idle)
      worker ??= begin()
      last += 1
      waiting.set(last, { resolve, reject })
      worker.postMessage({ call: last, ...asked } satisfies WriteCall)
    }),
    stop: async () => {
      clearTimeout(idle)
      await end()
    },
  }
}
