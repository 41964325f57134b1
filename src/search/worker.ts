import { parentPort } from 'node:worker_threads'
import { createCalls, type IndexCalls } from './calls.ts'

/** A call as it is sent to the thread of the index, and its answer. */
export interface CallMessage {
  id: number
  name: keyof IndexCalls
  argument: unknown
}
export interface AnswerMessage {
  id: number
  result?: unknown
  error?: string
}

// The index has a thread of its own: reading a saved one, building one and walking through the hits of a common word never hold up a request.
const calls = createCalls() as unknown as Record<string, (argument: unknown) => unknown>

parentPort?.on('message', async ({ id, name, argument }: CallMessage) => {
  const answer: AnswerMessage = { id }
  try {
    answer.result = await calls[name]?.(argument)
  } catch (error) {
    answer.error = error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  parentPort?.postMessage(answer)
})
