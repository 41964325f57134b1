import { type ASTNode, GraphQLError, Kind, type SelectionSetNode, type ValidationRule } from 'graphql'

/** A document of more than this many lexical tokens is not read to its end. */
export const TOKENS_MAX = 10_000

/** Fields inside each other. The page of an article takes seven; introspection may go deeper. */
export const DEPTH_MAX = 12

/** Refuses an operation whose fields stand too deep inside each other: references lead in circles, and each step multiplies what is read. */
const depthGuard: ValidationRule = (context) => {
  const known = new Map<string, number>()
  const depthOf = ({ selections }: SelectionSetNode): number => Math.max(0, ...selections.map((node) => {
    if (node.kind === Kind.FIELD) return node.name.value.startsWith('__') ? 1 : 1 + (node.selectionSet ? depthOf(node.selectionSet) : 0)
    if (node.kind === Kind.INLINE_FRAGMENT) return depthOf(node.selectionSet)
    return fragmentDepth(node.name.value)
  }))
  const fragmentDepth = (name: string): number => {
    const depth = known.get(name)
    if (depth !== undefined) return depth
    // A fragment that leads back to itself is refused by another rule; here it only must not go on for ever.
    known.set(name, 0)
    const fragment = context.getFragment(name)
    const found = fragment ? depthOf(fragment.selectionSet) : 0
    known.set(name, found)
    return found
  }
  return {
    OperationDefinition: (node: ASTNode & { selectionSet: SelectionSetNode }) => {
      const depth = depthOf(node.selectionSet)
      if (depth > DEPTH_MAX) context.reportError(new GraphQLError(`The operation has ${depth} fields inside each other, and may have at most ${DEPTH_MAX}.`, { nodes: node, extensions: { code: 'LIMIT' } }))
    },
  }
}

/** What an operation must not be, beside what the specification says: checked once for each text. */
export const validationRules: readonly ValidationRule[] = [depthGuard]
