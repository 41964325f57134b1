import type { CollectionSlug, TextField, TextFieldSingleValidation } from 'payload'
import { toSlug } from '../../../src/text/to-slug.ts'
import { label, say } from '../label.ts'

type SlugOptions = {
  /** The field whose text the slug is made of while nobody has typed one. */
  from: string
  /** Takes this text instead of the field's when one field does not say enough, for instance a name and the year a unit ended. */
  sourceOf?: (data: Readonly<Record<string, unknown>>) => string
}

/** What the composer's hook reads back from the field. */
export type SlugSource = { slugFrom: string; slugOf: (data: Readonly<Record<string, unknown>>) => string }

const validSlug: TextFieldSingleValidation = async (value, { req, id, collectionSlug, event }) => {
  if (!value) {
    return say({ req, vi: 'Chưa có đường dẫn: hãy nhập tên có chữ cái hoặc chữ số, hoặc tự gõ đường dẫn.', en: 'There is no slug: give a name with letters or digits, or type the slug.' })
  }
  if (toSlug(value, { max: 120 }) !== value) {
    return say({ req, vi: `Đường dẫn chỉ gồm a–z, 0–9 và dấu gạch nối; ví dụ: ${toSlug(value) || 'mien-dong'}`, en: `A slug has only a–z, 0–9 and hyphens, such as ${toSlug(value) || 'mien-dong'}` })
  }
  if (event === 'onChange' || !collectionSlug) return true
  const { docs } = await req.payload.db.find({
    collection: collectionSlug as CollectionSlug,
    where: { and: [{ slug: { equals: value } }, ...(id ? [{ id: { not_equals: id } }] : [])] },
    limit: 1, pagination: false, req,
  })
  return docs.length === 0 || say({ req, vi: `Đường dẫn “${value}” đã được dùng, hãy chọn đường dẫn khác.`, en: `The slug "${value}" is taken; choose another.` })
}

/**
 * The part of an address that names a document, unique in its collection. While nobody types one it is made of `from` by
 * `toSlug` and gets `-2`, `-3` … where it is taken; a typed one that is taken is an error at the field. It follows `from` until
 * the document is first published (without drafts: first saved), then changes only when somebody types another.
 * The work is done by hooks/settle-slug.ts, which `defineCollection` attaches.
 */
export const slugField = ({ from, sourceOf }: SlugOptions): TextField => ({
  name: 'slug',
  type: 'text',
  label: label({ vi: 'Đường dẫn', en: 'Slug' }),
  unique: true,
  index: true,
  disableDuplicate: true,
  validate: validSlug,
  admin: {
    position: 'sidebar',
    description: label({
      vi: 'Để trống thì hệ thống tự tạo. Đổi sau khi đã đăng thì địa chỉ cũ được chuyển hướng.',
      en: 'Made automatically when left empty. Changed after publication, the old address redirects.',
    }),
  },
  custom: {
    slugFrom: from,
    slugOf: sourceOf ?? ((data) => String(data[from] ?? '')),
  } satisfies SlugSource,
})
