import { Worker } from 'node:worker_threads'
import { programBeside, threadProgram } from '../thread-program.ts'
import type { IndexCalls } from './calls.ts'
import type { AnswerMessage, CallMessage } from './worker.ts'

type Returned<F> = F extends (...args: never[]) => infer R ? Awaited<R> : never

/** The index, wherever it lives: every call is a promise, and calls are answered in their order. */
export type IndexClient = {
  [Name in keyof IndexCalls]: (...args: Parameters<IndexCalls[Name]>) => Promise<Returned<IndexCalls[Name]>>
}

/** The thread of the index has ended, and with it what was asked of it. */
export class IndexEndedError extends Error {
  constructor(cause?: unknown) {
    super('The thread of the search index has ended', { cause })
    this.name = 'IndexEndedError'
  }
}

const program = programBeside({ url: import.meta.url, source: './worker.ts', bundled: 'search-worker.js' })

const names: readonly (keyof IndexCalls)[] = ['open', 'clear', 'put', 'remove', 'putThings', 'removeThings', 'scheduledAfter', 'count', 'search', 'save']

/**
 * Starts the index in a thread of its own. `onEnd` hears of an end that was not asked for; everything that waits is then rejected with
 * IndexEndedError. `from`: the program of the thread, by default the one beside this module.
 */
export const startIndexThread = ({ onEnd, from = program }: { onEnd: (error: unknown) => void; from?: URL }): { index: IndexClient; stop: () => Promise<void> } => {
  const [file, options] = threadProgram(from)
  const worker = new Worker(file, { ...options, name: 'search' })
  // It does not keep the process alive.
  worker.unref()
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: unknown) => void }>()
  let last = 0
  let ended: IndexEndedError | null = null
  let isStopping = false

  const end = (cause?: unknown): void => {
    if (ended) return
    ended = new IndexEndedError(cause)
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
    if (!isStopping) onEnd(cause ?? ended)
  }
  worker.on('message', ({ id, result, error }: AnswerMessage) => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) call?.resolve(result)
    else call?.reject(new Error(`The search index failed: ${error}`))
  })
  worker.on('error', end)
  worker.on('exit', () => end())

  const call = (name: keyof IndexCalls) => (argument?: unknown): Promise<unknown> => new Promise((resolve, reject) => {
    if (ended) return reject(ended)
    last += 1
    waiting.set(last, { resolve, reject })
    worker.postMessage({ id: last, name, argument } satisfies CallMessage)
  })
  return {
    index: Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as IndexClient,
    stop: async () => {
      isStopping = true
      await worker.terminate()
    },
  }
}
