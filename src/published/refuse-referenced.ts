import { APIError, type PayloadRequest } from 'payload'
import { configOf, findDocument } from './documents.ts'
import { definitions, kindOfSource } from './kinds.ts'
import { type Ref, storeOf } from './store.ts'

const NAMED = 5

const titleOf = async ({ req, ref }: { req: PayloadRequest; ref: Ref }): Promise<string> => {
  const { source } = definitions[ref.kind]
  if (!('collection' in source)) return source.global
  const doc = await findDocument({ payload: req.payload, req, collection: source.collection, id: ref.id })
  const title = doc?.[configOf(req.payload, source.collection)?.admin.useAsTitle ?? 'id'] ?? ref.id
  return `“${String(title)}” (${source.collection})`
}

/**
 * Refuses to delete a document that something published shows, also inside its text, where the database knows of no reference.
 * @throws APIError 409 that names what shows it.
 */
export const refuseReferenced = async ({ req, collection, id }: { req: PayloadRequest; collection: string; id: string }): Promise<void> => {
  const kind = kindOfSource(collection)
  if (!kind) return
  const referrers = await (await storeOf(req.payload)).referrers({ req, refs: [{ kind, id }], limit: NAMED + 1 })
  if (referrers.length === 0) return
  const names: string[] = []
  for (const ref of referrers.slice(0, NAMED)) names.push(await titleOf({ req, ref }))
  const list = names.join('; ')
  const more = referrers.length > NAMED
  throw new APIError(req.i18n?.language === 'en'
    ? `It cannot be deleted: published content shows it: ${list}${more ? '; and more' : ''}. Take it out there first.`
    : `Không xóa được vì nội dung đang xuất bản có dùng: ${list}${more ? '; và những nơi khác' : ''}. Hãy gỡ ở đó trước.`, 409, undefined, true)
}
