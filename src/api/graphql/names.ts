/** The GraphQL name of a kind: `partnerBrand` → `PartnerBrand`. */
export const typeName = (name: string): string => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`

/** An enumeration value as GraphQL says it: `in-force` → `IN_FORCE`, `publishedAt-asc` → `PUBLISHED_AT_ASC`, `26-2026` → `V26_2026`, since names do not begin with a digit. */
export const enumName = (value: string): string => {
  const name = value.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()
  return /^\d/.test(name) ? `V${name}` : name
}
