import type { Wordmark } from '../drawings/wordmark.ts'

/** A partner in “Thương hiệu nổi bật”; the order of the list is the order on the page. */
export type BrandSeed = { readonly name: string; readonly mark: Omit<Wordmark, 'text'> }

/** The 22 partners of the page. Their marks are drawn here and copy nobody's logo. */
export const partnerBrands: readonly BrandSeed[] = [
  { name: 'Ecopark', mark: { ink: '#2f6b3f', accent: '#8fbf4d', emblem: 'leaf' } },
  { name: 'Cái Lân', mark: { ink: '#14507a', accent: '#39a0c8', emblem: 'wave', weight: 1.6 } },
  { name: 'Vinamilk', mark: { ink: '#12428f', accent: '#7fc4ee', emblem: 'drop', weight: 1.5 } },
  { name: 'Richy', mark: { ink: '#b3262e', accent: '#f2b233', emblem: 'sun', weight: 1.7, slant: 10 } },
  { name: 'Sun Group', mark: { ink: '#c0462b', accent: '#f5a623', emblem: 'arc', layout: 'above' } },
  { name: 'Eurowindow', mark: { ink: '#173f6b', accent: '#d6473b', emblem: 'window' } },
  { name: 'Bivaco', mark: { ink: '#244c3c', accent: '#e0862d', emblem: 'hexagon', weight: 1.6 } },
  { name: 'SHB', mark: { ink: '#e26a1d', accent: '#2b3a67', emblem: 'bars', weight: 1.9, slant: 8 } },
  { name: 'Tân Hoàng Minh Group', mark: { ink: '#6b4a1e', accent: '#c99a3d', emblem: 'diamond', layout: 'above', weight: 1.1 } },
  { name: 'HDBank', mark: { ink: '#a8192d', accent: '#f3c13a', emblem: 'petals', weight: 1.5 } },
  { name: 'Sunshine Group', mark: { ink: '#2c3e63', accent: '#f0a830', emblem: 'sun', layout: 'above', weight: 1.2 } },
  { name: 'Vinacomin', mark: { ink: '#23272e', accent: '#d2452f', emblem: 'peak', weight: 1.4 } },
  { name: 'Viglacera', mark: { ink: '#0f5c8c', accent: '#58b0a6', emblem: 'stripes', weight: 1.4 } },
  { name: 'TH', mark: { ink: '#1f4fa0', accent: '#79b83f', emblem: 'leaf', weight: 2.2 } },
  { name: 'Bac A Bank', mark: { ink: '#8d1f2b', accent: '#d9a441', emblem: 'ring', weight: 1.3 } },
  { name: 'Danko Group', mark: { ink: '#1d3b2f', accent: '#c9a24b', emblem: 'tower', layout: 'above', weight: 1.2 } },
  { name: 'TTP', mark: { ink: '#37474f', accent: '#26a69a', emblem: 'stripes', weight: 2 } },
  { name: 'DOJI', mark: { ink: '#7a5a16', accent: '#d4af37', ground: '#fffaf0', emblem: 'diamond', weight: 1.6 } },
  { name: 'Nam Cường', mark: { ink: '#a62b1f', accent: '#3b6ea5', emblem: 'tower', weight: 1.4 } },
  { name: 'Vingroup', mark: { ink: '#b01e2e', accent: '#f4c542', emblem: 'star', layout: 'above', weight: 1.4 } },
  { name: 'BIDV', mark: { ink: '#0b6b63', accent: '#f0b73a', emblem: 'petals', weight: 1.9 } },
  { name: 'Phú Điền', mark: { ink: '#3c5a1e', accent: '#c7a13b', emblem: 'wave', weight: 1.5 } },
]
