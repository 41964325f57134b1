import type { PublicField } from './public-definition.ts'

/** Structured data for search engines; what is said of it differs by kind. */
export const jsonLdField = (says: string) => ({
  type: 'json', required: true, answered: true, onRequest: true,
  doc: `${says} To be printed as it is in a \`<script type="application/ld+json">\`, with every \`<\` of the JSON written \`\\u003c\`, so that no text in it ends the script.`,
}) as const satisfies PublicField
