import { type Answers, createAnswers, type Surroundings } from '../../published/answer/answers.ts'

/** What a request reads with: one store, one moment, and rows that are read once. */
export type Reader = Pick<Answers, 'store' | 'moment'> & { answers: Answers }

/** The reader around answers that a request has already. */
export const readerOf = (answers: Answers): Reader => ({ answers, store: answers.store, moment: answers.moment })

/** A reader for one request. */
export const createReader = (surroundings: Surroundings): Reader => readerOf(createAnswers(surroundings))
