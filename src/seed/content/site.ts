/** What is printed on every page of the demo newspaper. */
export const siteSettings = {
  siteName: 'OCOP Press',
  tagline: 'Chuyện quê, hàng Việt',
  publisher: 'Tòa soạn minh họa OCOP Press',
  licence: 'Trang minh họa, không phải cơ quan báo chí.',
  editorInChief: 'Minh Khuê',
  contact: { address: 'Hà Nội, Việt Nam', phone: '024 0000 0000', email: 'toasoan@ocop-press.local' },
} as const

type MenuEntry = { readonly label: string; readonly category?: string; readonly topic?: string; readonly url?: string; readonly children?: readonly MenuEntry[] }

/** The menus; categories by path, topics by slug. */
export const menus: { readonly header: readonly MenuEntry[]; readonly footer: readonly MenuEntry[] } = {
  header: [
    { label: 'Thời sự', category: 'thoi-su', children: [{ label: 'Địa phương', category: 'thoi-su/dia-phuong' }] },
    { label: 'Kinh tế', category: 'kinh-te', children: [{ label: 'Nông thôn mới', category: 'kinh-te/nong-thon-moi' }, { label: 'Thị trường', category: 'kinh-te/thi-truong' }] },
    { label: 'OCOP', category: 'ocop', children: [{ label: 'Chính sách', category: 'ocop/chinh-sach' }, { label: 'Hỏi – đáp', category: 'ocop/hoi-dap' }, { label: 'Chủ thể', category: 'ocop/chu-the' }] },
    { label: 'Bộ tiêu chí 2026', topic: 'ocop-2026' },
  ],
  footer: [
    { label: 'Nông thôn mới 2026–2030', topic: 'nong-thon-moi-2026-2030' },
    { label: 'Sắp xếp đơn vị hành chính', topic: 'sap-xep-tinh' },
    { label: 'Hàng Việt lên sàn', topic: 'hang-viet-len-san' },
    { label: 'Hỏi – đáp OCOP', category: 'ocop/hoi-dap' },
  ],
}

type HomeSlot = {
  readonly position: 'lead' | 'focus' | 'list' | 'products' | 'brands'
  readonly mode: 'curated' | 'automatic'
  readonly title?: string
  readonly articles?: readonly string[]
  readonly products?: readonly string[]
  readonly category?: string
  readonly count: number
}

/** The boxes of the front page, in order; articles and products by slug. */
export const homeSlots: readonly HomeSlot[] = [
  { position: 'lead', mode: 'curated', count: 1, articles: ['bac-kan-them-6-xa-dat-chuan-nong-thon-moi-va-73-san-pham-ocop'] },
  {
    position: 'focus', mode: 'curated', title: 'Tiêu điểm', count: 3,
    articles: ['quyet-dinh-26-2026-qd-ttg-bo-tieu-chi-ocop-moi-co-gi-khac', 'cho-phien-ocop-tren-tiktok-sau-mot-nam-1-4-ty-luot-xem', 'tu-63-con-34-san-pham-ocop-cua-tinh-cu-nay-thuoc-tinh-nao'],
  },
  { position: 'list', mode: 'automatic', title: 'Nông thôn mới', category: 'kinh-te/nong-thon-moi', count: 5 },
  { position: 'list', mode: 'automatic', title: 'Hỏi – đáp OCOP', category: 'ocop/hoi-dap', count: 4 },
  { position: 'products', mode: 'curated', title: 'Sản phẩm tiêu biểu', count: 4, products: ['mien-dong-tai-hoan', 'dua-luoi-nam-giao', 'ha-thu-o-do-che-kochi', 'keo-sua-dua-nguyen-chat-yen-hoang'] },
  { position: 'products', mode: 'automatic', title: 'Sản phẩm mới', count: 8 },
  { position: 'brands', mode: 'automatic', title: 'Thương hiệu nổi bật', count: 22 },
]
