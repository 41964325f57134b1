import type { Payload } from 'payload'
import { deliverWebhooks } from './deliver.ts'
import { tellOfChanges } from './tell-of-changes.ts'

/** Lets partners be told of what changes: written with each change in every process that makes one, delivered by the worker. */
export const keepReceiversTold = ({ payload, allow }: {
  payload: Payload
  /** `host:port` of receivers that may be on a private address and without TLS. */
  allow: readonly string[]
}): void => {
  tellOfChanges(payload)
  deliverWebhooks({ payload, installation: payload.config.secret, allow })
}
