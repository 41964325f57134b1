import { type Answers, createAnswers, type Surroundings } from '../../published/answer/answers.ts'
import type { Services } from './services.ts'

/** What a request reads with: one store, one moment, and rows that are read once. */
export type Reader = Pick<Answers, 'store' | 'moment'> & { answers: Answers; services: Services }

/** A reader for one request. */
export const createReader = ({ services, ...surroundings }: Surroundings & { services: Services }): Reader => {
  const answers = createAnswers(surroundings)
  return { answers, services, store: answers.store, moment: answers.moment }
}
