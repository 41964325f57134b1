import type { IndexedDocument } from './indexed.ts'
import { type SearchKind, searchKinds } from './kinds.ts'
import { foldedLine, wordsIn } from './words.ts'

/** A day as a number that compares as days do; 0 for none. */
const dayNumber = (day: string | null): number => (day ? Number(day.replaceAll('-', '')) : 0)

/** The beginning of a window that does not open; a number that JSON knows. */
const NEVER = Number.MAX_SAFE_INTEGER

/** What is kept of each document beside its words: what decides whether, where and under which counts it is shown. */
export const createDocuments = () => {
  const slots = new Map<string, number>()
  const refs: string[] = []
  const titles: string[] = []
  const lines: string[] = []
  const things: (readonly number[])[] = []
  const kinds: number[] = []
  const stars: number[] = []
  const starsThrough: number[] = []
  const from: number[] = []
  const until: number[] = []

  return {
    /** The slot of a document; a document keeps its slot for good. */
    slotOf: (ref: string): number => {
      const slot = slots.get(ref) ?? refs.push(ref) - 1
      slots.set(ref, slot)
      return slot
    },
    known: (ref: string): number | undefined => slots.get(ref),
    put: ({ slot, document, numbers }: { slot: number; document: Omit<IndexedDocument, 'lead' | 'names'>; numbers: readonly number[] }): void => {
      titles[slot] = document.title
      lines[slot] = foldedLine(wordsIn(document.title))
      things[slot] = numbers
      kinds[slot] = searchKinds.indexOf(document.kind)
      stars[slot] = document.stars ?? 0
      starsThrough[slot] = dayNumber(document.starsThrough)
      from[slot] = document.from
      until[slot] = document.until
    },
    /** Leaves nothing of a document but its slot. */
    clear: (slot: number): void => {
      titles[slot] = ''
      lines[slot] = ''
      things[slot] = []
      from[slot] = NEVER
      until[slot] = 0
    },
    size: (): number => refs.length,
    refAt: (slot: number): string => refs[slot] as string,
    titleAt: (slot: number): string => titles[slot] ?? '',
    /** Its title as a folded line. */
    lineAt: (slot: number): string => lines[slot] ?? '',
    thingsAt: (slot: number): readonly number[] => things[slot] ?? [],
    kindAt: (slot: number): SearchKind => searchKinds[kinds[slot] ?? 0] as SearchKind,
    fromAt: (slot: number): number => from[slot] ?? NEVER,
    untilAt: (slot: number): number => until[slot] ?? 0,
    isVisible: (slot: number, now: number): boolean => (from[slot] ?? NEVER) <= now && now < (until[slot] ?? 0),
    /** Its stars on a day; 0 when none are in force. */
    starsOn: (slot: number, today: string): number => (stars[slot] && (starsThrough[slot] ?? 0) >= dayNumber(today) ? stars[slot] : 0),
    /** As it was put, to be saved. */
    recordAt: (slot: number) => ({ title: titles[slot] ?? '', kind: kinds[slot] ?? 0, stars: stars[slot] ?? 0, starsThrough: starsThrough[slot] ?? 0, from: from[slot] ?? NEVER, until: until[slot] ?? 0, things: things[slot] ?? [] }),
  }
}

export type Documents = ReturnType<typeof createDocuments>
