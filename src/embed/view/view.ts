import { formatVnd } from '../../text/format-vnd.ts'
import type { Card, Cards } from './card.ts'
import { type Labels, labels } from './labels.ts'
import type { Language, Layout, Theme } from './options.ts'
import { h, type Tree } from './tree.ts'

export interface Shown {
  layout: Layout
  theme: Theme
  language: Language
  /** Of the heading; null: the name of the feed. An empty text: none. */
  heading: string | null
  headingLevel: number
}

const STAR = 'm10 1.5 2.6 5.6 6.1.7-4.5 4.2 1.2 6-5.4-3-5.4 3 1.2-6L1.3 7.8l6.1-.7z'

// The words beside them say it; what is drawn is for the eye alone.
const drawn = (stars: number): Tree =>
  h('svg', { class: 'stars', viewBox: '0 0 100 20', 'aria-hidden': 'true' }, [0, 1, 2, 3, 4].map((at) => h('path', { d: STAR, transform: `translate(${20 * at})`, class: at < stars ? 'on' : 'off' })))

const monthOf = (day: string | null): string | null => (day === null ? null : day.replace(/^(\d{4})-(\d{2})-\d{2}$/, '$2/$1'))

const hanoiDay = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' })

// The width of a card follows from that of the embed, which the browser knows better where it can (`auto`).
const sizes: Readonly<Record<Layout, string>> = { grid: 'auto, (max-width: 30em) 92vw, 18em', carousel: 'auto, 17em', list: 'auto, 9em' }

const picture = (image: Card['image'], layout: Layout): Tree =>
  h('div', { class: 'picture' }, image && h('img', { alt: image.alt, width: image.width, height: image.height, loading: 'lazy', decoding: 'async', sizes: sizes[layout], srcset: image.srcset, src: image.url }))

const line = (name: string, attributes: Parameters<typeof h>[1], ...children: Parameters<typeof h>[2][]): Tree => h('p', { ...attributes, class: name }, ...children)

const productLines = ({ card, say, vi }: { card: Card; say: Labels; vi: Parameters<typeof h>[1] }) => {
  const place = [card.producer, card.place].filter((one) => one !== null).join(' · ')
  return [
    card.stars !== null && line('certified', {}, drawn(card.stars), h('span', {}, say.stars(card.stars, monthOf(card.starsThrough)))),
    place !== '' && line('place', vi, place),
    (card.price !== null || card.purchaseUrl !== null) && line('sale', {},
      card.price !== null && h('span', { class: 'price' }, formatVnd(card.price)),
      card.purchaseUrl !== null && h('a', { class: 'buy', href: card.purchaseUrl, rel: 'noopener', 'aria-label': say.buyThis(card.title) }, say.buy)),
  ]
}

const articleLines = ({ card, vi }: { card: Card; vi: Parameters<typeof h>[1] }) => [
  card.summary !== null && line('summary', vi, card.summary),
  line('day', {}, h('time', { datetime: card.publishedAt }, hanoiDay.format(new Date(card.publishedAt)))),
]

const item = ({ card, shown: { layout, language } }: { card: Card; shown: Shown }): Tree => {
  const say = labels[language]
  // What the newspaper writes is in Vietnamese whatever language the labels are in.
  const vi = { lang: language === 'vi' ? null : 'vi' }
  return h('li', { class: `card ${card.kind}` },
    picture(card.image, layout),
    h('div', { class: 'words' },
      line('title', vi, h('a', { href: card.url, rel: 'noopener' }, card.title)),
      card.kind === 'product' ? productLines({ card, say, vi }) : articleLines({ card, vi })))
}

const step = (name: 'back' | 'on', say: Labels): Tree =>
  h('button', { type: 'button', class: `step ${name}`, 'data-step': name, 'aria-label': say[name], hidden: true }, h('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true' }, h('path', { d: name === 'back' ? 'M12.5 4 6.5 10l6 6' : 'M7.5 4l6 6-6 6' })))

const list = ({ items, shown, label }: { items: readonly Tree[]; shown: Shown; label: string }): Tree => {
  const ul = h('ul', { class: 'cards', role: 'list' }, items)
  if (shown.layout !== 'carousel') return ul
  const say = labels[shown.language]
  return h('div', { class: 'rail' }, step('back', say), h('div', { class: 'track', role: 'group', tabindex: 0, 'aria-label': label }, ul), step('on', say))
}

const frame = ({ shown: { theme, language, layout }, label, isBusy = false, children }: { shown: Shown; label: string; isBusy?: boolean; children: readonly (Tree | false)[] }): Tree =>
  h('section', { class: `ocop ${layout}`, 'data-theme': theme, lang: language, 'aria-label': label, 'aria-busy': isBusy ? 'true' : null }, children)

/** An embed with what is in it. */
export const view = ({ cards, shown }: { cards: Cards; shown: Shown }): Tree => {
  const say = labels[shown.language]
  const heading = shown.heading ?? cards.name
  const label = heading || cards.name
  return frame({ shown, label, children: [
    heading !== '' && h(`h${shown.headingLevel}`, { class: 'heading' }, heading),
    cards.items.length === 0 ? h('p', { class: 'empty' }, say.empty) : list({ shown, label, items: cards.items.map((card) => item({ card, shown })) }),
    h('p', { class: 'source' }, `${say.source} `, h('a', { href: cards.source.url, rel: 'noopener' }, cards.source.name)),
  ] })
}

/** The room that an embed will take, while what is in it is on its way. */
export const waiting = ({ count, shown }: { count: number; shown: Shown }): Tree => {
  const blank = (name: string) => h('p', { class: name, 'aria-hidden': 'true' }, '\u00A0')
  const items = Array.from({ length: count }, () => h('li', { class: 'card blank', 'aria-hidden': 'true' }, h('div', { class: 'picture' }), h('div', { class: 'words' })))
  const ul = h('ul', { class: 'cards', 'aria-hidden': 'true' }, items)
  return frame({ shown, label: labels[shown.language].loading, isBusy: true, children: [
    shown.heading !== '' && blank('heading'), shown.layout === 'carousel' ? h('div', { class: 'rail' }, h('div', { class: 'track' }, ul)) : ul, blank('source'),
  ] })
}
