import type { Cards } from '../view/card.ts'
import { type Language, languages, type Layout, layouts, LIMIT, LIMIT_MAX, type Theme, themes } from '../view/options.ts'
import { style } from '../view/style.ts'
import { type Shown, view, waiting } from '../view/view.ts'
import { steps } from './steps.ts'
import { toDom } from './to-dom.ts'

let sheet: CSSStyleSheet | undefined

/** One style sheet for all elements. Made by script: a page need not allow inline styles. */
const sharedSheet = (): CSSStyleSheet => {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(style)
  return sheet
}

const oneOf = <T extends string>(known: readonly T[], text: string | null | undefined): T | undefined => known.find((one) => one === text)

const whole = ({ text, least, most, otherwise }: { text: string | null; least: number; most: number; otherwise: number }): number =>
  (text !== null && /^\d{1,3}$/.test(text) ? Math.min(most, Math.max(least, Number(text))) : otherwise)

interface ElementKind {
  origin: string
  /** The attribute that names what is shown, and the path below `/embed` of what it names. */
  names: string
  pathOf: (name: string) => string
  layout: Layout
  /** Null: as many as the attribute `limit` says. */
  count: number | null
}

/** Makes the class of an element that shows cards. What stands inside the element is shown where these cannot be had. */
export const ocopElement = ({ origin, names, pathOf, layout, count }: ElementKind): CustomElementConstructor =>
  class extends HTMLElement {
    static observedAttributes = [names, 'layout', 'theme', 'lang', 'limit', 'heading', 'heading-level', 'key']
    #root = this.attachShadow({ mode: 'open' })
    #asked: AbortController | undefined
    #address = ''
    #cards: Cards | undefined
    #isDue = false

    connectedCallback(): void {
      this.#root.adoptedStyleSheets = [sharedSheet()]
      this.#refresh()
    }

    disconnectedCallback(): void {
      this.#asked?.abort()
      this.#address = ''
    }

    attributeChangedCallback(): void {
      if (this.isConnected) this.#refresh()
    }

    get #shown(): Shown {
      const language = (this.closest('[lang]')?.getAttribute('lang') ?? 'vi').slice(0, 2).toLowerCase()
      return {
        layout: oneOf<Layout>(layouts, this.getAttribute('layout')) ?? layout,
        theme: oneOf<Theme>(themes, this.getAttribute('theme')) ?? 'auto',
        language: oneOf<Language>(languages, language) ?? 'vi',
        heading: this.getAttribute('heading') ?? (count === null ? null : ''),
        headingLevel: whole({ text: this.getAttribute('heading-level'), least: 2, most: 6, otherwise: 2 }),
      }
    }

    // Attributes that change together are answered together; the first time at once, so that its room is kept from the first frame on.
    #refresh(): void {
      if (!this.#cards && !this.#address) {
        this.#load()
        return
      }
      if (this.#isDue) return
      this.#isDue = true
      queueMicrotask(() => {
        this.#isDue = false
        if (this.isConnected) this.#load()
      })
    }

    #show(tree: ReturnType<typeof view>): void {
      this.#root.replaceChildren(toDom(tree))
      steps(this.#root)
    }

    #load(): void {
      const name = this.getAttribute(names)
      if (!name) {
        this.#root.replaceChildren(document.createElement('slot'))
        return
      }
      const limit = whole({ text: this.getAttribute('limit'), least: 1, most: LIMIT_MAX, otherwise: LIMIT })
      const parameters = new URLSearchParams(count === null ? { limit: String(limit) } : {})
      const key = this.getAttribute('key')
      if (key) parameters.set('key', key)
      const asked = String(parameters)
      const address = `${origin}/embed/${pathOf(name)}.json${asked && `?${asked}`}`
      if (address === this.#address) {
        if (this.#cards) this.#show(view({ cards: this.#cards, shown: this.#shown }))
        return
      }
      this.#address = address
      this.#cards = undefined
      this.#asked?.abort()
      this.#asked = new AbortController()
      this.#show(waiting({ count: count ?? limit, shown: this.#shown }))
      void this.#ask(address, this.#asked.signal)
    }

    async #ask(address: string, signal: AbortSignal): Promise<void> {
      try {
        const answer = await fetch(address, { credentials: 'omit', signal })
        if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
        const cards = (await answer.json()) as Cards
        if (signal.aborted) return
        this.#cards = cards
        this.#show(view({ cards, shown: this.#shown }))
        this.#tell('ocop-load', { count: cards.items.length })
      } catch (error) {
        if (signal.aborted) return
        this.#root.replaceChildren(document.createElement('slot'))
        this.#tell('ocop-error', { message: String(error) })
      }
    }

    #tell(name: string, detail: unknown): void {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
    }
  }
