import { escapeHtml } from '../../collections/shared/public-body-parts.ts'
import type { Tree } from './view/tree.ts'

const empty: ReadonlySet<string> = new Set(['img'])

/** A tree as HTML: every text and every value of an attribute is escaped, whatever is in it. */
export const toHtml = (tree: Tree): string => {
  if (typeof tree === 'string') return escapeHtml(tree)
  const { tag, attributes, children } = tree
  const opened = `<${tag}${Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('')}>`
  return empty.has(tag) ? opened : `${opened}${children.map(toHtml).join('')}</${tag}>`
}
