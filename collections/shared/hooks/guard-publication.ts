import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { mayPublish } from '../access/predicates.ts'
import type { GuardedCollection } from '../access/permissions.ts'
import { say } from '../label.ts'
import { writeOf } from './remember-write.ts'

/**
 * Whoever changes what the public sees must have the right to publish: on every path that ends in a save (form, REST, bulk,
 * restored version, duplicate, trash). Drafts beside a published document are free to whoever may edit.
 */
export const guardPublication: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, collection, context, req }) => {
  const write = writeOf({ context, collection: collection.slug })
  // Payload puts the status of a version restored as a draft right only after the hooks.
  if (context['isRestoringVersion'] && write?.draft) data._status = 'draft'
  if (!write || write.byProgram) return data
  if (write.draft && data._status !== 'published') return data

  const main = operation === 'update'
    ? await req.payload.db.findOne<{ id: string; _status?: string; deletedAt?: string | null }>({ collection: collection.slug, where: { id: { equals: originalDoc?.id } }, req })
    : null
  const wasPublic = main?._status === 'published' && !main.deletedAt
  if (data._status !== 'published' && !wasPublic) return data

  if (!mayPublish({ collection: collection.slug as GuardedCollection, user: req.user })) {
    throw new APIError(
      say({
        req,
        vi: 'Bạn không có quyền xuất bản, sửa hoặc gỡ nội dung đang công khai. Hãy lưu bản nháp và nhờ người có quyền xuất bản.',
        en: 'You may not publish, change or withdraw what is public. Save a draft and ask somebody who may publish.',
      }),
      403, undefined, true,
    )
  }
  // The newest version is a draft: merging it in without a word about the status would take the page away by accident.
  if (wasPublic && data._status !== 'published' && !write.statusGiven && !write.trashes && !context['isRestoringVersion']) {
    throw new APIError(
      say({
        req,
        vi: 'Nội dung này đang công khai và có bản nháp mới hơn: hãy gửi draft=true để lưu nháp, hoặc nói rõ _status là “published” hay “draft”.',
        en: 'This is public and has a newer draft: send draft=true to save a draft, or say whether _status is "published" or "draft".',
      }),
      400, undefined, true,
    )
  }
  return data
}
