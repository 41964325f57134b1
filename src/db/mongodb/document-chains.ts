import { createQueue, type Release } from '../turn-queue.ts'

/**
 * A chain for each document: who saves it waits for whoever saves it now. MongoDB alone refuses the later of two
 * transactions on one document; waiting before its first read lets it see what the earlier one wrote.
 * @throws DatabaseBusyError (from `acquire`) after `waitLimitMs`.
 */
export const createDocumentChains = ({ waitLimitMs }: { waitLimitMs: number }) => {
  const chains = new Map<string, ReturnType<typeof createQueue>>()

  return {
    acquire: async (key: string): Promise<Release> => {
      const chain = chains.get(key) ?? createQueue({ waitLimitMs })
      chains.set(key, chain)
      const release = await chain.acquire()
      return () => {
        release()
        if (chain.idle) chains.delete(key)
      }
    },
    /** Documents being saved now. */
    get size() {
      return chains.size
    },
  }
}

export type DocumentChains = ReturnType<typeof createDocumentChains>
