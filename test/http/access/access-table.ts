import { expectedAccess, expectedGlobalAccess, letters, ownAccess } from './expected-access.ts'

const operations = ['create', 'readOne', 'readList', 'update', 'delete', 'publish', 'readVersions', 'unlock'] as const

const cellOf = ({ letter, all, own }: { letter: string; all: string | undefined; own: string | undefined }): string => {
  if (all === undefined) return ' '
  if (all.includes(letter)) return '✓'
  return own?.includes(letter) ? 'own' : '–'
}

/** The hand-written table as docs/content-model.md prints it. */
export const accessTable = (): string => {
  const head = `| | | ${Object.values(letters).join(' | ')} |\n| --- | --- | ${Object.values(letters).map(() => ':-:').join(' | ')} |`
  const lines = Object.entries(expectedAccess).flatMap(([collection, expected]) =>
    operations.filter((operation) => expected[operation] !== undefined).map((operation, index) => {
      const own = (ownAccess[collection] as Record<string, string | undefined> | undefined)?.[operation]
      const cells = Object.keys(letters).map((letter) => cellOf({ letter, all: expected[operation], own }))
      return `| ${index === 0 ? `**${collection}**` : ''} | ${operation} | ${cells.join(' | ')} |`
    }))
  const globals = Object.entries(expectedGlobalAccess).flatMap(([slug, expected]) =>
    Object.entries(expected).map(([operation, all], index) =>
      `| ${index === 0 ? `**${slug}**` : ''} | ${operation} | ${Object.keys(letters).map((letter) => cellOf({ letter, all, own: undefined })).join(' | ')} |`))
  return [head, ...lines, ...globals].join('\n')
}
