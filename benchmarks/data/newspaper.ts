/** The newspaper that everything is measured on: the same for the program and for the stock installation it is compared with. */
export interface Newspaper {
  categories: readonly { slug: string; name: string }[]
  authors: readonly { slug: string; name: string }[]
  brands: readonly { slug: string; name: string }[]
  producers: readonly { slug: string; name: string }[]
  products: readonly ProductContent[]
  articles: readonly ArticleContent[]
}

/** References are places in the other lists. */
export interface ProductContent {
  slug: string
  name: string
  summary: string
  brand: number
  producer: number
  publishedAt: string
  /** The newest first. */
  certificates: readonly { stars: 3 | 4 | 5; score: number; issuedDay: string; lastDay: string }[]
}

export interface ArticleContent {
  slug: string
  title: string
  lead: string
  category: number
  author: number
  /** Three earlier articles, as far as there are so many. */
  related: readonly number[]
  publishedAt: string
  /** Together about 10 kB of UTF-8. */
  paragraphs: readonly string[]
}

const BODY_BYTES = 10_000
const MINUTE_MS = 60_000
/** The first article is of this instant, each further one two hours later. */
export const FIRST_INSTANT = '2026-09-01T00:00:00.000Z'

const categoryNames = ['Nông thôn mới', 'OCOP', 'Thời sự', 'Kinh tế', 'Khuyến nông', 'Thị trường', 'Chuyển đổi số', 'Môi trường', 'Văn hóa', 'Du lịch', 'Giảm nghèo', 'Bạn đọc']
const goods = ['miến dong', 'gạo nếp nương', 'mật ong hoa nhãn', 'hồng không hạt', 'chè shan tuyết', 'bí xanh thơm', 'lạp sườn hun khói', 'tinh bột nghệ', 'măng khô', 'rượu men lá', 'nấm hương', 'bưởi da xanh']
const places = ['Na Rì', 'Ba Bể', 'Chợ Đồn', 'Bạch Thông', 'Ngân Sơn', 'Pác Nặm', 'Tam Đảo', 'Mộc Châu', 'Hương Khê', 'Cái Bè']
const sentences = [
  'Sáng sớm, sương còn chưa tan trên nương, bà con đã gùi những bao củ đầu tiên về xưởng của hợp tác xã.',
  'Mỗi vụ, đơn vị thu mua hơn tám trăm tấn nguyên liệu của gần hai trăm hộ trong vùng theo giá đã ký từ đầu năm.',
  'Nhờ có mã vùng trồng và tem truy xuất, người mua ở thành phố biết rõ sản phẩm đi ra từ thửa ruộng nào.',
  'Hội đồng đánh giá của tỉnh đã kiểm tra hồ sơ, nếm thử sản phẩm và đến tận nơi xem quy trình sản xuất.',
  'Theo lãnh đạo xã, khó nhất không phải là làm ra hàng mà là giữ cho chất lượng đều suốt ba năm hiệu lực của giấy chứng nhận.',
  'Từ chỗ bán rong ở chợ phiên, nay sản phẩm đã có mặt trên kệ của các siêu thị và trên sàn thương mại điện tử.',
  'Chương trình không đặt mục tiêu chạy theo số lượng, mà muốn mỗi địa phương có một mặt hàng thật sự của mình.',
  'Vốn vay ưu đãi giúp tổ hợp tác mua máy sấy lạnh, nhờ đó thời gian bảo quản tăng từ sáu lên mười hai tháng.',
  'Phụ nữ trong bản chia nhau các công đoạn: người sơ chế, người đóng gói, người trả lời khách hàng qua mạng.',
  'Ngành nông nghiệp khuyến cáo các chủ thể nộp hồ sơ đánh giá lại trước khi giấy chứng nhận hết hạn ít nhất chín mươi ngày.',
  'So với cùng kỳ năm trước, doanh thu của các sản phẩm được gắn sao trong huyện tăng khoảng một phần tư.',
  'Khách du lịch ghé lại không chỉ để mua quà, mà còn muốn tự tay thử một công đoạn của nghề.',
  'Hợp tác xã dành một phần lợi nhuận để trả học phí cho con em xã viên theo học ngành chế biến thực phẩm.',
  'Con đường bê tông mới mở nối xưởng với quốc lộ, xe tải nhỏ vào tận nơi lấy hàng dù trời mưa.',
]

