import { tsImport } from 'tsx/esm/api'

export default async () => {
  const { default: tearDown } = await tsImport('./global-teardown.ts', import.meta.url)
  await tearDown()
}
