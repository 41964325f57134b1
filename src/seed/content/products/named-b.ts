import type { ProductSeed } from '../types.ts'

/** Named products of the page, second part. */
export const namedProductsB: readonly ProductSeed[] = [
  {
    slug: 'thit-lon-muoi-an-tam', name: 'Thịt lợn muối An Tâm', group: 'che-bien-tu-thit-thuy-san-trung-sua', producer: 'Cơ sở sản xuất An Tâm', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Thịt lợn ướp muối và gia vị theo lối để dành của người quê, miếng thịt săn, đậm đà. Thái mỏng ăn nguội, cuốn rau sống hoặc áp chảo cho cháy cạnh.',
    description: ['Muối rút bớt nước, gia vị thấm vào từng thớ, nhờ thế thịt giữ được lâu mà không cần cấp đông sâu. Miếng ngon có nạc xen mỡ, cắt ra hồng đều.', 'Để ngăn mát, dùng dao sạch cắt từng phần và bọc kín lại.'],
    images: [{ name: 'thit-lon-muoi', alt: 'Minh họa những tảng thịt muối trên thớt gỗ', drawing: { scene: 'curedMeat', palette: 'harvest' } }],
    netWeight: '400 g', packaging: 'Túi hút chân không', price: 135000, availability: 'in-stock', published: { hoursAgo: 78 },
  },
  {
    slug: 'nam-dui-ga-kms', name: 'Nấm đùi gà KMS', group: 'rau-cu-qua-hat-tuoi', producer: 'Cơ sở trồng nấm KMS', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Nấm đùi gà thân trắng, mập, giòn ngọt, trồng trong nhà theo dõi nhiệt độ và độ ẩm. Cùng dòng với nấm L. shimeji của KMS, hợp xào, nướng hay nấu lẩu chay.',
    description: ['Nấm tươi có thân chắc, mũ nâu nhạt, chân không úa vàng. Cắt lát dọc để giữ độ giòn, xào lửa lớn cho nấm không ra nước.', 'Giữ trong ngăn mát, không rửa trước khi cất.'],
    images: [{ name: 'nam-dui-ga', alt: 'Minh họa những cây nấm đùi gà', drawing: { scene: 'mushrooms', palette: 'clay' } }],
    netWeight: '300 g', packaging: 'Khay bọc màng', price: 38000, availability: 'in-stock', published: { hoursAgo: 84 },
  },
  {
    slug: 'khoai-tay-phuong-lich', name: 'Khoai tây Phượng Lịch', group: 'rau-cu-qua-hat-tuoi', producer: 'Tổ hợp tác khoai tây Phượng Lịch', unit: 'thanh-hoa-2019', unitAsOf: '2022-11-01',
    summary: 'Khoai tây vụ đông của Thanh Hóa, được xếp hạng ba sao năm 2022. Củ đều, vỏ mỏng, ruột vàng bở, đem hầm xương hay chiên giòn đều ngon.',
    description: ['Đất pha cát giúp củ sạch, vỏ láng và ít mắt. Chọn củ chắc tay, không mọc mầm, không có vệt xanh.', 'Để nơi tối, khô và thoáng. Ánh sáng làm khoai xanh vỏ và mọc mầm nhanh.'],
    images: [{ name: 'khoai-tay', alt: 'Minh họa đống khoai tây mới dỡ', drawing: { scene: 'potatoes', palette: 'dawn' } }],
    netWeight: '2 kg', packaging: 'Túi lưới', price: 44000, season: 'Vụ đông', availability: 'seasonal', published: { hoursAgo: 90 },
  },
  {
    slug: 'nam-linh-chi-an-sinh', name: 'Nấm linh chi An Sinh', group: 'thuoc-thuc-pham-chuc-nang', producer: 'Cơ sở sản xuất An Sinh', unit: 'thanh-hoa-2019', unitAsOf: '2024-01-01', standards: ['vietgap'],
    summary: 'Nấm linh chi nguyên tai trồng theo quy trình VietGAP, mũ đỏ nâu bóng, phiến dày. Thái lát hãm như trà hoặc sắc cùng cam thảo, táo đỏ cho dễ uống.',
    description: ['Tai nấm được hái khi lớp bào tử vừa phủ mặt mũ, sau đó sấy khô chậm để giữ hương. Vị đắng nhẹ đầu lưỡi là nét riêng của linh chi.', 'Bảo quản kín, tránh ẩm mốc. Dùng theo hướng dẫn trên nhãn.'],
    images: [{ name: 'nam-linh-chi', alt: 'Minh họa những tai nấm linh chi trên khúc gỗ', drawing: { scene: 'lingzhi', palette: 'forest' } }],
    netWeight: '200 g', packaging: 'Hộp giấy', price: 220000, availability: 'in-stock', published: { hoursAgo: 96 },
  },
  {
    slug: 'pho-kho-vafood', name: 'Phở khô VAFOOD', group: 'che-bien-tu-gao-ngu-coc', producer: 'Công ty VAFOOD', unit: 'nam-dinh-2019', unitAsOf: '2025-01-01',
    summary: 'Bánh phở khô sợi dẹt, trần nước sôi ít phút là mềm mà không nát. Có sẵn trong tủ bếp, bữa sáng với bát phở nóng chỉ còn chờ nồi nước dùng.',
    description: ['Bánh tráng mỏng, hong khô rồi cắt sợi, khi nấu nở vừa và giữ độ dai. Ngâm nước lạnh mười phút trước khi trần sẽ giúp sợi tơi.', 'Để nơi khô ráo; gói đã mở buộc kín miệng.'],
    images: [{ name: 'pho-kho', alt: 'Minh họa bát phở nóng với rau thơm', drawing: { scene: 'bowl', palette: 'dawn' } }],
    netWeight: '400 g', packaging: 'Gói nhựa', ingredients: 'Gạo, nước, muối', price: 32000, availability: 'in-stock', published: { hoursAgo: 102 },
  },
  {
    slug: 'banh-la-ha-lai', name: 'Bánh lá Hà Lai', group: 'che-bien-tu-gao-ngu-coc', producer: 'Hộ kinh doanh bánh lá Hà Lai', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Bánh lá làng Hà Lai, Thanh Hóa: bột gạo dẻo bọc nhân thịt mộc nhĩ, gói trong lá xanh rồi hấp. Bóc bánh còn nóng, chấm nước mắm chua ngọt là đúng điệu.',
    description: ['Bột gạo xay nước được ráo trên bếp trước khi gói, nên bánh chín vẫn trong và dẻo. Nhân thơm mùi hành phi và hạt tiêu.', 'Bánh ngon nhất trong ngày. Để tủ lạnh thì hấp lại trước khi ăn.'],
    images: [{ name: 'banh-la', alt: 'Minh họa những chiếc bánh gói lá xanh', drawing: { scene: 'leafCake', palette: 'noon' } }],
    netWeight: 'Chục 10 chiếc', packaging: 'Gói lá', price: 50000, availability: 'in-stock', published: { hoursAgo: 108 },
  },
  {
    slug: 'kho-ca-bong-lau-mot-nang-gecosex-chung', name: 'Khô cá bông lau một nắng Gecosex Chung', group: 'che-bien-tu-thit-thuy-san-trung-sua', producer: 'Cơ sở Gecosex Chung', unit: 'soc-trang-2019', unitAsOf: '2024-10-01',
    summary: 'Cá bông lau xẻ tươi, ướp nhạt và phơi đúng một nắng nên thịt còn mềm, béo. Chiên vàng hoặc nướng than, ăn với dưa leo, xoài bằm và cơm trắng.',
    description: ['Khác với khô mặn phơi nhiều nắng, khô một nắng giữ lại phần lớn độ ẩm và vị ngọt của cá. Vì thế hàng phải được giữ lạnh.', 'Rã đông trong ngăn mát, chiên lửa vừa để thịt vàng mà không khô.'],
    images: [{ name: 'kho-ca', alt: 'Minh họa cá phơi trên giàn', drawing: { scene: 'driedFish', palette: 'sea' } }],
    netWeight: '500 g', packaging: 'Túi hút chân không', price: 190000, availability: 'in-stock', published: { hoursAgo: 114 },
  },
  {
    slug: 'gio-lua-chinh-hang', name: 'Giò lụa Chinh Hằng', group: 'che-bien-tu-thit-thuy-san-trung-sua', producer: 'Hợp tác xã Chăn nuôi Hoằng Thái', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Giò lụa gói lá chuối của Hợp tác xã Chăn nuôi Hoằng Thái, mặt cắt trắng hồng, mịn và giòn dai. Mâm cơm giỗ Tết hay bữa sáng với xôi đều cần một khoanh giò.',
    description: ['Thịt nạc được giã hoặc xay khi còn tươi, trộn nước mắm ngon rồi gói chặt, luộc chín kỹ. Lá chuối để lại mùi thơm khó thay thế.', 'Bảo quản ngăn mát, cắt đến đâu bọc kín đến đó.'],
    images: [{ name: 'gio-lua', alt: 'Minh họa cây giò lụa gói lá chuối và những lát giò', drawing: { scene: 'porkRoll', palette: 'mist' } }],
    netWeight: '500 g', packaging: 'Gói lá chuối', price: 105000, availability: 'in-stock', published: { hoursAgo: 120 },
  },
]
