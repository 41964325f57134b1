import type { Moment, Store } from './store.ts'

// The kinds that show uploaded files: pictures, the text of a legal document, the scan of a certificate.
const kinds = ['image', 'legalDocument', 'product'] as const

/** Whether an uploaded file belongs to something that is visible now. */
export const isPublicFile = async ({ store, filename, moment }: { store: Store; filename: string; moment: Moment }): Promise<boolean> => {
  for (const kind of kinds) {
    if ((await store.find({ kind, by: { facet: `file:${filename}` }, moment })).length > 0) return true
  }
  return false
}
