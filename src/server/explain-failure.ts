import { SettingsError } from '../setting-types.ts'
import { AdminNotBuiltError } from './admin-handler.ts'

const reasons: Readonly<Record<string, (error: NodeJS.ErrnoException & { port?: number; path?: string }) => string>> = {
  EADDRINUSE: ({ port }) => `Port ${port} is taken by another program: stop that one, or choose another port with PORT.`,
  EACCES: ({ port, path }) => (path ? `${path} may not be written: give this user the right to, or choose another folder with DATA_DIR.` : `Port ${port} may not be taken by this user: choose one above 1024 with PORT.`),
  EADDRNOTAVAIL: () => 'HOST is not an address of this machine: correct it, or leave it out.',
  ENOSPC: () => 'The disk is full.',
}

// Payload says the same twice, and the driver says it once more inside.
const databaseReason = (message: string): string | undefined => {
  const [, what, detail] = /cannot connect to (MongoDB|SQLite)[:.] ?(?:Details: )?(?!.*cannot connect)(.*)$/s.exec(message) ?? []
  return what && `The database (${what}) cannot be opened: ${detail?.trim()}. Check DATABASE_URL${what === 'MongoDB' ? ', and that the server runs as a replica set' : ' and the rights on the file and its folder'}.`
}

/** One sentence on why the start failed and what to do; undefined when that is not known and the error has to speak for itself. */
export const explainFailure = (error: unknown): string | undefined => {
  if (error instanceof SettingsError || error instanceof AdminNotBuiltError) return error.message
  const { code, message = '' } = (error ?? {}) as NodeJS.ErrnoException
  return databaseReason(message) ?? (code ? reasons[code]?.(error as NodeJS.ErrnoException) : undefined)
}
