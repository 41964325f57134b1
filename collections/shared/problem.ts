import { ValidationError, type PayloadRequest } from 'payload'
import { say, type Label } from './label.ts'

/** What is wrong with a document, at which field (dotted path), said so that the person who typed it can act on it. */
export interface Problem {
  path: string
  message: Label
}

/**
 * Refuses a save that has problems, with the messages at their fields and in the language of the request.
 * @throws ValidationError when there is at least one problem.
 */
export const refuse = ({ req, collection, id, problems }: {
  req: PayloadRequest
  collection: string
  id?: string | number
  problems: readonly Problem[]
}): void => {
  if (problems.length === 0) return
  const errors = problems.map(({ path, message }) => ({ path, message: say({ ...message, req }) }))
  throw new ValidationError({ collection, id, errors, req }, req.t)
}
