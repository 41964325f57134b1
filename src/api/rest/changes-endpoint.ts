import { englishOf } from '../../../collections/shared/public-definition.ts'
import type { PublicKind } from '../../../collections/shared/public-kinds.ts'
import { definitions, isSingleton, publicDefinitions } from '../../published/kinds.ts'
import type { Change } from '../../published/store.ts'
import { ProblemError } from '../problem.ts'
import { AFFECTED_MAX, affectedBy } from '../read/affected-by.ts'
import type { ChangesAsked } from '../read/change-log.ts'
import type { Asked, Endpoint, Reply } from './endpoint.ts'
import { exampleOf } from './examples.ts'
import { kebab, kindPath } from './kind-path.ts'
import type { Parameter } from './parameter.ts'
import { type ParameterValues, refused } from './read-parameters.ts'
import type { JsonSchema } from './schemas.ts'

const kindOf = new Map(publicDefinitions.map(({ kind }): [string, PublicKind] => [kebab(kind), kind]))

const afterParameter: Parameter = { name: 'after', type: 'string', doc: 'The cursor `next` of the answer before; left out, the log is told from its beginning.' }
const limitParameter: Parameter = { name: 'limit', type: 'int', minimum: 1, maximum: 1000, default: 100, doc: 'How many entries, at most 1000.' }
const waitParameter: Parameter = { name: 'wait', type: 'int', minimum: 0, maximum: 30, default: 0, doc: 'How many seconds to wait for an entry when there is none, at most 30.' }
const kindsParameter: Parameter = {
  name: 'kinds', type: { type: 'enum', name: 'ChangeKind', values: Object.fromEntries([...kindOf].map(([name, kind]) => [name, englishOf(definitions[kind].doc)])) }, several: true,
  doc: 'Which kinds; all of them when it is left out. The cursor stays good when they are changed, and says nothing of what was left out before.',
}

const affectedParameter: Parameter = {
  name: 'affected', type: 'boolean', default: false,
  doc: 'Also tell which things show something of these entries, and may read differently now. For whoever keeps answers as they are, with the cards, lists and texts in them.',
}

const everyKind = [...kindOf.values()]

const asked = (values: ParameterValues): ChangesAsked & { isMeant: (kind: PublicKind) => boolean; isAffected: boolean } => {
  const after = String(values['after'] ?? '0')
  if (!/^\d{1,15}$/.test(after)) throw refused({ parameter: 'after', detail: '"after" is not a cursor of this log: take it from `next` of the answer before.' })
  const kinds = (values['kinds'] as readonly string[] | undefined)?.flatMap((name) => kindOf.get(name) ?? []) ?? everyKind
  const isAffected = values['affected'] === true
  // What is affected may be of these kinds when what has changed is not.
  return { after: Number(after), limit: Number(values['limit']), kinds: isAffected ? everyKind : kinds, isMeant: (kind) => kinds.includes(kind), isAffected }
}

type PublicRef = Pick<Change, 'id'> & { kind: PublicKind }

const isPublic = (ref: Pick<Change, 'kind' | 'id'>): ref is PublicRef => kindOf.has(kebab(ref.kind))

/** Where a thing is: by its id, which stays, and not by its slug. */
const addressOf = ({ kind, id }: PublicRef): string => (isSingleton(definitions[kind]) ? kindPath(definitions[kind]) : `${kindPath(definitions[kind])}/id:${encodeURIComponent(id)}`)

const named = (ref: PublicRef) => ({ kind: kebab(ref.kind), id: ref.id, path: addressOf(ref) })

const answer = async ({ reader: { services, store, moment }, values, url }: Asked): Promise<Reply> => {
  const { after, limit, kinds, isMeant, isAffected } = asked(values)
  const { changes, last, isWhole } = await services.changeLog.read({ store, moment, after, limit, kinds })
  if (changes.length === 0 && after > (await store.lastChange())) {
    throw new ProblemError({ code: 'NOT_FOUND', status: 410, detail: 'The log does not reach as far as "after": it was begun anew. Throw away what you hold and ask without "after".' })
  }
  const following = new URLSearchParams(url.searchParams)
  following.set('after', String(last))
  return {
    headers: { Link: `<${url.pathname}?${following.toString().replaceAll('%2C', ',')}>; rel="next"` },
    body: {
      items: changes.flatMap(({ seq, change, ...ref }) => (isPublic(ref) && isMeant(ref.kind) ? [{ seq, change: change === 'put' ? 'upsert' : 'withdrawal', ...named(ref) }] : [])),
      next: String(last),
      more: !isWhole,
      ...(isAffected ? { affected: (await affectedBy({ store, moment, refs: changes }))?.filter(({ kind }) => isMeant(kind)).map(named) ?? null } : {}),
    },
  }
}

const nameProperties = {
  kind: { type: 'string', enum: [...kindOf.keys()], description: 'What it is.' },
  id: { type: 'string', description: 'Its stable identifier.' },
  path: { type: 'string', description: 'Where it is in this API.' },
}

const entrySchema: JsonSchema = {
  description: 'That something is public as it stands now, or is not public any more.',
  type: 'object',
  properties: {
    seq: { type: 'integer', description: 'Its place in the log. A thing stands in it once, at its last change.' },
    change: { type: 'string', enum: ['upsert', 'withdrawal'], description: '`upsert`: it is new or has changed: fetch it. `withdrawal`: it is gone: drop it.' },
    ...nameProperties,
  },
  required: ['seq', 'change', 'kind', 'id', 'path'],
}

/** The schemas that the log adds. */
export const changesSchemas: Readonly<Record<string, JsonSchema>> = {
  Change: entrySchema,
  Changes: {
    description: 'A part of the log.',
    type: 'object',
    properties: {
      items: { type: 'array', items: { $ref: '#/components/schemas/Change' }, description: 'In the order in which it happened; none when nothing has.' },
      next: { type: 'string', description: 'What to ask after next. Keep it together with what the entries brought.' },
      more: { type: 'boolean', description: 'There are further entries now.' },
      affected: {
        type: ['array', 'null'], items: { type: 'object', properties: nameProperties, required: ['kind', 'id', 'path'] },
        description: `With \`affected\`: things that show something of the entries. Null: more than ${AFFECTED_MAX}, or all of them, since the settings have changed.`,
      },
    },
    required: ['items', 'next', 'more'],
  },
}

/** The store as a log that can be taken up again, for mirrors, static sites and apps. */
export const changesEndpoint: Endpoint = {
  path: '/v1/changes', operationId: 'listChanges', tag: 'changes', summary: 'What has become public, has changed or is gone since, as a log that can be taken up at any point.',
  description: 'Never cached. With `wait` the answer comes as soon as there is an entry. None is skipped; an entry may come again. 410: the log was begun anew.',
  parameters: [afterParameter, limitParameter, waitParameter, kindsParameter, affectedParameter], schema: { $ref: '#/components/schemas/Changes' },
  example: { items: [{ seq: 412, change: 'upsert', kind: 'article', id: exampleOf({ kind: 'article', extent: 'card' })['id'], path: `/v1/articles/id:${String(exampleOf({ kind: 'article', extent: 'card' })['id'])}` }], next: '412', more: false },
  isFresh: true,
  before: async ({ services, values, client, signal }) => services.changeLog.wait({ ...asked(values), waitMs: Number(values['wait']) * 1000, client, signal }),
  answer,
}
