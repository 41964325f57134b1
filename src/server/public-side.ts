import path from 'node:path'
import type { Payload } from 'payload'
import { moment } from '../published/moment.ts'
import { storeOf } from '../published/store.ts'
import type { AppOptions } from './create-app.ts'
import { mediaRoute } from './routes/media.ts'

/** What the public is answered from: the store, and the folder of the uploaded pictures. */
export const publicSide = async ({ payload }: { payload: Payload }): Promise<NonNullable<AppOptions['publicSide']>> => {
  const store = await storeOf(payload)
  const media = payload.collections['media']?.config.upload
  if (!media?.staticDir) throw new Error('The collection media names no folder for its files')
  const isPublic = async (filename: string) => (await store.find({ kind: 'image', by: { facet: `file:${filename}` }, moment: moment() })).length > 0
  return { routers: [], media: mediaRoute({ folder: path.resolve(media.staticDir), isPublic }) }
}
