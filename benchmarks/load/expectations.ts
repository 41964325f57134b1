/**
 * What a save changes and where it shows. Its text carries a number, `[<letter><six digits>]`. `every`: each place that shows it has to
 * show at least the last acknowledged number; `newest`: one place at least (a new document on top of a list).
 */
export interface Publication {
  letter: string
  shown: 'every' | 'newest'
  method: 'PATCH' | 'POST'
  path: string
  /** The document to send, with `%N` where the number stands. */
  body: string
  /** What `%T` in the document counts from, an instant: so many seconds later as the number says. */
  first?: string
  /** Which of the questions show it. */
  questions: readonly number[]
}

export interface Publications {
  token: string
  everyMs: number
  of: readonly Publication[]
  /** The last number that was given to any of them. */
  from: number
  /** The last number of each that has been acknowledged; 0: none. */
  acknowledged: readonly number[]
}

export interface Expectations {
  /** What has been acknowledged by now, by publication. */
  floor: () => readonly number[]
  acknowledge: (publication: number, number: number) => void
  check: (answer: { index: number; answer: Buffer; floor: readonly number[]; status: number }) => void
  checked: () => number
  stale: () => number
  examples: () => string[]
}

const numbersIn = (answer: Buffer, mark: Buffer): number[] => {
  const found: number[] = []
  for (let at = answer.indexOf(mark); at >= 0; at = answer.indexOf(mark, at + mark.length)) found.push(Number(answer.toString('latin1', at + mark.length, at + mark.length + 6)))
  return found
}

/** Holds every answer against the last save that had been acknowledged when the question was sent. */
export const expectations = ({ of, acknowledged }: Pick<Publications, 'of' | 'acknowledged'>): Expectations => {
  let floor = acknowledged
  const marks = of.map(({ letter }) => Buffer.from(`[${letter}`))
  const examples: string[] = []
  let checked = 0
  let stale = 0
  return {
    floor: () => floor,
    acknowledge: (publication, number) => { floor = floor.map((known, index) => (index === publication ? number : known)) },
    check: ({ index, answer, floor: least }) => {
      checked += 1
      const old = of.flatMap(({ letter, shown, questions }, n) => {
        if (!questions.includes(index) || least[n] === 0) return []
        const numbers = numbersIn(answer, marks[n] as Buffer)
        const value = numbers.length === 0 ? -1 : shown === 'every' ? Math.min(...numbers) : Math.max(...numbers)
        return value >= (least[n] as number) ? [] : [`question ${index} showed ${letter}${value} after ${letter}${least[n]} had been acknowledged`]
      })
      if (old.length === 0) return
      stale += 1
      if (examples.length < 5) examples.push(...old)
    },
    checked: () => checked,
    stale: () => stale,
    examples: () => examples,
  }
}
