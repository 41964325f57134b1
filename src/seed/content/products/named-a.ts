import type { ProductSeed } from '../types.ts'

/** Named products of the page, first part. */
export const namedProductsA: readonly ProductSeed[] = [
  {
    slug: 'xuc-xich-dieu-anh', name: 'Xúc xích Diệu Anh', group: 'che-bien-tu-thit-thuy-san-trung-sua', producer: 'Cơ sở sản xuất Diệu Anh', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Xúc xích thịt lợn đóng túi hút chân không, chỉ cần áp chảo hoặc nướng vài phút là dậy mùi. Món ăn nhanh cho bữa sáng của trẻ hay buổi dã ngoại cuối tuần.',
    description: ['Vỏ xúc xích giòn nhẹ, nhân mịn và có độ dai của thịt nạc xay cùng mỡ phần. Khi nướng, nên khía vài đường chéo để xúc xích chín đều và không bị nứt.', 'Bảo quản ở ngăn đông, rã đông trong ngăn mát trước khi chế biến. Túi đã mở nên dùng hết trong hai ngày.'],
    images: [{ name: 'xuc-xich', alt: 'Minh họa những chiếc xúc xích nướng trên đĩa', drawing: { scene: 'sausages', palette: 'clay' } }],
    netWeight: '500 g', packaging: 'Túi hút chân không', price: 95000, availability: 'in-stock', published: { hoursAgo: 25 },
  },
  {
    slug: 'dua-luoi-nam-giao', name: 'Dưa lưới Nam Giao', group: 'rau-cu-qua-hat-tuoi', producer: 'Hộ kinh doanh Nam Giao', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Dưa lưới bốn sao của Thanh Hóa, quả tròn, vân lưới dày, ruột cam giòn và ngọt thanh. Ngon nhất khi ướp lạnh, ăn tươi hoặc xay sinh tố cùng sữa chua.',
    description: ['Quả chín có vân lưới nổi đều, cuống còn xanh và mùi thơm dịu ở núm. Gõ nhẹ nghe tiếng trầm là quả nặng nước, đủ độ chín.', 'Để nguyên quả ở nơi thoáng mát được nhiều ngày; đã bổ thì bọc kín, cất ngăn mát và dùng sớm.'],
    images: [{ name: 'dua-luoi', alt: 'Minh họa quả dưa lưới và một miếng dưa ruột cam', drawing: { scene: 'melon', palette: 'forest' } }],
    netWeight: 'Quả 1,5–1,8 kg', packaging: 'Túi lưới, hộp giấy', price: 110000, season: 'Tháng 3 đến tháng 10', availability: 'seasonal', published: { hoursAgo: 30 },
  },
  {
    slug: 'banh-gao-thom-chien-thang', name: 'Bánh gạo thơm Chiến Thắng', group: 'che-bien-tu-gao-ngu-coc', producer: 'Cơ sở sản xuất bánh gạo Chiến Thắng', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Những chiếc bánh gạo nướng tròn, giòn xốp, thơm mùi gạo mới. Vị ngọt nhẹ, không ngấy, hợp với chén trà nóng buổi chiều và dễ mang theo đường xa.',
    description: ['Gạo được ngâm, xay, ép khuôn rồi nướng đến khi bánh phồng đều và vàng nhạt. Bánh ngon khi còn giòn tan, để lâu ngoài không khí sẽ ỉu.', 'Gói chia thành từng túi nhỏ hai chiếc, mở đến đâu dùng đến đó.'],
    images: [{ name: 'banh-gao', alt: 'Minh họa chồng bánh gạo nướng', drawing: { scene: 'crackers', palette: 'harvest' } }],
    netWeight: '300 g', packaging: 'Gói giấy bạc', ingredients: 'Gạo, đường, muối', price: 42000, availability: 'in-stock', published: { hoursAgo: 36 },
  },
  {
    slug: 'nem-chua-thanh-lan', name: 'Nem chua Thanh Lan', group: 'che-bien-tu-thit-thuy-san-trung-sua', producer: 'Cơ sở sản xuất nem chua Thanh Lan', unit: 'thanh-hoa-2019', unitAsOf: '2024-01-01', formerDistrict: 'Nga Sơn',
    summary: 'Nem chua gói tay của đất Nga Sơn, Thanh Hóa: thịt lợn lên men hồng tươi, giòn dai, chua dịu, quyện với tỏi, ớt và lá đinh lăng trong lớp lá chuối.',
    description: ['Nem được gói từng quả nhỏ, chờ lên men vài ngày cho vừa chín. Bóc lớp lá chuối, thịt ánh hồng, bì trong và thoảng mùi tỏi.', 'Ăn kèm tương ớt, vài lát tỏi sống. Nem đã chua cất ngăn mát để giữ vị.'],
    images: [{ name: 'nem-chua', alt: 'Minh họa những quả nem chua gói lá chuối', drawing: { scene: 'parcels', palette: 'dawn' } }],
    netWeight: 'Chục 10 quả', packaging: 'Gói lá chuối, túi lưới', price: 60000, availability: 'in-stock', published: { hoursAgo: 42 },
  },
  {
    slug: 'non-la-ngoc-thom', name: 'Nón lá Ngọc Thơm', group: 'thu-cong-gia-dung-trang-tri', producer: 'Cơ sở sản xuất nón lá Ngọc Thơm', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Chiếc nón lá khâu tay của Thanh Hóa, vành tròn đều, lớp lá trắng mỏng mà bền. Vừa che nắng che mưa, vừa là món quà quê nhẹ tênh trong hành lý.',
    description: ['Lá được phơi, là phẳng rồi xếp lên khung vành tre, khâu từng mũi nhỏ bằng chỉ cước. Mũi khâu càng đều, nón càng phẳng và bền.', 'Nón nên treo nơi khô ráo; sau khi gặp mưa, lau nước rồi hong trong bóng râm.'],
    images: [{ name: 'non-la', alt: 'Minh họa chiếc nón lá với quai lụa', drawing: { scene: 'hat', palette: 'noon' } }],
    netWeight: '1 chiếc', packaging: 'Bọc giấy', price: 80000, availability: 'in-stock', published: { hoursAgo: 48 },
  },
  {
    slug: 'cha-ca-anh-thuy', name: 'Chả cá Anh Thủy', group: 'che-bien-tu-thit-thuy-san-trung-sua', producer: 'Cơ sở chế biến hải sản Anh Thủy', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Chả cá ba sao của Thanh Hóa, quết từ cá biển tươi cho miếng chả dai, ngọt tự nhiên. Rán vàng ăn với cơm, thả bún hay nhúng lẩu đều hợp vị.',
    description: ['Thịt cá được lọc xương, xay lạnh rồi quết kỹ để chả dai mà không cần nhiều bột. Khi rán, để lửa vừa cho chả phồng và vàng hai mặt.', 'Hàng cấp đông; rã đông trong ngăn mát, tránh ngâm nước làm nhạt vị.'],
    images: [{ name: 'cha-ca', alt: 'Minh họa đĩa chả cá rán vàng', drawing: { scene: 'patties', palette: 'sea' } }],
    netWeight: '500 g', packaging: 'Khay hút chân không', price: 120000, availability: 'in-stock', published: { hoursAgo: 60 },
  },
  {
    slug: 'moi-say-long-duong', name: 'Moi sấy Long Dương', group: 'che-bien-tu-thit-thuy-san-trung-sua', producer: 'Cơ sở sản xuất Long Dương', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Moi biển đánh bắt vào mùa, sấy khô giữ nguyên con và màu hồng nhạt. Rang với lá chanh, nấu canh rau ngót hay trộn gỏi đều cho vị ngọt của biển.',
    description: ['Moi là loài giáp xác nhỏ li ti sống gần bờ. Sấy thay cho phơi nắng giúp moi sạch cát bụi và khô đều, không bị ám mùi.', 'Trước khi nấu chỉ cần rửa nhanh qua nước. Cất kín, tránh ẩm, để ngăn mát nếu dùng lâu ngày.'],
    images: [{ name: 'moi-say', alt: 'Minh họa mẹt moi sấy khô', drawing: { scene: 'driedShrimps', palette: 'mist' } }],
    netWeight: '200 g', packaging: 'Túi zip', price: 75000, availability: 'in-stock', published: { hoursAgo: 66 },
  },
  {
    slug: 'ha-thu-o-do-che-kochi', name: 'Hà thủ ô đỏ chế Kochi dạng bột', group: 'thuoc-thuc-pham-chuc-nang', producer: 'Cơ sở sản xuất Kochi', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Bột hà thủ ô đỏ đã qua chế biến, sản phẩm bốn sao từng mang danh hiệu “Hàng Việt Nam chất lượng cao”. Pha với nước ấm hoặc sữa hạt, tiện dùng hằng ngày.',
    description: ['Củ hà thủ ô đỏ phải qua chế biến mới dùng làm thực phẩm. Bột mịn, màu nâu sẫm, mùi thơm nhẹ của thảo mộc.', 'Dùng theo liều ghi trên nhãn. Người đang dùng thuốc, phụ nữ mang thai nên hỏi ý kiến thầy thuốc trước.'],
    images: [{ name: 'ha-thu-o', alt: 'Minh họa hũ bột hà thủ ô và thìa gỗ', drawing: { scene: 'powderJar', palette: 'forest' } }],
    netWeight: '250 g', packaging: 'Hũ thủy tinh', price: 260000, availability: 'in-stock', published: { hoursAgo: 72 },
  },
]
