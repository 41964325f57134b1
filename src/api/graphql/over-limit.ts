import { type ASTNode, GraphQLError } from 'graphql'
import { type Limit, limits } from './limits.ts'

const sentences: Readonly<Record<Limit, (found: string, most: string) => string>> = {
  tokens: (found, most) => `The document has ${found} tokens, and may have at most ${most}.`,
  depth: (found, most) => `The operation has ${found} fields inside each other, and may have at most ${most}.`,
  aliases: (found, most) => `The operation has ${found} aliases, and may have at most ${most}.`,
  directives: (found, most) => `The operation has ${found} directives, and may have at most ${most}.`,
  cost: (found, most) => `The operation costs ${found}, and may cost at most ${most}: each field counts as often as the lists around it have items.`,
}

/** The error of the code LIMIT that says which limit an operation goes beyond, and by how much. */
export const overLimit = ({ limit, found, hint = '', nodes }: { limit: Limit; found: number; /** A sentence more. */ hint?: string; nodes?: ASTNode }): GraphQLError => {
  const most = limits[limit]
  const detail = sentences[limit](found.toLocaleString('en'), most.toLocaleString('en'))
  return new GraphQLError(hint === '' ? detail : `${detail} ${hint}`, { ...(nodes ? { nodes } : {}), extensions: { code: 'LIMIT', limit, found, most } })
}