/** Numbers that look drawn and are the same in every run. */
const drawing = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T
const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`
const instant = (minutes: number): string => new Date(Date.parse(FIRST_INSTANT) + minutes * MINUTE_MS).toISOString()

const paragraphsOf = (index: number): string[] => {
  const draw = drawing(index + 7)
  const paragraphs: string[] = []
  for (let bytes = 0; bytes < BODY_BYTES;) {
    const paragraph = [0, 1, 2, 3].map(() => pick(sentences, draw(sentences.length))).join(' ')
    paragraphs.push(paragraph)
    bytes += Buffer.byteLength(paragraph)
  }
  return paragraphs
}

const articleOf = (_: unknown, index: number): ArticleContent => {
  const [good, place] = [pick(goods, index * 5), pick(places, index * 3)]
  return {
    slug: `${index}-vu-moi-o-vung-nguyen-lieu`,
    title: `${place}: ${capital(good)} vào vụ mới, bài số ${index + 1}`,
    lead: `Người trồng ${good} ở ${place} bước vào vụ thu hoạch với giá thu mua ổn định; hợp tác xã đã ký bao tiêu toàn bộ sản lượng và chuẩn bị hồ sơ đánh giá lại hạng sao.`,
    category: index % categoryNames.length,
    author: index % 10,
    related: [index - 1, index - 2, index - 7].filter((other) => other >= 0),
    publishedAt: instant(index * 120),
    paragraphs: paragraphsOf(index),
  }
}

const scores = { 3: 60.5, 4: 80.5, 5: 93 } as const
const starsOf = (index: number): 3 | 4 | 5 => (index % 10 === 0 ? 5 : index % 3 === 0 ? 4 : 3)

const productOf = (_: unknown, index: number): ProductContent => {
  const [good, place] = [pick(goods, index), pick(places, index * 7)]
  const stars = starsOf(index)
  return {
    slug: `${index}-san-pham-ocop`,
    name: `${capital(good)} ${place} số ${index + 1}`,
    summary: `${capital(good)} của ${place}, làm theo cách truyền thống, đóng gói hút chân không, có tem truy xuất nguồn gốc.`,
    brand: index % 22,
    producer: index % 40,
    publishedAt: instant(index * 60),
    certificates: [{ stars, score: scores[stars], issuedDay: '2026-07-15', lastDay: '2029-07-15' }],
  }
}

const list = <T>(count: number, make: (_: unknown, index: number) => T): T[] => Array.from({ length: count }, make)

/** The newspaper: the same texts and references in every run. */
export const newspaper = ({ articles = 300, products = 500 }: { articles?: number; products?: number } = {}): Newspaper => ({
  categories: categoryNames.map((name, index) => ({ slug: `chuyen-muc-${index + 1}`, name })),
  authors: list(10, (_, index) => ({ slug: `tac-gia-${index + 1}`, name: `Tác giả ${index + 1}` })),
  brands: list(22, (_, index) => ({ slug: `thuong-hieu-${index + 1}`, name: `Thương hiệu ${index + 1}` })),
  producers: list(40, (_, index) => ({ slug: `chu-the-${index + 1}`, name: `Hợp tác xã ${pick(places, index)} ${index + 1}` })),
  products: list(products, productOf),
  articles: list(articles, articleOf),
})

/** Paragraphs as the editor stores them. */
export const lexicalOf = (texts: readonly string[]) => ({
  root: {
    type: 'root', version: 1, direction: 'ltr' as const, format: '' as const, indent: 0,
    children: texts.map((text) => ({
      type: 'paragraph', version: 1, direction: 'ltr', format: '', indent: 0, textFormat: 0, textStyle: '',
      children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }],
    })),
  },
})
