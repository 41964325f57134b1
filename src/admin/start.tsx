import Link from 'next/link.js'
import type { PayloadRequest, ServerProps, Where } from 'payload'
import { say } from '../../collections/shared/label.ts'
import { now, today } from '../clock.ts'
import { addDays, isDay } from '../ocop/day.ts'
import { formatDay } from '../text/format-day.ts'
import { isStars, stars } from './stars.ts'

const SHOWN = 5
const SOON_DAYS = 90

type Line = { id: string; title: string; note: string }
type List = { title: string; empty: string; more: string; collection: 'articles' | 'products'; where: Record<string, Record<string, string>>; lines: Line[]; total: number }
type Asker = Required<Pick<ServerProps, 'payload'>> & { user: NonNullable<PayloadRequest['user']>; i18n: { language?: string } }

const hanoiTime = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

const timeOf = (instant: unknown): string => (typeof instant === 'string' ? hanoiTime.format(new Date(instant)) : '')

// As the person may: what the person may not read is not counted either.
const asPerson = ({ user }: Asker) => ({ user, overrideAccess: false, limit: SHOWN, depth: 0 }) as const

const matching = (conditions: List['where']): Where => ({ and: Object.entries(conditions).map(([field, condition]) => ({ [field]: condition })) })

const drafts = async (asker: Asker): Promise<List> => {
  const req = asker
  const where = { createdBy: { equals: String(asker.user.id) }, _status: { equals: 'draft' } }
  const { docs, totalDocs } = await asker.payload.find({ ...asPerson(asker), collection: 'articles', draft: true, where: matching(where), sort: '-updatedAt', select: { title: true, updatedAt: true } })
  return {
    title: say({ req, vi: 'Bài viết đang soạn của tôi', en: 'My drafts' }),
    empty: say({ req, vi: 'Không có bài nào đang soạn.', en: 'No drafts.' }),
    more: say({ req, vi: 'Xem tất cả', en: 'See all' }),
    collection: 'articles',
    where,
    total: totalDocs,
    lines: docs.map((doc) => ({ id: String(doc.id), title: doc.title || say({ req, vi: '(chưa có tiêu đề)', en: '(no headline yet)' }), note: timeOf(doc.updatedAt) })),
  }
}

const scheduled = async (asker: Asker): Promise<List> => {
  const req = asker
  const where = { _status: { equals: 'published' }, publishedAt: { greater_than: now().toISOString() } }
  const { docs, totalDocs } = await asker.payload.find({ ...asPerson(asker), collection: 'articles', where: matching(where), sort: 'publishedAt', select: { title: true, publishedAt: true } })
  return {
    title: say({ req, vi: 'Hẹn giờ đăng', en: 'Scheduled' }),
    empty: say({ req, vi: 'Không có bài nào hẹn giờ đăng.', en: 'Nothing is scheduled.' }),
    more: say({ req, vi: 'Xem tất cả', en: 'See all' }),
    collection: 'articles',
    where,
    total: totalDocs,
    lines: docs.map((doc) => ({ id: String(doc.id), title: doc.title ?? '', note: timeOf(doc.publishedAt) })),
  }
}

// By the products, whose last day knows of extensions, withdrawals and certificates that follow.
const expiring = async (asker: Asker): Promise<List> => {
  const req = asker
  const where = { starsThrough: { greater_than_equal: today(), less_than_equal: addDays(today(), SOON_DAYS) } }
  const { docs, totalDocs } = await asker.payload.find({ ...asPerson(asker), collection: 'products', where: matching(where), sort: 'starsThrough', select: { name: true, stars: true, starsThrough: true } })
  return {
    title: say({ req, vi: `Giấy chứng nhận sắp hết hạn (${SOON_DAYS} ngày)`, en: `Certificates about to expire (${SOON_DAYS} days)` }),
    empty: say({ req, vi: `Không có sản phẩm nào hết hạn trong ${SOON_DAYS} ngày tới.`, en: `No product’s stars end within ${SOON_DAYS} days.` }),
    more: say({ req, vi: 'Xem tất cả', en: 'See all' }),
    collection: 'products',
    where,
    total: totalDocs,
    lines: docs.map(({ id, name, stars: count, starsThrough }) => ({
      id: String(id), title: name ?? '', note: [isStars(count) ? stars(count) : '', isDay(starsThrough) ? formatDay(starsThrough) : ''].filter(Boolean).join(' · '),
    })),
  }
}

const listAddress = ({ adminRoute, collection, where }: Pick<List, 'collection' | 'where'> & { adminRoute: string }): string => {
  const conditions = Object.entries(where).flatMap(([field, condition]) => Object.entries(condition).map(([operator, value]) => ({ field, operator, value })))
  const query = new URLSearchParams(conditions.map(({ field, operator, value }, at) => [`where[or][0][and][${at}][${field}][${operator}]`, value]))
  return `${adminRoute}/collections/${collection}?${query}`
}

const Card = ({ list, adminRoute }: { list: List; adminRoute: string }) => (
  <section className="ocop-press-start__card">
    <h2 className="ocop-press-start__title">{list.title}</h2>
    {list.lines.length === 0 && <p className="ocop-press-start__empty">{list.empty}</p>}
    <ul>
      {list.lines.map(({ id, title, note }) => (
        <li key={id}>
          <Link href={`${adminRoute}/collections/${list.collection}/${id}`} prefetch={false}>{title}</Link>
          <span className="ocop-press-start__note">{note}</span>
        </li>
      ))}
    </ul>
    {list.total > list.lines.length && <Link className="ocop-press-start__more" href={listAddress({ adminRoute, ...list })} prefetch={false}>{`${list.more} (${list.total})`}</Link>}
  </section>
)

/** What waits for the person who logs in: own drafts, what is scheduled and, for the OCOP desk, whose stars end soon. */
export const Start = async ({ payload, user, i18n, permissions }: ServerProps) => {
  if (!user) return null
  const asker: Asker = { payload, user, i18n }
  const { articles, certificates } = permissions?.collections ?? {}
  const lists = await Promise.all([...(articles?.create ? [drafts(asker), scheduled(asker)] : []), ...(certificates?.create ? [expiring(asker)] : [])])
  return (
    <div className="ocop-press-start">
      {lists.map((list) => <Card adminRoute={payload.config.routes.admin} key={list.title} list={list} />)}
    </div>
  )
}
