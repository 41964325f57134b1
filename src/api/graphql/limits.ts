/** How much one operation may ask. The page of an article takes six levels and a third of the cost; what front ends ask in `docs/api.md` takes less. */
export const limits = {
  /** Lexical tokens of a document. */
  tokens: 1_000,
  /** Fields inside each other. Introspection may go deeper. */
  depth: 10,
  /** Aliases, those in a fragment as often as it is used. */
  aliases: 15,
  /** Directives, those in a fragment as often as it is used. */
  directives: 50,
  /** Fields, each as often as the lists around it have items. */
  cost: 5_000,
} as const

export type Limit = keyof typeof limits
