/** A text of the admin in its two languages. Vietnamese is what editors see first. */
export type Label = { vi: string; en: string }

/** A label, description or placeholder in both languages; the admin shows the one of the reader's language. */
export const label = ({ vi, en }: Label): { vi: string; en: string } => ({ vi, en })

/** Names of a collection for one document and for many. Vietnamese has no plural form. */
export const collectionLabels = ({ vi, en }: { vi: string; en: [singular: string, plural: string] }) => ({
  singular: { vi, en: en[0] },
  plural: { vi, en: en[1] },
})

/** Options of a select field from a table of value → label. */
export const options = <Value extends string>(table: Readonly<Record<Value, Label>>): { value: Value; label: Label }[] =>
  (Object.entries(table) as [Value, Label][]).map(([value, text]) => ({ value, label: label(text) }))

/** A message for the language in which the request is made. */
export const say = ({ vi, en, req }: Label & { req: { i18n?: { language?: string } } }): string =>
  req.i18n?.language === 'en' ? en : vi
