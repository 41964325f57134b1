import { type CollectionBeforeChangeHook, type PayloadRequest, ValidationError, type Where } from 'payload'
import { say } from '../shared/label.ts'

type Redirect = { id: string; from: string; to?: string | null }

const firstWhere = async ({ req, where, id }: { req: PayloadRequest; where: Where; id: string | null }): Promise<Redirect | undefined> => {
  const { docs } = await req.payload.db.find<Redirect>({
    collection: 'redirects', where: { and: [where, ...(id ? [{ id: { not_equals: id } }] : [])] }, limit: 1, pagination: false, req,
  })
  return docs[0]
}

/** Keeps every redirect a single step: its target is no redirect itself, and nothing leads to where it begins. So there are no circles either. */
export const refuseChains: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const id = operation === 'update' ? String(originalDoc.id) : null
  const { from, to } = data as Partial<Redirect>
  const fail = (path: string, message: string): never => {
    throw new ValidationError({ collection: 'redirects', ...(id ? { id } : {}), errors: [{ path, message }] }, req.t)
  }
  if (!from) return data
  if (data.type === '410') data.to = null
  else if (to) {
    if (to === from) fail('to', say({ req, vi: 'Đích trùng với đường dẫn cũ.', en: 'It leads to itself.' }))
    const next = await firstWhere({ req, id, where: { from: { equals: to } } })
    if (next) fail('to', say({ req, vi: `${to} lại được chuyển tới ${next.to ?? 'trang báo đã gỡ'}: hãy dẫn thẳng tới đó.`, en: `${to} redirects to ${next.to ?? 'a page that is gone'} itself: lead there directly.` }))
  }
  const earlier = await firstWhere({ req, id, where: { to: { equals: from } } })
  if (earlier) fail('from', say({ req, vi: `${earlier.from} đang dẫn tới đây: hãy đổi đích của chuyển hướng đó trước.`, en: `${earlier.from} leads here: change that redirect first.` }))
  return data
}
