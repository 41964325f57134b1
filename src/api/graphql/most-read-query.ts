import { GraphQLEnumType, GraphQLInt, GraphQLList, GraphQLNonNull, type GraphQLUnionType } from 'graphql'
import type { ViewWindow } from '../../views/windows.ts'
import { mostRead, MOST_READ_FIRST, MOST_READ_FIRST_MAX } from '../read/most-read.ts'
import type { RootField } from './kind-queries.ts'
import { enumName } from './names.ts'

const windows: Readonly<Record<ViewWindow, string>> = { day: 'The last 24 hours.', week: 'The last seven days.', month: 'The last thirty days.' }

const MostReadWindow = new GraphQLEnumType({
  name: 'MostReadWindow',
  description: 'A span of time up to now. It reaches back at most an hour (`DAY`) or a day (`WEEK`, `MONTH`) further than it says.',
  values: Object.fromEntries(Object.entries(windows).map(([value, description]) => [enumName(value), { value, description }])),
})

/** What is read most, of the kinds and as the items of the mixed list. */
export const mostReadQuery = ({ item, kinds }: { item: GraphQLUnionType; kinds: GraphQLEnumType }): RootField => ({
  type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(item))),
  description: 'What was read most, the most read first, then the newest. As front ends report it to `POST /v1/views`; about two minutes behind, and fewer than `first` when less was read.',
  args: {
    window: { type: new GraphQLNonNull(MostReadWindow), defaultValue: 'day', description: 'In which time.' },
    kinds: { type: new GraphQLList(new GraphQLNonNull(kinds)), description: 'Only these.' },
    first: { type: GraphQLInt, defaultValue: MOST_READ_FIRST, extensions: { most: MOST_READ_FIRST_MAX }, description: `How many, from 1 to ${MOST_READ_FIRST_MAX}.` },
  },
  resolve: async (_root, { window, kinds: wanted, first }: { window: ViewWindow; kinds?: string[] | null; first?: number | null }, { reader }) =>
    (await mostRead({ reader, window, kinds: wanted ?? null, first: first ?? MOST_READ_FIRST })).map((row) => reader.answers.of(row)),
})
