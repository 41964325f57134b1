import { partnerBrands } from '../content/partner-brands.ts'
import { authors, categories, topics } from '../content/people-and-places.ts'
import { ensureAll, idOf, type SeedRun, type Wanted } from '../run.ts'
import { pictureName } from './images.ts'

const lastPart = (path: string): string => path.split('/').at(-1) ?? path
const parentPath = (path: string): string => path.split('/').slice(0, -1).join('/')

const authorRecords = (run: SeedRun): (() => Wanted)[] =>
  authors.map(({ name, title, bio }) => () => ({
    collection: 'authors', key: name, where: { name: { equals: name } },
    data: { name, title, bio, active: true, demo: true, portrait: idOf({ run, collection: 'media', key: pictureName.author(name) }) },
  }))

const categoryRecords = (run: SeedRun): (() => Wanted)[] =>
  categories.map(({ path, name, description }, index) => () => ({
    collection: 'categories', key: path, where: { path: { equals: path } },
    data: {
      name, slug: lastPart(path), description, order: index + 1, visible: true,
      parent: parentPath(path) ? idOf({ run, collection: 'categories', key: parentPath(path) }) : null,
    },
  }))

const topicRecords = (run: SeedRun): (() => Wanted)[] =>
  topics.map(({ slug, name, description, featured = false }) => () => ({
    collection: 'topics', key: slug, where: { slug: { equals: slug } },
    data: { slug, name, description, featured, image: idOf({ run, collection: 'media', key: pictureName.topic(slug) }) },
  }))

const brandRecords = (run: SeedRun): (() => Wanted)[] =>
  partnerBrands.map(({ name }, index) => () => ({
    collection: 'partner-brands', key: name, where: { name: { equals: name } },
    data: {
      name, logo: idOf({ run, collection: 'media', key: pictureName.brand(name) }), rel: 'sponsored', active: true, demo: true,
      placements: [{ placement: 'featured', order: (index + 1) * 10 }],
    },
  }))

/** Authors, sections, topics and partner brands. */
export const seedNewsroom = async (run: SeedRun): Promise<void> => {
  await ensureAll({ run, title: 'Seeding authors', wanted: authorRecords(run) })
  await ensureAll({ run, title: 'Seeding categories', wanted: categoryRecords(run) })
  await ensureAll({ run, title: 'Seeding topics', wanted: topicRecords(run) })
  await ensureAll({ run, title: 'Seeding partner brands', wanted: brandRecords(run) })
}
