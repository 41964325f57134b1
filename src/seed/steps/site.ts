import type { GlobalSlug } from 'payload'
import { inTransaction } from '../../db/in-transaction.ts'
import { homeSlots, menus, siteSettings } from '../content/site.ts'
import { idOf, type SeedRun } from '../run.ts'

type Menu = (typeof menus)['header']

const menuRows = ({ run, menu }: { run: SeedRun; menu: Menu }): object[] =>
  menu.map(({ label, category, topic, url, children = [] }) => ({
    label,
    ...(category ? { kind: 'category', category: idOf({ run, collection: 'categories', key: category }) }
      : topic ? { kind: 'topic', topic: idOf({ run, collection: 'topics', key: topic }) }
        : { kind: 'link', url }),
    ...(children.length > 0 ? { children: menuRows({ run, menu: children }) } : {}),
  }))

const slotRows = (run: SeedRun): object[] =>
  homeSlots.map(({ position, mode, title, articles = [], products = [], category, count }) => ({
    position, mode, title, count,
    articles: articles.map((key) => idOf({ run, collection: 'articles', key })),
    products: products.map((key) => idOf({ run, collection: 'products', key })),
    ...(category ? { category: idOf({ run, collection: 'categories', key: category }) } : {}),
  }))

/** Site settings, menus and front page. Writing them again changes nothing, so an interrupted seeding just does. */
export const seedSite = async (run: SeedRun): Promise<void> => {
  const globals: readonly (readonly [slug: string, data: object])[] = [
    ['site-settings', siteSettings],
    ['navigation', { header: menuRows({ run, menu: menus.header }), footer: menuRows({ run, menu: menus.footer }) }],
    ['home-page', { slots: slotRows(run) }],
  ]
  await inTransaction({
    payload: run.payload,
    work: async (req) => {
      for (const [slug, data] of globals) await run.payload.updateGlobal({ slug: slug as GlobalSlug, data, req })
    },
  })
  await run.progress('Seeding site settings, menus and the front page …')
}
