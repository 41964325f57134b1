import type { Query, Token } from './analyse-query.ts'
import { analyseQuery } from './analyse-query.ts'
import type { Match, Parts } from './match.ts'
import { TYPO_LENGTH_MIN, typosBetween } from './one-typo.ts'
import { wordsIn } from './words.ts'

export interface Suggestion {
  text: string
  /** `completion`: how what was typed goes on. `correction`: what may have been meant, when nothing is found. */
  kind: 'completion' | 'correction'
}

export const SUGGESTIONS_MAX = 6

const plainOf = (text: string): string => wordsIn(text).map(({ fold }) => fold).join(' ')

/** The words of a title in which the words typed stand one after the other, the last one whole. */
const phraseIn = ({ title, tokens }: { title: string; tokens: readonly Token[] }): string | null => {
  const words = wordsIn(title)
  const at = words.findIndex((_, from) => tokens.every(({ fold, isLast }, n) => {
    const word = words[from + n]
    return word !== undefined && (word.fold === fold || (isLast && word.fold.startsWith(fold)))
  }))
  return at < 0 ? null : words.slice(at, at + tokens.length).map(({ term }) => term).join(' ')
}

/**
 * How what was typed goes on: the names that begin with it of the products found and of what hits name, and its words as the best hits write
 * them. What is most common first; never what was typed.
 */
export const completionsOf = ({ q, query: { tokens }, best, parts: { documents, things } }: { q: string; query: Query; best: readonly Match[]; parts: Parts }): Suggestion[] => {
  const typed = plainOf(q)
  const counts = new Map<string, { text: string; count: number; order: number }>()
  const offer = (text: string, order: number) => {
    const said = text.normalize('NFC').toLowerCase()
    const known = counts.get(said) ?? { text, count: 0, order }
    counts.set(said, { ...known, count: known.count + 1 })
  }
  for (const { slot } of best) {
    const title = documents.titleAt(slot)
    const phrase = phraseIn({ title, tokens })
    if (phrase) offer(phrase, 0)
    if (documents.kindAt(slot) === 'product' && documents.lineAt(slot).startsWith(` ${typed}`)) offer(title, 2)
  }
  // Only of things that hits name: what is proposed finds something.
  for (const number of best.flatMap(({ slot }) => documents.thingsAt(slot))) {
    const { name, searched, isThere } = things.at(number)
    if (isThere && searched !== '' && plainOf(name).startsWith(typed)) offer(name, 1)
  }
  return [...counts.values()]
    .filter(({ text }) => text.toLowerCase() !== q.normalize('NFC').trim().toLowerCase())
    .sort((a, b) => a.order - b.order || b.count - a.count || a.text.length - b.text.length || (a.text < b.text ? -1 : 1))
    .slice(0, SUGGESTIONS_MAX)
    .map(({ text }) => ({ text, kind: 'completion' }))
}

/** Corrections of one word that are tried. */
const CHOICES = 4
const CORRECTIONS_MAX = 3

const choicesFor = ({ token: { fold }, vocabulary }: { token: Token; vocabulary: Parts['vocabulary'] }): string[] => {
  if (vocabulary.has(fold)) return [fold]
  const most = fold.length > TYPO_LENGTH_MIN ? 2 : 1
  return fold.length < 3 ? [] : vocabulary.nearest((plain) => { const typos = typosBetween(fold, plain); return typos <= most ? typos : Infinity }).slice(0, CHOICES)
}

/** Every way to choose one of each, the first ones first. */
const combined = (choices: readonly (readonly string[])[]): string[][] =>
  choices.reduce<string[][]>((before, ones) => ones.flatMap((one) => before.map((rest) => [...rest, one])).slice(0, 64), [[]])

/**
 * What may have been meant when nothing is found: words of the index near those typed, or fewer of them; only what finds something, and
 * written as the best hit writes it.
 */
export const correctionsOf = ({ query: { tokens }, find, parts: { documents, vocabulary } }: { query: Query; find: (query: Query) => readonly Match[]; parts: Parts }): Suggestion[] => {
  const choices = tokens.map((token) => choicesFor({ token, vocabulary }))
  const known = choices.filter((ones) => ones.length > 0)
  const isWhole = known.length === choices.length
  const written = (words: readonly string[]): string | null => {
    const query = analyseQuery(words.join(' '))
    const [hit] = find({ isAccented: false, tokens: query.tokens.map((token) => ({ ...token, isLast: false })) })
    if (!hit) return null
    const title = wordsIn(documents.titleAt(hit.slot))
    return words.map((word) => title.find(({ fold }) => fold === word)?.term ?? vocabulary.usual(word)).join(' ')
  }
  const corrections = (ways: readonly (readonly string[])[]): Suggestion[] => {
    const texts = new Set<string>()
    for (const words of ways) {
      const text = texts.size < CORRECTIONS_MAX && words.length > 0 ? written(words) : null
      if (text !== null) texts.add(text)
    }
    return [...texts].map((text) => ({ text, kind: 'correction' }))
  }
  // All words, corrected; else without those that lead nowhere; else, when all are known and never stand together, without each in turn.
  const all = corrections(combined(known))
  return all.length > 0 || !isWhole || known.length < 2 ? all : corrections(known.map((_, without) => known.filter((_one, n) => n !== without).map(([first = '']) => first)))
}
