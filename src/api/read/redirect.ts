import { normalizePath } from '../../newsroom/redirect-path.ts'
import { redirectAt } from '../../published/page-of.ts'
import type { Reader } from './reader.ts'
import { refuse } from './refuse.ts'

/** Where a path leads: elsewhere, or to what was given up. */
export type Redirect = { kind: 'moved'; to: string; permanent: boolean } | { kind: 'gone' }

/**
 * The redirect that the editors keep for a path of the site; null when there is none. A path is written as in an address; its query and
 * a slash at its end do not matter.
 * @throws ProblemError for what is not a path.
 */
export const redirect = async ({ reader, path }: { reader: Reader; path: string }): Promise<Redirect | null> => {
  const normal = path.startsWith('/') ? normalizePath(path) : null
  if (!normal) throw refuse({ argument: 'path', detail: `"path" is "${path}", and has to be a path of the site that begins with "/", such as "/tin-cu.html".` })
  const at = await redirectAt({ answers: reader.answers, paths: [normal] })
  if (!at) return null
  return 'movedTo' in at ? { kind: 'moved', to: at.movedTo, permanent: at.permanent } : { kind: 'gone' }
}
