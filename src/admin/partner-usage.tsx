'use client'

import { timeText, usePartnerSite } from './use-partner-site.ts'

const texts = {
  vi: {
    title: 'Lượt sử dụng (31 ngày)', none: 'Chưa có lượt nào.', day: 'Ngày', feed: 'Nguồn cấp', format: 'Định dạng', requests: 'Lượt', errors: 'Lỗi', seen: 'Thấy lần cuối', unknown: '(không xác định)',
    help: 'Số liệu được ghi mỗi phút. Lượt do CDN hoặc bộ nhớ đệm của đối tác trả lời không đến máy chủ nên không được đếm.',
  },
  en: {
    title: 'Usage (31 days)', none: 'Nothing has been asked yet.', day: 'Day', feed: 'Feed', format: 'Format', requests: 'Requests', errors: 'Errors', seen: 'Last seen', unknown: '(unknown)',
    help: 'Counted each minute. What a CDN or a cache of the partner answers never reaches the server and is not counted.',
  },
}

const dayText = (day: string): string => day.split('-').reverse().join('/')
const count = new Intl.NumberFormat('vi-VN')

/** What a partner site has asked, by day, feed and format. */
export const PartnerUsage = () => {
  const { address, report, isEnglish } = usePartnerSite()
  const say = texts[isEnglish ? 'en' : 'vi']
  if (!address || !report) return null
  return (
    <section className="field-type ocop-press-panel" id="partner-usage">
      <h3>{say.title}</h3>
      <p>{say.seen}: {timeText(report.lastSeen)}</p>
      {report.days.length === 0 ? <p>{say.none}</p> : (
        <table>
          <thead><tr>{[say.day, say.feed, say.format, say.requests, say.errors].map((head) => <th key={head}>{head}</th>)}</tr></thead>
          <tbody>
            {report.days.map(({ day, feed, format, requests, errors }) => (
              <tr key={`${day} ${feed} ${format}`}>
                <td>{dayText(day)}</td><td>{feed || say.unknown}</td><td>{format || '—'}</td><td>{count.format(requests)}</td><td>{count.format(errors)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="field-description">{say.help}</p>
    </section>
  )
}
