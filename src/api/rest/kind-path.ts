import type { PublicDefinition } from '../../../collections/shared/public-definition.ts'

/** A name of the code as it stands in addresses: `partnerBrands` is `partner-brands`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Where a kind is: `/v1/articles`. */
export const kindPath = ({ plural }: Pick<PublicDefinition, 'plural'>): string => `/v1/${kebab(plural)}`
