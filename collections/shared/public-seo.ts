import { flagOf, refOf, textOf } from './public-read.ts'

/** The `seo` group of a page with its fallbacks; `canonical` is answered, since the page's own address depends on the settings. */
export const seoOf = ({ seo, title, description, image }: {
  seo: Readonly<Record<string, unknown>>
  title: string
  description: string
  image: string | null
}) => ({
  title: textOf(seo, 'title') ?? title,
  description: textOf(seo, 'description') ?? description,
  image: refOf(seo, 'image') ?? image,
  _canonical: textOf(seo, 'canonical'),
  noindex: flagOf(seo, 'noindex'),
})
