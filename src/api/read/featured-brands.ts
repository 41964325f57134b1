import { partnerBrandPublic } from '../../../collections/partner-brands/public.ts'
import { featuredBrands as brandsIn } from '../../published/answer/featured-brands.ts'
import type { PublishedRow } from '../../published/store.ts'
import type { Reader } from './reader.ts'
import { oneOf } from './refuse.ts'

const { placement } = partnerBrandPublic.filters

/** The places on the site where brands are shown. */
export const brandPlacements: readonly string[] = placement?.type === 'enum' ? Object.keys(placement.values) : []

/**
 * The brands to be shown in a place today, in its order.
 * @throws ProblemError when there is no such place.
 */
export const featuredBrands = async ({ reader, placement: asked = 'featured' }: { reader: Reader; placement?: string }): Promise<PublishedRow[]> => {
  oneOf({ argument: 'placement', values: [asked], allowed: brandPlacements })
  return (await brandsIn({ answers: reader.answers, placement: asked })).map(({ row }) => row)
}
