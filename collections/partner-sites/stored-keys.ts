import type { KeyScope, KeyType } from '../../src/partners/key-format.ts'
import type { StoredKey } from '../../src/partners/stored-key.ts'
import { instantOf, rowsOf, textOf, textsOf } from '../shared/public-read.ts'

/** The keys that a document holds, whichever database it comes from. */
export const storedKeys = (doc: Readonly<Record<string, unknown>>): StoredKey[] =>
  rowsOf(doc, 'keys').flatMap((row) => {
    const [shown, hash, createdAt] = [textOf(row, 'shown'), textOf(row, 'hash'), instantOf(row, 'createdAt')]
    return shown === null || hash === null || createdAt === null ? [] : [{
      shown, hash, createdAt, type: textOf(row, 'type') as KeyType, scopes: textsOf(row, 'scopes') as KeyScope[], expiresAt: instantOf(row, 'expiresAt'), revokedAt: instantOf(row, 'revokedAt'),
    }]
  })
