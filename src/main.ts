const giveUp = async (error: unknown): Promise<never> => {
  // Loaded here, since the settings themselves may be what is wrong.
  const { explainFailure } = await import('./server/explain-failure.ts')
  const sentence = explainFailure(error)
  process.stderr.write(`${sentence ?? `OCOP Press could not start: ${error instanceof Error ? error.stack : String(error)}`}\n`)
  process.exit(1)
}

try {
  const { start } = await import('./server/start.ts')
  await start()
} catch (error) {
  await giveUp(error)
}

export {}
