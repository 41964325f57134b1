import { type DocumentNode, execute, type ExecutionArgs, type GraphQLError } from 'graphql'
import { limits } from './limits.ts'
import { type Cost, operationCost, sizeVariables } from './operation-cost.ts'
import { overLimit } from './over-limit.ts'

// Of one document: page lengths that front ends ask for are few.
const KEPT = 64

/**
 * Says of each operation whether it costs too much. What was counted is remembered with the document, by the variables that lengths of
 * lists are taken from: an operation that is asked again is not counted again.
 */
export const costGuard = () => {
  const known = new WeakMap<DocumentNode, { names: readonly string[]; costs: Map<string, Cost> }>()

  const costOf = ({ schema, document, operationName, variableValues }: ExecutionArgs): Cost => {
    const kept = known.get(document) ?? { names: sizeVariables(document), costs: new Map<string, Cost>() }
    known.set(document, kept)
    const key = JSON.stringify([operationName ?? null, ...kept.names.map((name) => variableValues?.[name])])
    const counted = kept.costs.get(key)
    if (counted) return counted
    if (kept.costs.size >= KEPT) kept.costs.clear()
    const cost = operationCost({ schema, document, operationName, variables: variableValues })
    kept.costs.set(key, cost)
    return cost
  }

  /** The error of an operation that costs too much, else null. */
  const refusal = (args: ExecutionArgs): GraphQLError | null => {
    const { cost, dearest } = costOf(args)
    if (cost <= limits.cost) return null
    return overLimit({ limit: 'cost', found: cost, hint: dearest ? `The dearest field is "${dearest.name}" with ${dearest.cost.toLocaleString('en')}.` : '' })
  }

  return {
    refusal,
    /** `execute` of graphql-js for operations within the limit. */
    execute: (args: ExecutionArgs): ReturnType<typeof execute> => {
      const error = refusal(args)
      return error ? { errors: [error] } : execute(args)
    },
  }
}
