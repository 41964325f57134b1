import MiniSearch, { type AsPlainObject, type Options } from 'minisearch'
import { termsOf } from './words.ts'

/** The parts of a document in which words are told apart; `about` holds further names and, as `kind:id`, what it refers to. */
export type IndexedField = 'title' | 'lead' | 'about'

/** A document as MiniSearch takes it: terms with spaces between them. */
type Entry = Record<IndexedField, string> & { slot: number }

const options: Options<Entry> = {
  idField: 'slot',
  fields: ['title', 'lead', 'about'],
  // Terms come ready: words by the rules of Vietnamese, and references, which no word can be.
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
}

/** Which documents hold which terms, in MiniSearch. Documents are known by their slot, a small number. */
export const createPostings = (saved?: AsPlainObject) => {
  const index = saved ? MiniSearch.loadJS<Entry>(saved, options) : new MiniSearch<Entry>(options)
  return {
    /** Gives the terms of its texts. */
    put: ({ slot, title, lead, names, refs }: { slot: number; title: string; lead: string; names: string; refs: readonly string[] }): string[] => {
      const entry = { slot, title: termsOf(title), lead: termsOf(lead), about: [termsOf(names), ...refs].join(' ') }
      if (index.has(slot)) index.replace(entry)
      else index.add(entry)
      return `${entry.title} ${entry.lead} ${termsOf(names)}`.split(' ').filter(Boolean)
    },
    remove: (slot: number): void => {
      if (index.has(slot)) index.discard(slot)
    },
    /**
     * Tells of every document with one of these terms in a field, of some more than once. MiniSearch asks of each what it is worth; that
     * nothing is worth anything keeps it from making an object for every hit, of which a common word has a hundred thousand.
     */
    each: ({ terms, field, tell }: { terms: readonly string[]; field: IndexedField; tell: (slot: number) => void }): void => {
      if (terms.length === 0) return
      index.search(terms.join(' '), { fields: [field], boostDocument: (slot: number) => { tell(slot); return 0 } })
    },
    count: (): number => index.documentCount,
    save: (): AsPlainObject => index.toJSON(),
  }
}

export type Postings = ReturnType<typeof createPostings>
