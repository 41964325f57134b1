import { tsImport } from 'tsx/esm/api'

// A file of its own: Jest runs each set-up file once, for the first project that names it.
export default async () => {
  const { withMongo } = await tsImport('./global-setup.ts', import.meta.url)
  await withMongo()
}
