import type { ProductSeed } from '../types.ts'

/** Named products of the page, last part, and the five-star product of the lead story. */
export const namedProductsC: readonly ProductSeed[] = [
  {
    slug: 'cha-com-dinh-dung', name: 'Chả cốm Đình Dũng', group: 'che-bien-tu-thit-thuy-san-trung-sua', producer: 'Cơ sở giò chả Đình Dũng', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Chả cốm viên dẹt, thịt lợn quết nhuyễn điểm hạt cốm xanh dẻo thơm. Rán vàng hai mặt, ăn với bún đậu, cơm trắng hoặc xôi nóng ngày se lạnh.',
    description: ['Cốm được trộn sau cùng để hạt còn nguyên, cắn vào thấy dẻo và bùi. Chả hấp sơ trước khi rán sẽ giữ được nước bên trong.', 'Hàng cấp đông, rán trực tiếp không cần rã đông hoàn toàn.'],
    images: [{ name: 'cha-com', alt: 'Minh họa đĩa chả cốm rán', drawing: { scene: 'patties', palette: 'forest' } }],
    netWeight: '500 g', packaging: 'Khay hút chân không', price: 115000, availability: 'in-stock', published: { hoursAgo: 126 },
  },
  {
    slug: 'dong-trung-ha-thao-minh-truong', name: 'Đông trùng hạ thảo Minh Trường', group: 'thuoc-thuc-pham-chuc-nang', producer: 'Cơ sở sản xuất Minh Trường', unit: 'thanh-hoa-2019', unitAsOf: '2024-01-01',
    summary: 'Đông trùng hạ thảo nuôi trong phòng sạch, sợi vàng cam đều, sấy khô đóng hũ. Hãm trà, ngâm mật ong hoặc hầm cùng gà, mỗi lần chỉ cần một nhúm nhỏ.',
    description: ['Sợi nấm được nuôi trên giá thể ngũ cốc, kiểm soát ánh sáng và nhiệt độ cho đến khi đủ dài. Sấy lạnh giúp giữ màu cam tự nhiên.', 'Đậy kín nắp sau khi dùng, tránh ánh nắng trực tiếp.'],
    images: [{ name: 'dong-trung', alt: 'Minh họa hũ đông trùng hạ thảo sợi cam', drawing: { scene: 'cordyceps', palette: 'clay' } }],
    netWeight: '20 g', packaging: 'Hũ thủy tinh', price: 450000, availability: 'in-stock', published: { hoursAgo: 132 },
  },
  {
    slug: 'keo-sua-dua-nguyen-chat-yen-hoang', name: 'Kẹo sữa dừa nguyên chất Yến Hoàng', group: 'che-bien-tu-rau-cu-qua-hat', producer: 'Cơ sở kẹo dừa Yến Hoàng', unit: 'ben-tre-2019', unitAsOf: '2024-12-01',
    summary: 'Kẹo dừa xứ Bến Tre nấu từ nước cốt dừa nguyên chất, dẻo mềm, béo thơm mà không gắt. Viên nhỏ bọc giấy gạo, thức quà quen thuộc của miền sông nước.',
    description: ['Cơm dừa ép lấy nước cốt, nấu với mạch nha và đường trên lửa nhỏ cho đến khi kẹo quánh lại, rồi đổ khuôn và cắt tay.', 'Lớp giấy gạo mỏng quanh viên kẹo ăn được. Để nơi mát, tránh nắng làm kẹo chảy.'],
    images: [{ name: 'keo-dua', alt: 'Minh họa nửa quả dừa và những viên kẹo', drawing: { scene: 'candies', palette: 'noon' } }],
    netWeight: '400 g', packaging: 'Hộp giấy', ingredients: 'Nước cốt dừa, mạch nha, đường', price: 55000, availability: 'in-stock', published: { hoursAgo: 138 },
  },
  {
    slug: 'buoi-luan-van', name: 'Bưởi Luận Văn', group: 'rau-cu-qua-hat-tuoi', producer: 'Tổ hợp tác trồng bưởi Luận Văn', unit: 'thanh-hoa-2019', unitAsOf: '2023-06-01', formerDistrict: 'Thọ Xuân',
    summary: 'Giống bưởi gắn với làng Luận Văn, xã Thọ Xương, Thọ Xuân, Thanh Hóa. Quả chín đỏ từ vỏ đến múi, mùi thơm đậm, thường được chọn bày mâm ngũ quả ngày Tết.',
    description: ['Khi non quả vẫn xanh, càng gần Tết càng ửng đỏ. Cùi và múi cùng sắc hồng, vị ngọt pha chút chua nhẹ.', 'Quả còn cuống để được lâu ở nơi thoáng. Bưởi bày Tết vẫn ăn ngon sau khi hạ mâm.'],
    images: [{ name: 'buoi-luan-van', alt: 'Minh họa quả bưởi đỏ và nửa quả bổ đôi', drawing: { scene: 'pomelo', palette: 'harvest' } }],
    netWeight: 'Quả 0,8–1,2 kg', packaging: 'Túi lưới', price: 90000, season: 'Tháng 11 đến Tết Nguyên đán', availability: 'seasonal', published: { hoursAgo: 144 },
  },
  {
    slug: 'trung-ga-ca-gai-leo-sadu', name: 'Trứng gà cà gai leo Sadu', group: 'thit-thuy-san-trung-sua-tuoi', producer: 'Hợp tác xã nông nghiệp công nghệ cao Kiên Cà', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Trứng của đàn gà được bổ sung cà gai leo trong khẩu phần, sản phẩm của Hợp tác xã nông nghiệp công nghệ cao Kiên Cà. Lòng đỏ sánh, ít tanh, luộc hay ốp đều ngon.',
    description: ['Trứng được thu hằng ngày, soi chọn rồi xếp vỉ, vỏ sạch và đồng đều. Luộc tám phút cho lòng đỏ vừa chín tới.', 'Cất ngăn mát, đầu to quay lên trên để trứng tươi lâu.'],
    images: [{ name: 'trung-ga', alt: 'Minh họa giỏ trứng gà', drawing: { scene: 'eggs', palette: 'dawn' } }],
    netWeight: 'Vỉ 10 quả', packaging: 'Vỉ giấy', price: 48000, availability: 'in-stock', published: { hoursAgo: 150 },
  },
  {
    slug: 'banh-gai-huy-thu', name: 'Bánh gai Huy Thu', group: 'che-bien-tu-gao-ngu-coc', producer: 'Cơ sở sản xuất bánh gai Huy Thu', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Bánh gai vỏ đen nhánh từ lá gai giã cùng bột nếp và mật, nhân đậu xanh dừa bùi béo. Lớp lá chuối khô bên ngoài giữ bánh dẻo thơm nhiều ngày.',
    description: ['Lá gai luộc kỹ, giã nhuyễn với bột nếp nên vỏ bánh có màu đen tự nhiên và độ dẻo riêng. Bánh chín được rắc vừng rồi gói lại.', 'Để nơi thoáng mát dùng trong vài ngày; muốn lâu hơn thì cất ngăn mát và hấp lại.'],
    images: [{ name: 'banh-gai', alt: 'Minh họa những chiếc bánh gói lá với vỏ đen', drawing: { scene: 'leafCake', palette: 'clay' } }],
    netWeight: 'Chục 10 chiếc', packaging: 'Gói lá chuối khô', ingredients: 'Bột nếp, lá gai, đậu xanh, dừa, mật', price: 65000, availability: 'in-stock', published: { hoursAgo: 156 },
  },
  {
    slug: 'dua-hau-dong-que', name: 'Dưa hấu đồng quê', group: 'rau-cu-qua-hat-tuoi', producer: 'Tổ hợp tác trồng dưa Đồng Quê', unit: 'thanh-hoa-2019', unitAsOf: '2026-01-01',
    summary: 'Dưa hấu quả dài, vỏ xanh sọc đậm, ruột đỏ giòn mọng nước. Bổ miếng lớn giữa trưa hè hay ép lấy nước đều đủ ngọt mà không cần thêm đường.',
    description: ['Quả già nắng có núm rốn nhỏ, cuống héo tự nhiên và tiếng gõ bồm bộp. Phần vỏ trắng có thể gọt làm nộm hoặc muối xổi.', 'Quả nguyên để nơi mát; đã bổ thì bọc kín, dùng trong hai ngày.'],
    images: [{ name: 'dua-hau', alt: 'Minh họa quả dưa hấu và một miếng dưa đỏ', drawing: { scene: 'watermelon', palette: 'mist' } }],
    netWeight: 'Quả 3–4 kg', packaging: 'Túi lưới', price: 54000, season: 'Tháng 4 đến tháng 7', availability: 'seasonal', published: { hoursAgo: 162 },
  },
  {
    slug: 'mien-dong-tai-hoan', name: 'Miến dong Tài Hoan', group: 'che-bien-tu-rau-cu-qua-hat', producer: 'Hợp tác xã Tài Hoan', unit: 'bac-kan-2019', unitAsOf: '2021-12-31', formerDistrict: 'Na Rì',
    summary: 'Miến dong năm sao của Hợp tác xã Tài Hoan, Na Rì, Bắc Kạn. Sợi miến làm từ củ dong riềng, trong và dai, nấu lâu không nát, hợp cả món canh lẫn món xào.',
    description: ['Củ dong riềng được xay, lọc lấy tinh bột rồi tráng bánh, hong và cắt sợi. Miến ngon có màu ngà tự nhiên, không trắng muốt.', 'Ngâm nước lạnh mười lăm phút trước khi nấu, trần nhanh cho sợi tơi. Bắc Kạn nay thuộc tỉnh Thái Nguyên, Na Rì là tên một xã.'],
    images: [{ name: 'mien-dong-tai-hoan', alt: 'Minh họa những bó miến dong buộc đai đỏ', drawing: { scene: 'noodles', palette: 'mist' } }],
    netWeight: '500 g', packaging: 'Túi giấy', ingredients: 'Tinh bột dong riềng, nước', price: 60000, availability: 'in-stock', published: { hoursAgo: 900 },
  },
]
