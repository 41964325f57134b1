import type { Payload } from 'payload'
import type { Store } from '../published/store.ts'
import type { AppOptions } from './create-app.ts'
import { publicFiles } from './public-files.ts'
import { mediaRoute } from './routes/media.ts'

/** What the public is answered from: the store, and the folders of the uploaded files. */
export const publicSide = ({ payload, store }: { payload: Payload; store: Store }): NonNullable<AppOptions['publicSide']> => ({
  routers: [],
  media: mediaRoute({ folderOf: publicFiles({ payload, store }) }),
})
