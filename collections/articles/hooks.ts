import { type CollectionBeforeChangeHook, ValidationError } from 'payload'
import { type Retraction, retractionProblem } from '../../src/newsroom/retraction.ts'
import { hasRole, staffMember } from '../shared/access/roles.ts'
import { writeOf } from '../shared/hooks/remember-write.ts'
import { say } from '../shared/label.ts'

type Correction = { id?: string; by?: unknown }
type Records = { corrections?: Correction[] | null; retraction?: (Retraction & { by?: unknown }) | null }

/**
 * Keeps the records of corrections and retractions honest: they survive the restoring of an older version, remember who made
 * them, and a retracted article comes back only by the hand of those who may, with a reason.
 */
export const keepRecords: CollectionBeforeChangeHook = ({ data, originalDoc, operation, context, collection, req }) => {
  const before: Records = operation === 'update' ? originalDoc : {}
  if (context['isRestoringVersion']) return { ...data, corrections: before.corrections ?? [], retraction: before.retraction ?? {} }

  const after = data as Records
  const byProgram = writeOf({ context, collection: collection.slug })?.byProgram ?? true
  const problem = retractionProblem({
    before: before.retraction ?? null, after: after.retraction ?? null, mayLift: byProgram || hasRole(req.user, 'administrator', 'editor-in-chief'),
  })
  if (problem) {
    throw new ValidationError({ collection: collection.slug, ...(operation === 'update' ? { id: originalDoc.id } : {}), errors: [{ path: problem.path, message: say({ req, ...problem }) }] }, req.t)
  }
  const person = staffMember(req.user)?.id ?? null
  const known = new Map((before.corrections ?? []).map((correction) => [correction.id, correction.by ?? null]))
  const changed = (before.retraction?.at ?? null) !== (after.retraction?.at ?? null)
  return {
    ...data,
    ...(after.corrections ? { corrections: after.corrections.map((correction) => ({ ...correction, by: known.has(correction.id) ? known.get(correction.id) : person })) } : {}),
    ...(after.retraction ? { retraction: { ...after.retraction, by: changed ? person : (before.retraction?.by ?? null) } } : {}),
  }
}
