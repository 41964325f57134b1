import type { CollectionBeforeOperationHook, GlobalBeforeOperationHook, Payload, PayloadRequest } from 'payload';
import { transactionState } from '../transaction-state.ts';
import type { DocumentChains } from './document-chains.ts';

type Args = { id?: number | string };

/** Which document an operation is going to write, as far as its arguments say. */
const documentOf = async ({ operation, args, slug, payload }: { operation: string; args: Args; slug: string; payload: Payload }): Promise<string | undefined> => {
  if (args.id === undefined) return undefined;
  if (operation === 'update' || operation === 'updateByID' || operation === 'delete' || operation === 'deleteByID') return `${slug}/${args.id}`;
  if (operation !== 'restoreVersion') return undefined;
  // Outside the transaction: its first read must come after the waiting.
  const { docs } = await payload.db.findVersions({ collection: slug, where: { id: { equals: args.id } }, limit: 1, pagination: false, select: { parent: true } });
  const parent = docs[0]?.parent;
  return parent === undefined ? undefined : `${slug}/${parent}`;
};

/** Only the operation that began the transaction waits: a nested one holds a chain already, and two could wait for each other. */
const wait = async ({ req, chains, find }: { req: PayloadRequest; chains: DocumentChains; find: () => Promise<string | undefined> }): Promise<void> => {
  const transaction = transactionState(req.payload).transactions.get(String((await req.transactionID) ?? ''));
  if (!transaction || transaction.entered || transaction.ended) return;
  transaction.entered = true;
  const key = await find();
  if (key === undefined) return;
  const release = await chains.acquire(key);
  // It may have run out of time while it waited.
  if (transaction.ended) release();
  else transaction.onEnd.push(release);
};

/** Makes every save, deletion and restoration of a document by its id, and every save of a global, wait in that document's chain. */
export const chainSaves = ({ payload, chains }: { payload: Payload; chains: DocumentChains }): void => {
  for (const { config } of Object.values(payload.collections)) {
    const hook: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
      await wait({ req, chains, find: () => documentOf({ operation, args: args as Args, slug: config.slug, payload }) });
    };
    config.hooks.beforeOperation.unshift(hook);
  }
  for (const config of payload.globals.config) {
    const hook: GlobalBeforeOperationHook = async ({ operation, req }) => {
      if (operation === 'update') await wait({ req, chains, find: () => Promise.resolve(`globals/${config.slug}`) });
    };
    config.hooks.beforeOperation = [hook, ...(config.hooks.beforeOperation ?? [])];
  }
};
