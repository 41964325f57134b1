/** A node as it is written down: what is not known is null. */
type Sparse<T> = { [K in keyof T]: T[K] | null | undefined }

const isKnown = (value: unknown): boolean => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** A node of structured data without the properties of which nothing is known: an empty one would claim something. */
export const node = <T extends object>(given: Sparse<T>): T => Object.fromEntries(Object.entries(given).filter(([, value]) => isKnown(value))) as T
