import { tsImport } from 'tsx/esm/api'

// Jest imports this file natively, where Node 20 knows no TypeScript.
export default async () => {
  const { default: setUp } = await tsImport('./global-setup.ts', import.meta.url)
  await setUp()
}
