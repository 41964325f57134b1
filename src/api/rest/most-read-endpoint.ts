import { englishOf } from '../../../collections/shared/public-definition.ts'
import { definitions } from '../../published/kinds.ts'
import { type ViewWindow, viewKinds } from '../../views/windows.ts'
import { mostRead, MOST_READ_FIRST, MOST_READ_FIRST_MAX } from '../read/most-read.ts'
import type { Asked, Endpoint, Reply } from './endpoint.ts'
import { fieldsParameter, firstParameter, includeParameter, type Parameter } from './parameter.ts'
import { checkSelection, numberIn, page, things } from './reply.ts'
import { pageSchema, refTo } from './schemas.ts'

const windows: Readonly<Record<ViewWindow, string>> = { day: 'The last 24 hours.', week: 'The last seven days.', month: 'The last thirty days.' }

const windowParameter: Parameter = {
  name: 'window', type: { type: 'enum', name: 'MostReadWindow', values: windows }, default: 'day',
  doc: 'In which time up to now: 24 hours, seven or thirty days. It reaches back at most an hour (`day`) or a day (`week`, `month`) further.',
}
const kindsParameter: Parameter = { name: 'kinds', type: { type: 'enum', name: 'MostReadKind', values: Object.fromEntries(viewKinds.map((kind) => [kind, englishOf(definitions[kind].doc)])) }, several: true, doc: 'Which kinds; all of them when it is left out.' }
const mostReadFirst = firstParameter({ page: { default: MOST_READ_FIRST, max: MOST_READ_FIRST_MAX } })

const answer = async (asked: Asked): Promise<Reply> => {
  const { reader, answers, values, url } = asked
  const first = numberIn(values, mostReadFirst)
  checkSelection({ values, kinds: viewKinds, extent: 'teaser', first })
  const rows = await mostRead({ reader, window: String(values['window']), kinds: (values['kinds'] as readonly string[] | undefined) ?? null, first })
  return page({ items: await things({ asked, kinds: viewKinds, extent: 'teaser', found: rows.map((row) => answers.of(row)) }), next: null, url })
}

/** What is read most. `example`: items as the mixed list shows them. */
export const mostReadEndpoint = ({ example }: { example: readonly unknown[] }): Endpoint => ({
  path: '/v1/most-read', operationId: 'listMostRead', tag: 'latest', summary: 'What was read most, the most read first.',
  description: 'As front ends report it to `POST /v1/views`; equal numbers by the newest, then by id. About two minutes behind, and fewer than `first` when less was read.',
  parameters: [windowParameter, kindsParameter, mostReadFirst, fieldsParameter, includeParameter],
  schema: pageSchema({ item: refTo('LatestItem') }), example: { items: example, next: null }, answer,
})
