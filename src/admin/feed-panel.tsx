'use client'

import { Button, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { iframeTag, productsTag, type ScriptAddress, scriptTag } from '../embed/snippets.ts'
import type { Cards } from '../embed/view/card.ts'
import { type Layout, layouts, type Theme, themes } from '../embed/view/options.ts'

const texts = {
  vi: {
    addresses: 'Địa chỉ của nguồn', items: 'Các mục đầu tiên', embed: 'Nhúng vào trang đối tác', script: 'Thẻ HTML (một dòng script và một thẻ)', frame: 'Hoặc iframe, không cần script', copy: 'Sao chép', copied: 'Đã sao chép',
    layout: 'Cách xếp', theme: 'Màu', preview: 'Xem thử', none: 'Chưa có mục nào khớp với bộ lọc.', grid: 'Lưới', list: 'Danh sách', carousel: 'Băng cuộn', auto: 'Theo máy người đọc', light: 'Sáng', dark: 'Tối',
    away: 'Không xem thử được: nguồn chưa lưu, đang tắt, hoặc chỉ dành cho đối tác được chọn.', key: 'Nguồn chỉ dành cho đối tác: thêm khóa công khai của đối tác, thuộc tính key="pk_…" hoặc ?key=pk_… trong địa chỉ.', saved: 'Theo bản đã lưu.',
  },
  en: {
    addresses: 'Addresses of the feed', items: 'First items', embed: 'Embed on a partner page', script: 'HTML (one script line and one element)', frame: 'Or an iframe, without any script', copy: 'Copy', copied: 'Copied',
    layout: 'Layout', theme: 'Colours', preview: 'Preview', none: 'Nothing matches the filters yet.', grid: 'Grid', list: 'List', carousel: 'Carousel', auto: 'As the reader has it', light: 'Light', dark: 'Dark',
    away: 'There is no preview: the feed is not saved or not active, or is for chosen partners only.', key: 'The feed is for partners: add the publishable key of the partner, as the attribute key="pk_…" or as ?key=pk_… in the address.', saved: 'As it was saved last.',
  },
}

const PREVIEWED = 5
const LIMIT = 8

/** Something to be copied, with the button that does. */
const Copied = ({ id, label, text, say }: { id: string; label: string; text: string; say: typeof texts.vi }) => {
  const [isCopied, setCopied] = useState(false)
  const rows = text.split('\n').length
  return (
    <div className="ocop-press-panel__copy">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} onFocus={({ target }) => target.select()} readOnly rows={Math.max(rows, Math.ceil(text.length / 110))} value={text} />
      <Button buttonStyle="secondary" margin={false} onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))} size="small">{isCopied ? say.copied : say.copy}</Button>
    </div>
  )
}

const Choice = <T extends string>({ label, value, values, names, choose }: { label: string; value: T; values: readonly T[]; names: Readonly<Record<T, string>>; choose: (value: T) => void }) => (
  <label>
    {label}{' '}
    <select onChange={({ target }) => choose(target.value as T)} value={value}>
      {values.map((one) => <option key={one} value={one}>{names[one]}</option>)}
    </select>
  </label>
)

/** What the public side says now of a feed as it was saved last; null while it is asked, or where it says nothing. */
const usePublicSide = ({ slug, savedAt }: { slug: string; savedAt: string }) => {
  const [script, setScript] = useState<ScriptAddress | null>(null)
  const [cards, setCards] = useState<Cards | null>(null)
  useEffect(() => {
    const asked = new AbortController()
    const ask = async <T,>(path: string, take: (answer: T | null) => void) => {
      const response = await fetch(path, { credentials: 'omit', signal: asked.signal, cache: 'no-cache' })
      take(response.ok ? ((await response.json()) as T) : null)
    }
    // What is not there is shown as that.
    const nothing = () => undefined
    void ask<ScriptAddress>('/embed/v1.json', setScript).catch(nothing)
    if (slug) void ask<Cards>(`/embed/${encodeURIComponent(slug)}.json?limit=${PREVIEWED}`, setCards).catch(nothing)
    return () => asked.abort()
  }, [slug, savedAt])
  return { script, cards }
}

/** For a saved feed: its addresses and snippets ready to copy, its first items, and the embed at work. */
export const FeedPanel = () => {
  const { savedDocumentData, lastUpdateTime } = useDocumentInfo()
  const { i18n } = useTranslation()
  const audience = useFormFields(([fields]) => fields['audience']?.value)
  const [layout, setLayout] = useState<Layout>('grid')
  const [theme, setTheme] = useState<Theme>('auto')
  const slug = String(savedDocumentData?.['slug'] ?? '')
  const savedAt = String(lastUpdateTime ?? savedDocumentData?.['updatedAt'] ?? '')
  const { script, cards } = usePublicSide({ slug, savedAt })
  const say = texts[i18n.language === 'en' ? 'en' : 'vi']
  if (!slug) return null

  const name = String(savedDocumentData?.['name'] ?? slug)
  const formats = (savedDocumentData?.['formats'] ?? []) as string[]
  const { origin } = script ? new URL(script.url) : window.location
  const path = `/embed/${encodeURIComponent(slug)}?${new URLSearchParams({ layout, limit: String(LIMIT), ...(theme === 'auto' ? {} : { theme }) })}`
  const element = productsTag({ feed: slug, name, siteUrl: cards?.source.url ?? origin, layout, limit: LIMIT, ...(theme === 'auto' ? {} : { theme }) })

  return (
    <section className="field-type ocop-press-panel" id="feed-panel">
      <h3>{say.addresses}</h3>
      {formats.map((format) => <Copied id={`feed-address-${format.replace('.', '-')}`} key={format} label={`.${format}`} say={say} text={`${origin}/feeds/${encodeURIComponent(slug)}.${format}`} />)}
      <h3>{say.items}</h3>
      {cards === null && <p>{say.away}</p>}
      {cards?.items.length === 0 && <p>{say.none}</p>}
      {cards !== null && cards.items.length > 0 && <ol id="feed-items">{cards.items.map(({ id, title, url }) => <li key={id}><a href={url} rel="noopener noreferrer" target="_blank">{title}</a></li>)}</ol>}
      <h3>{say.embed}</h3>
      <div className="ocop-press-panel__row">
        <Choice choose={setLayout} label={say.layout} names={say} value={layout} values={layouts} />
        <Choice choose={setTheme} label={say.theme} names={say} value={theme} values={themes} />
      </div>
      {audience === 'partners' && <p className="field-description">{say.key}</p>}
      {script && <Copied id="feed-snippet" label={say.script} say={say} text={`${scriptTag(script)}\n${element}`} />}
      <Copied id="feed-iframe" label={say.frame} say={say} text={iframeTag({ src: `${origin}${path}`, title: name, height: 640 })} />
      {cards !== null && (
        <>
          <h3>{say.preview}</h3>
          <p className="field-description">{say.saved}</p>
          <iframe className="ocop-press-panel__preview" id="feed-preview" key={savedAt} loading="lazy" sandbox="allow-scripts allow-popups" src={path} title={say.preview} />
        </>
      )}
    </section>
  )
}
