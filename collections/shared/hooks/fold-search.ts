import type { CollectionBeforeOperationHook, Where } from 'payload'
import { fold } from '../../../src/text/fold.ts'

type Conditions = Record<string, unknown>

const searched = (operators: unknown): string | null => {
  const { like, contains } = operators as { like?: unknown; contains?: unknown }
  const text = like ?? contains
  return typeof text === 'string' ? text : null
}

const folded = (where: Where, title: string): Where =>
  Object.fromEntries(
    Object.entries(where).flatMap(([path, condition]): [string, unknown][] => {
      if (path === 'and' || path === 'or') return [[path, (condition as Where[]).map((part) => folded(part, title))]]
      const text = searched(condition)
      if (text === null) return [[path, condition]]
      if (path === 'searchFolded') return [[path, { like: fold(text) }]]
      return path === title ? [['or', [{ [path]: condition as Conditions }, { searchFolded: { like: fold(text) } }]]] : [[path, condition]]
    }),
  ) as Where

/**
 * Makes searching blind to accents and case, in lists and in relation pickers: a term for `searchFolded` is folded like the
 * stored text, and a term for the title also looks there. SQLite's LIKE knows no case beyond ASCII, and neither database folds đ.
 */
export const foldSearch: CollectionBeforeOperationHook = ({ args, operation, collection }) => {
  const { where } = args as { where?: Where }
  if (!where || (operation !== 'read' && operation !== 'count')) return
  return { ...args, where: folded(where, collection.admin?.useAsTitle ?? 'id') }
}
