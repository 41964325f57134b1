import type { Tree } from '../view/tree.ts'

const drawn = ['svg', 'path']

/** A tree as nodes. Nothing of it is ever parsed as markup. */
export const toDom = (tree: Tree): Node => {
  if (typeof tree === 'string') return document.createTextNode(tree)
  const { tag, attributes, children } = tree
  const element = drawn.includes(tag) ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.map(toDom))
  return element
}
