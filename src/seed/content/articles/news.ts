import type { ArticleSeed } from '../types.ts'

/** The two news items that stand among the products of the mixed list. */
export const newsItems: readonly ArticleSeed[] = [
  {
    slug: 'cho-phien-ocop-tren-tiktok-sau-mot-nam-1-4-ty-luot-xem',
    title: 'Chợ phiên OCOP trên TikTok sau một năm: 1,4 tỷ lượt xem',
    shortTitle: 'Chợ phiên OCOP đạt 1,4 tỷ lượt xem',
    kicker: 'Thương mại điện tử',
    lead: 'Sau một năm mở chợ phiên trên TikTok, các nội dung về sản phẩm OCOP thu về 1,4 tỷ lượt xem. Hơn 800 buổi phát trực tiếp mang lại trên 100 tỷ đồng doanh số cho hơn 3.000 chủ thể.',
    genre: 'news',
    category: 'kinh-te/thi-truong',
    topics: ['hang-viet-len-san'],
    authors: ['Trần Lâm'],
    published: { hoursAgo: 20 },
    cover: { name: 'cho-phien-truc-tuyen', alt: 'Minh họa một phiên bán nông sản trực tiếp trên điện thoại', drawing: { scene: 'livestream', palette: 'noon' } },
    coverCaption: 'Một phiên chợ nằm gọn trong màn hình điện thoại. Tranh minh họa.',
    body: [
      'Phiên chợ không có sạp tre, không có tiếng mặc cả, nhưng người xem thì đông. Mô hình đưa sản phẩm OCOP lên các buổi phát trực tiếp đã đi qua năm đầu tiên với những con số khó hình dung ở một phiên chợ thường.',
      {
        facts: 'Chợ phiên OCOP sau một năm',
        rows: [['Lượt xem nội dung', '1,4 tỷ'], ['Buổi phát trực tiếp', 'hơn 800'], ['Doanh số', 'trên 100 tỷ đồng'], ['Chủ thể tham gia', 'hơn 3.000']],
      },
      'Với hợp tác xã và hộ sản xuất, cái được trước hết là gặp thẳng người mua. Câu hỏi về nguồn gốc, cách bảo quản, hạn dùng được trả lời ngay trong lúc hàng còn trên tay người giới thiệu.',
      'Cái khó cũng lộ ra ngay: đơn đến dồn dập trong một buổi tối, còn việc đóng gói, giao hàng và giữ chất lượng đồng đều thì kéo dài nhiều ngày sau. Sản phẩm đã có sao càng phải giữ đúng những gì ghi trên bao bì.',
      { heading: 'Người mua nên nhìn gì trên màn hình' },
      { list: ['Hạng sao và thời hạn của giấy chứng nhận: sao chỉ có giá trị trong 36 tháng kể từ ngày ra quyết định.', 'Tên chủ thể và địa chỉ sản xuất ghi trên bao bì.', 'Mã truy xuất nguồn gốc, nếu có, quét ra đúng sản phẩm đang bán.'] },
      'Lượt xem rồi sẽ trôi, người mua quay lại mới là thước đo. Sau một năm, chợ phiên đã chứng minh rằng hàng quê có chỗ đứng trên màn hình; phần còn lại thuộc về chất lượng của từng gói hàng.',
    ],
  },
  {
    slug: 'hoi-cho-ton-vinh-san-pham-viet-2024-dua-hang-viet-ve-giua-long-can-tho',
    title: 'Hội chợ “Tôn vinh sản phẩm Việt” 2024: Đưa hàng Việt về giữa lòng Cần Thơ',
    shortTitle: 'Tôn vinh sản phẩm Việt ở Cần Thơ',
    kicker: 'Xúc tiến thương mại',
    lead: 'Hội chợ “Tôn vinh sản phẩm Việt” năm 2024 chọn Vincom Plaza Xuân Khánh, quận Ninh Kiều, làm điểm hẹn, đưa sản phẩm Việt vào nơi người Cần Thơ vẫn mua sắm cuối tuần.',
    genre: 'news',
    category: 'kinh-te/thi-truong',
    topics: ['hang-viet-len-san'],
    authors: ['Trần Lâm', 'Quốc Bảo'],
    provinces: ['can-tho-2019'],
    published: { hoursAgo: 54 },
    cover: { name: 'hoi-cho-can-tho', alt: 'Minh họa các gian hàng trong hội chợ sản phẩm Việt', drawing: { scene: 'hall', palette: 'harvest' } },
    coverCaption: 'Các gian hàng Việt dưới mái trung tâm thương mại. Tranh minh họa.',
    body: [
      'Không dựng rạp ngoài bãi đất trống, hội chợ đưa gian hàng vào thẳng trung tâm thương mại. Người đi xem phim, đi ăn tối, đi chơi cùng con cũng là người ghé xem hàng.',
      'Chọn địa điểm như vậy, hàng Việt đứng ngay cạnh hàng hiệu và được người mua cân nhắc như nhau.',
      { heading: 'Cơ hội cho sản phẩm địa phương' },
      'Với sản phẩm OCOP, mỗi lần bước vào trung tâm thương mại là một lần thử lửa. Bao bì phải đủ thông tin, hàng phải đủ lượng, giá phải rõ ràng, và ngôi sao in trên nhãn phải còn hạn.',
      'Từ ngày 1/7/2025, Cần Thơ mở rộng địa giới, gồm cả Sóc Trăng và Hậu Giang trước đây. Vùng hàng hóa phía sau những gian trưng bày vì thế cũng rộng hơn.',
      { facts: 'Thông tin hội chợ', rows: [['Tên gọi', 'Tôn vinh sản phẩm Việt'], ['Năm', '2024'], ['Địa điểm', 'Vincom Plaza Xuân Khánh, Ninh Kiều, Cần Thơ']] },
    ],
  },
]
