import { leadStory } from '../content/articles/lead.ts'
import { articles } from '../content/articles/index.ts'
import { partnerBrands } from '../content/partner-brands.ts'
import { authors, topics } from '../content/people-and-places.ts'
import { products } from '../content/products/index.ts'
import { draw } from '../draw.ts'
import { renderDrawing } from '../drawings/render.ts'
import { wordmark } from '../drawings/wordmark.ts'
import { ensureAll, type SeedRun, type Wanted } from '../run.ts'
import { toSlug } from '../../text/index.ts'

type Picture = { readonly name: string; readonly alt: string; readonly svg: string; readonly scale?: number }

/** Products stand in small boxes: 960 × 540 saves the time of their two widest renditions. */
const PRODUCT_SCALE = 0.75

/** The name of a drawing of a brand, an author, a topic. */
export const pictureName = {
  brand: (name: string): string => `thuong-hieu-${toSlug(name)}`,
  author: (name: string): string => `tac-gia-${toSlug(name)}`,
  topic: (slug: string): string => `chu-de-${slug}`,
}

/** Every picture of the demo; the lead story's first, so that a look at an unfinished seeding shows something. */
const pictures = (): Picture[] => [
  ...[leadStory, ...articles.filter(({ slug }) => slug !== leadStory.slug)].flatMap(({ cover, images = [] }) => [cover, ...images]).map(({ name, alt, drawing }) => ({ name, alt, svg: draw(drawing) })),
  ...products.flatMap(({ images = [] }) => images).map(({ name, alt, drawing }) => ({ name, alt, svg: draw(drawing), scale: PRODUCT_SCALE })),
  ...partnerBrands.map(({ name, mark }) => ({ name: pictureName.brand(name), alt: `Logo ${name}`, svg: wordmark({ text: name, ...mark }) })),
  ...authors.map(({ name, portrait }) => ({ name: pictureName.author(name), alt: `Chân dung ${name}`, svg: draw({ scene: 'portrait', ...portrait }) })),
  ...topics.map(({ slug, alt, drawing }) => ({ name: pictureName.topic(slug), alt, svg: draw(drawing) })),
]

const wantedOf = ({ name, alt, svg, scale }: Picture): Wanted => ({
  collection: 'media', key: name, where: { filename: { equals: `${name}.webp` } },
  file: () => renderDrawing({ name, svg, ...(scale ? { scale } : {}) }),
  data: { alt, credit: 'OCOP Press', rights: 'own', demo: true, publiclyAvailable: true },
})

/** Draws the pictures of the demo and stores them as any upload. Their renditions take time: a transaction for each. */
export const seedImages = (run: SeedRun): Promise<void> =>
  ensureAll({ run, title: 'Drawing pictures', wanted: pictures().map((picture) => () => wantedOf(picture)), perTransaction: 1 })
