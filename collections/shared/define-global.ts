import type { GlobalConfig } from 'payload'
import { accessToGlobal } from './access/predicates.ts'
import type { GuardedGlobal } from './access/permissions.ts'
import { normalizeText } from './hooks/normalize-text.ts'

type Definition = Omit<GlobalConfig, 'slug' | 'graphQL' | 'versions'> & { slug: GuardedGlobal; label: NonNullable<GlobalConfig['label']> }

/** A global of the content model with what all of them share: access from the table, texts in NFC, the last twenty versions. */
export const defineGlobal = ({ access, hooks, ...definition }: Definition): GlobalConfig => ({
  ...definition,
  graphQL: false,
  versions: { max: 20, drafts: false },
  access: { ...accessToGlobal(definition.slug), ...access },
  hooks: { ...hooks, beforeValidate: [normalizeText, ...(hooks?.beforeValidate ?? [])] },
})
