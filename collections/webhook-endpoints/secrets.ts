import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { nowMs } from '../../src/clock.ts'
import { makeSecret, rotated, seal, type SealedSecret } from '../../src/webhooks/secrets.ts'
import { say } from '../shared/label.ts'

/** What an endpoint asks of the secrets of a receiver: to show the first one, which happens once, or to put another in its place. */
export type SecretChange = { show: true } | { sealed: string }

/** Under this name a change stands in the context of the update that makes it. */
export const notedSecret = 'webhookSecretChange'

/** Makes the first secret, and does what an endpoint has asked for. Nothing that a request says itself reaches the secrets. */
export const changeSecrets: CollectionBeforeChangeHook = ({ data, originalDoc, operation, context, req }) => {
  if (operation === 'create') {
    const sealed = seal({ secret: makeSecret(), installation: req.payload.config.secret })
    return { ...data, secrets: rotated({ secrets: [], sealed, now: nowMs() }), secretShown: false }
  }
  const change = context[notedSecret] as SecretChange | undefined
  if (!change) return data
  if ('sealed' in change) return { ...data, secrets: rotated({ secrets: (originalDoc?.secrets ?? []) as SealedSecret[], sealed: change.sealed, now: nowMs() }), secretShown: true }
  if (originalDoc?.secretShown) throw new APIError(say({ req, vi: 'Khóa ký đã được hiện một lần. Nếu thất lạc, hãy đổi khóa mới.', en: 'The secret has been shown once. If it is lost, make a new one.' }), 409, undefined, true)
  return { ...data, secretShown: true }
}

/** A receiver that is switched on again is not one that was switched off any more. */
export const forgetDisabling: CollectionBeforeChangeHook = ({ data, originalDoc }) =>
  (data['active'] === true && originalDoc?.active === false ? { ...data, disabled: { at: null, reason: null } } : data)
