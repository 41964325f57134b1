'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { type ShownKey, timeText, usePartnerSite } from './use-partner-site.ts'

const texts = {
  vi: {
    title: 'Khóa truy cập', none: 'Chưa có khóa nào.', key: 'Khóa', scopes: 'Phạm vi', made: 'Tạo lúc', until: 'Hết hạn', used: 'Dùng lần cuối', state: 'Trạng thái',
    live: 'Đang hiệu lực', revoked: 'Đã thu hồi', expired: 'Hết hạn', revoke: 'Thu hồi', sure: 'Thu hồi khóa này? Trang đối tác dùng khóa sẽ bị từ chối ngay.',
    type: 'Loại khóa', publishable: 'Công khai (pk_…): đặt trong trang, chỉ dùng từ địa chỉ gốc đã ghi', secret: 'Bí mật (sk_…): chỉ dùng từ máy chủ của đối tác',
    term: 'Thời hạn', forever: 'Không thời hạn', days: 'ngày', feeds: 'Nguồn cấp và nhúng', changes: 'Nhật ký thay đổi', make: 'Tạo khóa', copy: 'Sao chép', copied: 'Đã sao chép', close: 'Đã lưu, ẩn khóa',
    once: 'Khóa chỉ hiện một lần này. Hãy sao chép và gửi cho đối tác qua kênh an toàn.',
    help: 'Mỗi loại có nhiều nhất hai khóa cùng hiệu lực. Muốn đổi khóa: tạo khóa mới, chờ đối tác chuyển sang, rồi thu hồi khóa cũ.',
  },
  en: {
    title: 'Keys', none: 'There are no keys yet.', key: 'Key', scopes: 'Scopes', made: 'Made', until: 'Expires', used: 'Last used', state: 'State',
    live: 'Works', revoked: 'Revoked', expired: 'Expired', revoke: 'Revoke', sure: 'Revoke this key? Whoever uses it is refused at once.',
    type: 'Type', publishable: 'Publishable (pk_…): stands in pages, works from the listed origins only', secret: 'Secret (sk_…): for servers of the partner only',
    term: 'Term', forever: 'Without end', days: 'days', feeds: 'Feeds and embeds', changes: 'Log of changes', make: 'Make a key', copy: 'Copy', copied: 'Copied', close: 'Kept, hide it',
    once: 'The key is shown this once. Copy it, and send it to the partner in a safe way.',
    help: 'At most two keys of a type work at once. To change one: make a new one, wait until the partner uses it, then revoke the old one.',
  },
}

const stateOf = ({ isLive, revokedAt }: ShownKey): 'live' | 'revoked' | 'expired' => (isLive ? 'live' : revokedAt === null ? 'expired' : 'revoked')

/** The keys of a partner site: makes them, shows each once, and revokes them. */
export const PartnerKeys = () => {
  const { address, report, post, isEnglish } = usePartnerSite()
  const [type, setType] = useState<'publishable' | 'secret'>('publishable')
  const [days, setDays] = useState('')
  const [scopes, setScopes] = useState<string[]>(['feeds'])
  const [made, setMade] = useState<string | null>(null)
  const [isCopied, setCopied] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const say = texts[isEnglish ? 'en' : 'vi']
  if (!address) return null

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setProblem(null)
    await work().catch((error: Error) => setProblem(error.message))
  }
  const make = () => attempt(async () => {
    const { key } = await post('/keys', { type, scopes, days: days === '' ? null : Number(days) })
    setCopied(false)
    setMade(String(key))
  })
  const revoke = (shown: string) => attempt(async () => {
    if (window.confirm(say.sure)) await post(`/keys/${encodeURIComponent(shown)}/revoke`)
  })
  const toggle = (scope: string) => setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope])

  return (
    <section className="field-type ocop-press-panel" id="partner-keys">
      <h3>{say.title}</h3>
      {report?.keys.length === 0 && <p>{say.none}</p>}
      {report !== null && report.keys.length > 0 && (
        <table>
          <thead><tr>{[say.key, say.scopes, say.made, say.until, say.used, say.state, ''].map((head, at) => <th key={at}>{head}</th>)}</tr></thead>
          <tbody>
            {report.keys.map((key) => (
              <tr key={key.shown}>
                <td><code>{key.shown}…</code></td>
                <td>{key.scopes.map((scope) => say[scope as 'feeds' | 'changes']).join(', ')}</td>
                <td>{timeText(key.createdAt)}</td>
                <td>{key.expiresAt === null ? say.forever : timeText(key.expiresAt)}</td>
                <td>{timeText(key.lastUsedAt)}</td>
                <td>{say[stateOf(key)]}</td>
                <td>{key.revokedAt === null && <Button buttonStyle="secondary" margin={false} onClick={() => void revoke(key.shown)} size="small">{say.revoke}</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {made !== null && (
        <div className="ocop-press-panel__once" role="status">
          <p>{say.once}</p>
          <input aria-label={say.key} id="partner-key-made" onFocus={({ target }) => target.select()} readOnly value={made} />
          <div className="ocop-press-panel__row">
            <Button margin={false} onClick={() => void navigator.clipboard.writeText(made).then(() => setCopied(true))} size="small">{isCopied ? say.copied : say.copy}</Button>
            <Button buttonStyle="secondary" margin={false} onClick={() => setMade(null)} size="small">{say.close}</Button>
          </div>
        </div>
      )}
      <div className="ocop-press-panel__row">
        <label>
          {say.type}{' '}
          <select id="partner-key-type" onChange={({ target }) => setType(target.value === 'secret' ? 'secret' : 'publishable')} value={type}>
            <option value="publishable">{say.publishable}</option>
            <option value="secret">{say.secret}</option>
          </select>
        </label>
        <label>
          {say.term}{' '}
          <select onChange={({ target }) => setDays(target.value)} value={days}>
            <option value="">{say.forever}</option>
            {['30', '90', '365'].map((term) => <option key={term} value={term}>{`${term} ${say.days}`}</option>)}
          </select>
        </label>
        {(['feeds', 'changes'] as const).map((scope) => (
          <label key={scope}><input checked={scopes.includes(scope)} onChange={() => toggle(scope)} type="checkbox" /> {say[scope]}</label>
        ))}
        <Button disabled={scopes.length === 0} id="partner-key-make" margin={false} onClick={() => void make()} size="small">{say.make}</Button>
      </div>
      {problem !== null && <p className="ocop-press-panel__problem" role="alert">{problem}</p>}
      <p className="field-description">{say.help}</p>
    </section>
  )
}
