import type { ArticleSeed } from '../types.ts'

/** The story the page is built around. */
export const leadStory: ArticleSeed = {
  slug: 'bac-kan-them-6-xa-dat-chuan-nong-thon-moi-va-73-san-pham-ocop',
  title: 'Bắc Kạn: Thêm 6 xã đạt chuẩn nông thôn mới và 73 sản phẩm OCOP',
  shortTitle: 'Bắc Kạn thêm 6 xã nông thôn mới',
  kicker: 'Nông thôn mới',
  lead: 'Năm 2021, Bắc Kạn có thêm sáu xã về đích nông thôn mới. Cùng thời gian, 73 sản phẩm OCOP của tỉnh đủ điều kiện dự đánh giá, phân hạng, trong đó Miến dong Tài Hoan được Trung ương công nhận hạng năm sao.',
  genre: 'news',
  category: 'kinh-te/nong-thon-moi',
  categories: ['ocop'],
  topics: ['mien-dong-bac-kan'],
  authors: ['Hồng Ánh'],
  provinces: ['bac-kan-2019'],
  documents: ['263/QĐ-TTg@2022-02-22', '23-NQ/TU@2021-12-16', '386/QĐ-UBND@2021-03-19'],
  products: ['mien-dong-tai-hoan'],
  related: ['ba-sao-bon-sao-nam-sao-moi-hang-ocop-ung-voi-bao-nhieu-diem', 'ai-cong-nhan-san-pham-ocop-tham-quyen-qua-tung-giai-doan', 'vong-doi-36-thang-cua-mot-giay-chung-nhan-ocop'],
  published: { hoursAgo: 720, on: '2022-03-09' },
  featured: true,
  cover: { name: 'bac-kan-ruong-bac-thang', alt: 'Minh họa ruộng bậc thang và nếp nhà sàn ở vùng cao Bắc Kạn', drawing: { scene: 'terraces', palette: 'forest', variant: 3 } },
  coverCaption: 'Diện mạo nông thôn vùng cao Bắc Kạn đổi thay cùng chương trình xây dựng nông thôn mới. Tranh minh họa.',
  images: [
    { name: 'mien-dong-na-ri', alt: 'Minh họa những bó miến dong của Na Rì, Bắc Kạn', drawing: { scene: 'noodles', palette: 'harvest' } },
  ],
  body: [
    'Sáu xã được công nhận đạt chuẩn trong năm 2021 là Yên Thịnh, Phương Viên, Thanh Thịnh, Thượng Giáo, Quân Hà và Cường Lợi. Đến hết năm, bình quân mỗi xã của tỉnh đạt 13 tiêu chí.',
    'Khoảng cách giữa các xã vẫn còn xa. Hai mươi xã đã đủ 19/19 tiêu chí, trong khi nhóm đông nhất, 58 xã, mới ở mức 10 đến 14 tiêu chí; mười hai xã còn dưới mười.',
    {
      table: 'Số xã theo mức đạt tiêu chí nông thôn mới, Bắc Kạn, năm 2021',
      header: ['Mức đạt', 'Số xã'],
      rows: [['19/19 tiêu chí', '20'], ['15–18 tiêu chí', '6'], ['10–14 tiêu chí', '58'], ['5–9 tiêu chí', '12']],
    },
    { heading: 'Năm sao đầu bảng thuộc về miến dong' },
    'Ở chương trình Mỗi xã một sản phẩm, 73 sản phẩm của tỉnh đủ điều kiện tham gia đánh giá, phân hạng. Kết quả, 16 sản phẩm được công nhận lại hạng ba sao, 39 sản phẩm đạt ba sao và một sản phẩm mới đạt bốn sao.',
    'Điểm sáng nhất là **Miến dong Tài Hoan** của Hợp tác xã Tài Hoan, huyện Na Rì: sản phẩm được Trung ương công nhận hạng năm sao, hạng cao nhất của chương trình.',
    { image: 'mien-dong-na-ri', caption: 'Miến dong là mặt hàng làm nên tên tuổi của Na Rì. Tranh minh họa.' },
    { product: 'mien-dong-tai-hoan' },
    { heading: 'Mục tiêu năm 2022' },
    'Bước sang năm 2022, Bắc Kạn đặt mục tiêu có thêm ít nhất 20 sản phẩm OCOP mới. Phần việc này nằm trong khuôn khổ Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021–2025 theo Quyết định 263/QĐ-TTg, cùng các văn bản của tỉnh là Nghị quyết 23-NQ/TU ngày 16/12/2021 và Quyết định 386/QĐ-UBND ngày 19/3/2021.',
    { document: '263/QĐ-TTg@2022-02-22' },
    {
      facts: 'Bắc Kạn 2021 qua những con số',
      rows: [['Xã mới đạt chuẩn', '6'], ['Bình quân mỗi xã', '13 tiêu chí'], ['Sản phẩm đủ điều kiện đánh giá', '73'], ['Công nhận lại ba sao', '16'], ['Ba sao', '39'], ['Bốn sao, công nhận mới', '1'], ['Năm sao, cấp Trung ương', '1']],
    },
  ],
}
