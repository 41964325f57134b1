/** Where a category stands in the tree. */
export interface Place {
  /** Slugs from the top, joined by slashes. */
  path: string
  /** Ids of those above, from the top. */
  ancestors: readonly string[]
  /** 0 at the top. */
  depth: number
}

export interface CategoryNode {
  id: string
  slug: string
  parent: string | null
}

/** The deepest allowed: readers and addresses bear no more levels. */
export const MAX_DEPTH = 3

export const placeBelow = ({ parent, slug }: { parent: (Place & { id: string }) | null; slug: string }): Place =>
  parent
    ? { path: `${parent.path}/${slug}`, ancestors: [...parent.ancestors, parent.id], depth: parent.depth + 1 }
    : { path: slug, ancestors: [], depth: 0 }

/** The places of everything below a category, parents before children. A category met twice (a cycle) is left out. */
export const placesBelow = ({ top, nodes }: { top: Place & { id: string }; nodes: readonly CategoryNode[] }): (Place & { id: string })[] => {
  const childrenOf = new Map<string, CategoryNode[]>()
  for (const node of nodes) if (node.parent) childrenOf.set(node.parent, [...(childrenOf.get(node.parent) ?? []), node])
  const seen = new Set([top.id])
  const found: (Place & { id: string })[] = []
  const waiting = [top]
  for (let parent = waiting.shift(); parent; parent = waiting.shift()) {
    for (const { id, slug } of childrenOf.get(parent.id) ?? []) {
      if (seen.has(id)) continue
      seen.add(id)
      const place = { id, ...placeBelow({ parent, slug }) }
      found.push(place)
      waiting.push(place)
    }
  }
  return found
}

export interface TreeProblem {
  vi: string
  en: string
}

/** What forbids putting a category below a parent, or null. `height` is how many levels stand below the category itself. */
export const placementProblem = ({ id, parent, height }: { id: string | null; parent: Place & { id: string }; height: number }): TreeProblem | null => {
  if (id !== null && (parent.id === id || parent.ancestors.includes(id))) {
    return { vi: 'Chuyên mục không thể nằm trong chính nó hay trong chuyên mục con của nó.', en: 'A category cannot stand below itself or one of its children.' }
  }
  if (parent.depth + 1 + height > MAX_DEPTH) {
    return { vi: `Cây chuyên mục sâu nhất ${MAX_DEPTH + 1} cấp.`, en: `The tree has at most ${MAX_DEPTH + 1} levels.` }
  }
  return null
}
