/**
 * Who of the staff may do what, written by hand: A administrator, E editor-in-chief, S secretary, D editor (of the desk),
 * R reporter, C curator. What no letter stands for is refused; so is everything to an anonymous visitor.
 * Nothing of the program imports this, and this imports nothing of it: where the two differ, one of them is wrong.
 */
export const letters = { A: 'administrator', E: 'editor-in-chief', S: 'secretary', D: 'editor', R: 'reporter', C: 'curator' } as const

type Expected = {
  create: string
  readOne: string
  readList: string
  update: string
  delete: string
  /** Publishing a draft; unpublishing; changing what is public. */
  publish?: string
  readVersions?: string
  unlock?: string
}

export const expectedAccess: Readonly<Record<string, Expected>> = {
  users: { create: 'A', readOne: 'AESDRC', readList: 'AESDRC', update: 'A', delete: 'A', unlock: 'A' },
  media: { create: 'AESDRC', readOne: 'AESDRC', readList: 'AESDRC', update: 'AESDC', delete: 'AESDC' },
  documents: { create: 'AESDRC', readOne: 'AESDRC', readList: 'AESDRC', update: 'AESDC', delete: 'AESDC' },
  authors: { create: 'AESD', readOne: 'AESDRC', readList: 'AESDRC', update: 'AESD', delete: 'AES' },
  categories: { create: 'AES', readOne: 'AESDRC', readList: 'AESDRC', update: 'AES', delete: 'AE' },
  topics: { create: 'AESD', readOne: 'AESDRC', readList: 'AESDRC', update: 'AESD', delete: 'AES' },
  articles: { create: 'AESDR', readOne: 'AESDC', readList: 'AESDRC', update: 'AESD', delete: 'AES', publish: 'AES', readVersions: 'AESDR' },
  'legal-documents': { create: 'AESDC', readOne: 'AESDRC', readList: 'AESDRC', update: 'AESDC', delete: 'AESC' },
  'administrative-units': { create: 'AC', readOne: 'AESDRC', readList: 'AESDRC', update: 'AC', delete: 'A' },
  'product-groups': { create: 'AC', readOne: 'AESDRC', readList: 'AESDRC', update: 'AC', delete: 'A' },
  producers: { create: 'AEC', readOne: 'AESDRC', readList: 'AESDRC', update: 'AEC', delete: 'AC' },
  'partner-brands': { create: 'AESC', readOne: 'AESDRC', readList: 'AESDRC', update: 'AESC', delete: 'AEC' },
  products: { create: 'AEC', readOne: 'AESDRC', readList: 'AESDRC', update: 'AEC', delete: 'AEC', publish: 'AEC', readVersions: 'AEC' },
  certificates: { create: 'AEC', readOne: 'AESDRC', readList: 'AESDRC', update: 'AEC', delete: 'AC' },
  feeds: { create: 'AESC', readOne: 'AESDRC', readList: 'AESDRC', update: 'AESC', delete: 'AES' },
  'partner-sites': { create: 'AEC', readOne: 'AESC', readList: 'AESC', update: 'AEC', delete: 'AE' },
  'webhook-endpoints': { create: 'AEC', readOne: 'AESC', readList: 'AESC', update: 'AEC', delete: 'AE' },
  // Made by sending a test message.
  'webhook-deliveries': { create: 'AEC', readOne: 'AESC', readList: 'AESC', update: '', delete: '' },
  redirects: { create: 'AES', readOne: 'AESD', readList: 'AESD', update: 'AES', delete: 'AES' },
}

export const expectedGlobalAccess: Readonly<Record<string, { read: string; update: string; readVersions: string }>> = {
  'site-settings': { read: 'AESDRC', update: 'AE', readVersions: 'AE' },
  navigation: { read: 'AESDRC', update: 'AES', readVersions: 'AES' },
  'home-page': { read: 'AESDRC', update: 'AES', readVersions: 'AES' },
}

/** Collections that nobody reaches over HTTP. */
export const closedCollections = ['counters', 'published', 'outbox', 'view-buckets', 'view-totals', 'view-notes', 'partner-usage', 'webhook-notes', 'payload-kv', 'payload-jobs', 'payload-migrations']

/** What people may do with documents that they made themselves (an account: with their own), where that differs from the above. */
export const ownAccess: Readonly<Record<string, { readOne?: string; update?: string; delete?: string }>> = {
  users: { update: 'AESDRC' },
  media: { update: 'AESDRC' },
  documents: { update: 'AESDRC' },
  articles: { readOne: 'AESDR', update: 'AESDR', delete: 'AESDR' },
}
