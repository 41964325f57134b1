import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql'
import { limits } from './limits.ts'
import { overLimit } from './over-limit.ts'

/** What is counted of an operation by its text alone. */
export interface Extent {
  depth: number
  aliases: number
  directives: number
}

const nothing: Extent = { depth: 0, aliases: 0, directives: 0 }

const beside = (a: Extent, b: Extent): Extent => ({ depth: Math.max(a.depth, b.depth), aliases: a.aliases + b.aliases, directives: a.directives + b.directives })

/**
 * Measures operations with their fragments written out at every use. A fragment is measured once, so that fragments in fragments take
 * no longer than their text; one that leads back to itself is refused by another rule, and here it only must not go on for ever.
 */
const measuring = (fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined) => {
  const known = new Map<string, Extent>()
  const fragmentExtent = (name: string): Extent => {
    const measured = known.get(name)
    if (measured) return measured
    known.set(name, nothing)
    const fragment = fragmentOf(name)
    const extent = fragment ? beside(ofSet(fragment.selectionSet), { ...nothing, directives: fragment.directives?.length ?? 0 }) : nothing
    known.set(name, extent)
    return extent
  }
  const innerOf = (node: SelectionNode): Extent => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return fragmentExtent(node.name.value)
    const inner = node.selectionSet ? ofSet(node.selectionSet) : nothing
    if (node.kind === Kind.INLINE_FRAGMENT) return inner
    return { ...inner, depth: node.name.value.startsWith('__') ? 1 : 1 + inner.depth, aliases: inner.aliases + (node.alias ? 1 : 0) }
  }
  const ofSet = ({ selections }: SelectionSetNode): Extent =>
    selections.map((node) => beside(innerOf(node), { ...nothing, directives: node.directives?.length ?? 0 })).reduce(beside, nothing)

  return ({ selectionSet, directives = [] }: OperationDefinitionNode): Extent => beside(ofSet(selectionSet), { ...nothing, directives: directives.length })
}

/** Refuses operations that are too deep (references lead in circles, and each step multiplies what is read) or repeat themselves by aliases and directives. */
const extentGuard: ValidationRule = (context: ValidationContext) => {
  const measure = measuring((name) => context.getFragment(name))
  return {
    OperationDefinition: (node) => {
      const extent = measure(node)
      for (const limit of ['depth', 'aliases', 'directives'] as const) {
        if (extent[limit] > limits[limit]) context.reportError(overLimit({ limit, found: extent[limit], nodes: node }))
      }
    },
  }
}

/** What an operation must not be, beside what the specification says: checked once for each text. What depends on variables is its cost. */
export const validationRules: readonly ValidationRule[] = [extentGuard]
