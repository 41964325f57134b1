/** Stops what the global set-up started. Runs once a project; the second time there is nothing left. */
export default async () => {
  const shared = globalThis as { ocopPressStop?: Array<() => Promise<unknown>> }
  for (const stop of shared.ocopPressStop?.splice(0) ?? []) await stop()
}
