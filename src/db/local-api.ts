import { isolateObjectProperty, type Payload, type PayloadRequest } from 'payload'

type Calls = Pick<Payload, 'find' | 'findByID' | 'create' | 'update' | 'delete' | 'count'>

const callsWith = ({ payload, fixed, lists = {} }: { payload: Payload; fixed: object; lists?: object }): Calls =>
  ({
    find: (options: object) => payload.find({ ...lists, ...options, ...fixed } as Parameters<Payload['find']>[0]),
    findByID: (options: object) => payload.findByID({ ...options, ...fixed } as Parameters<Payload['findByID']>[0]),
    create: (options: object) => payload.create({ ...options, ...fixed } as Parameters<Payload['create']>[0]),
    update: (options: object) => payload.update({ ...options, ...fixed } as Parameters<Payload['update']>[0]),
    delete: (options: object) => payload.delete({ ...options, ...fixed } as Parameters<Payload['delete']>[0]),
    count: (options: object) => payload.count({ ...options, ...fixed } as Parameters<Payload['count']>[0]),
  }) as unknown as Calls

/** The Local API on behalf of the person who asks: in the request's transaction, and only what that person may do. */
export const asRequest = (req: PayloadRequest): Calls => callsWith({ payload: req.payload, fixed: { req, overrideAccess: false } })

/**
 * The Local API for what a hook must do itself: in the request's transaction, with all rights, references as ids and lists
 * whole unless `limit` says otherwise. What such a call sets on the request (locale, depth) stays apart from the person's own.
 */
export const asSystem = (req: PayloadRequest): Calls => {
  const apart = isolateObjectProperty(req, ['locale', 'fallbackLocale', 'query'])
  apart.query = { ...req.query }
  return callsWith({
    payload: req.payload,
    fixed: { req: apart, overrideAccess: true, depth: 0 },
    // Two statements at once on one session are an error in a MongoDB transaction: no count beside the list. Joins are for the form.
    lists: { pagination: false, joins: false },
  })
}
