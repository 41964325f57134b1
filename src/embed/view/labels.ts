import type { Language } from './options.ts'

export interface Labels {
  /** What the stars mean, in words; `month` is such as `03/2027`. */
  stars: (stars: number, month: string | null) => string
  buy: string
  buyThis: (title: string) => string
  source: string
  empty: string
  loading: string
  back: string
  on: string
}

export const labels: Readonly<Record<Language, Labels>> = {
  vi: {
    stars: (stars, month) => `OCOP ${stars} sao${month ? `, có hiệu lực đến ${month}` : ''}`,
    buy: 'Nơi mua', buyThis: (title) => `Nơi mua ${title}`, source: 'Nguồn:', empty: 'Chưa có nội dung nào ở đây.', loading: 'Đang tải…', back: 'Lùi lại', on: 'Xem tiếp',
  },
  en: {
    stars: (stars, month) => `OCOP ${stars} stars${month ? `, valid until ${month}` : ''}`,
    buy: 'Where to buy', buyThis: (title) => `Where to buy ${title}`, source: 'Source:', empty: 'There is nothing here yet.', loading: 'Loading…', back: 'Back', on: 'Next',
  },
}
