import type { PublicKind } from '../../collections/shared/public-kinds.ts'
import { pathOf } from './answer/address.ts'
import type { Answers } from './answer/answers.ts'
import { findOne } from './look-up.ts'
import type { GoneRow, PublishedRow } from './store.ts'

/** What stands at an address of a kind: the thing itself, where it has gone, or that it was taken away. */
export type PageAt =
  | { found: PublishedRow }
  /** `row`: what has moved; absent where a redirect kept by hand leads elsewhere. */
  | { movedTo: string; permanent: boolean; row?: PublishedRow }
  | { gone: GoneRow['gone'] | null; note: string | null }

/** The last part of an address such as `…/ten-bai-12345.html`, apart. */
const parsed = (name: string): { slug: string; number: number | null } => {
  const [, slug = name, number] = /^(.*?)(?:-(\d{1,9}))?(?:\.html?)?$/.exec(name) ?? []
  return { slug, number: number === undefined ? null : Number(number) }
}

const goneAt = async ({ answers, kind, name }: { answers: Answers; kind: PublicKind; name: string }): Promise<PageAt | null> => {
  const { slug, number } = parsed(name)
  for (const by of [{ slug: name }, ...(number === null ? [] : [{ number }]), { facet: `formerSlug:${name}` }, { facet: `formerSlug:${slug}` }]) {
    const [row] = await answers.store.findGone({ kind, by, moment: answers.moment })
    if (row) return { gone: row.gone, note: (row.data['_note'] ?? null) as string | null }
  }
  return null
}

/** A redirect kept by hand, under the path of the page or the bare name. */
export const redirectAt = async ({ answers, paths }: { answers: Answers; paths: readonly string[] }): Promise<PageAt | null> => {
  for (const path of paths) {
    const [row] = await answers.store.find({ kind: 'redirect', by: { slug: path }, moment: answers.moment })
    if (!row) continue
    const { to, status } = row.data as { to: string | null; status: number }
    return status === 410 || to === null ? { gone: null, note: null } : { movedTo: to.startsWith('/') ? `${answers.siteUrl.replace(/\/+$/, '')}${to}` : to, permanent: status !== 302 }
  }
  return null
}

/**
 * What stands under a slug, or under the last part of an address (`slug-number.html`). A former slug, and an old slug before the right
 * number, have moved; what was retracted or removed by law is gone. Null: never there, or nothing the public is told of.
 */
export const pageOf = async ({ answers, kind, name, heavy = false }: { answers: Answers; kind: PublicKind; name: string; heavy?: boolean }): Promise<PageAt | null> => {
  const reading = { store: answers.store, moment: answers.moment, heavy }
  const bySlug = await findOne({ ...reading, kind, by: 'slug', value: name })
  if (bySlug) return { found: bySlug }
  const { slug, number } = parsed(name)
  const byNumber = number === null ? null : await findOne({ ...reading, kind, by: 'number', value: number })
  if (byNumber && byNumber.slug === slug) return { found: byNumber }
  const moved = byNumber ?? (await answers.store.find({ kind, by: { facet: `formerSlug:${name}` }, moment: answers.moment }))[0]
  if (moved) return { movedTo: String(await answers.field(answers.of(moved), 'url')), permanent: true, row: moved }
  const path = pathOf({ row: { kind, id: '', slug, number, data: {} }, settings: await answers.settings() })
  return (await goneAt({ answers, kind, name })) ?? (await redirectAt({ answers, paths: [...new Set([`/${name}`, path])] }))
}
