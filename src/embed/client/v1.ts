import { frames } from './frames.ts'
import { ocopElement } from './ocop-element.ts'

const script = document.currentScript as HTMLScriptElement | null ?? document.querySelector<HTMLScriptElement>('script[src*="/embed/v1"]')

// Whatever comes first on a page stays: an element can be defined once.
if (script && !customElements.get('ocop-products')) {
  const { origin } = new URL(script.src)
  const named = (folder: string) => (name: string) => folder + encodeURIComponent(name)
  customElements.define('ocop-products', ocopElement({ origin, names: 'feed', pathOf: named(''), layout: 'grid', count: null }))
  customElements.define('ocop-article', ocopElement({ origin, names: 'article', pathOf: named('article/'), layout: 'list', count: 1 }))
  frames(origin)
}
