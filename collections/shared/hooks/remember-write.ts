import { APIError, type CollectionBeforeOperationHook, type RequestContext } from 'payload'
import { say } from '../label.ts'

/** What the caller of a write asked for; later hooks see the merged document only and could not tell. */
export interface Write {
  /** Only a new version is wanted, the document itself stays as it is. */
  draft: boolean
  /** Whether the caller said a `_status`. */
  statusGiven: boolean
  trashes: boolean
  /** The program itself writes, not a person. */
  byProgram: boolean
}

/** The write going on in a collection, as `rememberWrite` noted it. */
export const writeOf = ({ context, collection }: { context: RequestContext; collection: string }): Write | undefined =>
  (context['writes'] as Record<string, Write> | undefined)?.[collection]

/**
 * Notes what the caller asked for, and refuses the one combination that Payload would do by halves: trashing with `draft=true`
 * would mark the newest version as deleted and leave the document itself, with its public page, as it was.
 */
export const rememberWrite: CollectionBeforeOperationHook = ({ args, operation, req, collection, overrideAccess }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion') return
  const { draft, data } = args as { draft?: boolean; data?: Record<string, unknown> }
  const trashes = data?.['deletedAt'] != null
  if (draft && data && 'deletedAt' in data && trashes) {
    throw new APIError(
      say({ req, vi: 'Không thể bỏ vào thùng rác kèm draft=true: hãy gửi lại không có draft.', en: 'Trashing with draft=true is refused: send it again without draft.' }),
      400, undefined, true,
    )
  }
  const write: Write = { draft: draft === true, statusGiven: data?.['_status'] !== undefined, trashes, byProgram: overrideAccess === true }
  req.context['writes'] = { ...(req.context['writes'] as object | undefined), [collection.slug]: write }
}
