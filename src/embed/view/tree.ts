/** What is shown, before it is HTML on the server or elements in a browser. Texts are plain: whoever writes them out escapes. */
export type Tree = string | Element

interface Element {
  tag: string
  attributes: Readonly<Record<string, string>>
  children: readonly Tree[]
}

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>
type Child = Tree | null | false | undefined | readonly Child[]

const flat = (children: readonly Child[]): Tree[] =>
  children.flatMap((child) => (Array.isArray(child) ? flat(child as readonly Child[]) : child === null || child === undefined || child === false || child === '' ? [] : [child as Tree]))

/** An element. Attributes that are null, undefined or false are left out, and those that are true are empty. */
export const h = (tag: string, attributes: Attributes = {}, ...children: readonly Child[]): Element => ({
  tag,
  attributes: Object.fromEntries(Object.entries(attributes).flatMap(([name, value]) => (value === null || value === undefined || value === false ? [] : [[name, value === true ? '' : String(value)]]))),
  children: flat(children),
})
