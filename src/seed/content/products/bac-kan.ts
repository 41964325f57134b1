import type { ProducerKind } from '../types.ts'

/** Producers of the plain entries: generic names of the region, made up for the demo. */
export const bacKanProducers: Readonly<Record<string, { readonly name: string; readonly kind: ProducerKind; readonly district: string }>> = {
  nr1: { name: 'Hợp tác xã Nông sản Na Rì xanh', kind: 'cooperative', district: 'Na Rì' },
  nr2: { name: 'Tổ hợp tác Miến dong Bản Cuôn', kind: 'cooperative-group', district: 'Na Rì' },
  nr3: { name: 'Hộ kinh doanh Đàm Thị Nguyệt', kind: 'household-business', district: 'Na Rì' },
  bb1: { name: 'Hợp tác xã Nông nghiệp Hồ Xanh', kind: 'cooperative', district: 'Ba Bể' },
  bb2: { name: 'Hợp tác xã Bí thơm Bản Pục', kind: 'cooperative', district: 'Ba Bể' },
  bb3: { name: 'Hộ kinh doanh Triệu Văn Nình', kind: 'household-business', district: 'Ba Bể' },
  cd1: { name: 'Hợp tác xã Chè shan Phja Khao', kind: 'cooperative', district: 'Chợ Đồn' },
  cd2: { name: 'Hợp tác xã Gạo Bao Thai Nà Ruồng', kind: 'cooperative', district: 'Chợ Đồn' },
  cd3: { name: 'Hộ kinh doanh Ma Thị Bích', kind: 'household-business', district: 'Chợ Đồn' },
  cm1: { name: 'Hợp tác xã Nông dược Thanh Bình Xanh', kind: 'cooperative', district: 'Chợ Mới' },
  cm2: { name: 'Công ty TNHH Thực phẩm Sông Chu', kind: 'company', district: 'Chợ Mới' },
  bt1: { name: 'Hợp tác xã Cam quýt Nà Đinh', kind: 'cooperative', district: 'Bạch Thông' },
  bt2: { name: 'Tổ hợp tác Dược liệu Khau Mạ', kind: 'cooperative-group', district: 'Bạch Thông' },
  ns1: { name: 'Hợp tác xã Nếp Khau Nưa', kind: 'cooperative', district: 'Ngân Sơn' },
  ns2: { name: 'Cơ sở sản xuất Lạp sườn Vân Tùng', kind: 'production-facility', district: 'Ngân Sơn' },
  pn1: { name: 'Hợp tác xã Nông nghiệp Bộc Bố mới', kind: 'cooperative', district: 'Pác Nặm' },
  pn2: { name: 'Hộ kinh doanh Lường Thị Xuân', kind: 'household-business', district: 'Pác Nặm' },
  bk1: { name: 'Công ty cổ phần Nông sản Sông Cầu xanh', kind: 'company', district: 'thành phố Bắc Kạn' },
  bk2: { name: 'Cơ sở sản xuất Thảo mộc Đức Xuân', kind: 'production-facility', district: 'thành phố Bắc Kạn' },
}

/** How the certificate of 2021 came about: 16 re-recognised, 39 new at three stars, one new at four. */
export type Outcome2021 = 're-recognised' | 'new' | 'new-four'

/** One plain entry: name, leaf of the product groups, producer, net weight, price in đồng, a sentence on it. */
export type PlainEntry = readonly [name: string, group: string, producer: string, netWeight: string, price: number, about: string]

const starch = 'che-bien-tu-rau-cu-qua-hat'
const grain = 'gao-ngu-coc-hat-so-che'
const grainMade = 'che-bien-tu-gao-ngu-coc'
const meatMade = 'che-bien-tu-thit-thuy-san-trung-sua'
const fresh = 'rau-cu-qua-hat-tuoi'
const herbTea = 'tra-tu-thuc-vat-khac'
const greenTea = 'che-tuoi-che-bien'
const medicine = 'thuoc-thuc-pham-chuc-nang'

/** Recognised again in 2021 at three stars. */
export const reRecognised: readonly PlainEntry[] = [
  ['Miến dong Na Rì xanh', starch, 'nr1', '500 g', 48000, 'Miến sợi nhỏ từ tinh bột dong riềng, phơi nắng nhẹ, giữ màu ngà tự nhiên.'],
  ['Miến dong Bản Cuôn', starch, 'nr2', '500 g', 46000, 'Miến dong tráng tay, sợi dai, hợp nấu canh gà và xào lòng.'],
  ['Gạo Bao Thai Nà Ruồng', grain, 'cd2', '5 kg', 125000, 'Gạo Bao Thai hạt nhỏ, cơm đậm, để nguội vẫn mềm.'],
  ['Chè shan tuyết Phja Khao', greenTea, 'cd1', '100 g', 90000, 'Chè hái từ cây shan tuyết cổ, nước vàng sánh, hậu ngọt.'],
  ['Bí xanh thơm Bản Pục', fresh, 'bb2', 'Quả 2–3 kg', 45000, 'Bí xanh có mùi thơm như lá dứa, luộc chấm muối vừng là ngon nhất.'],
  ['Hồng không hạt Hồ Xanh', fresh, 'bb1', '1 kg', 40000, 'Hồng ngâm giòn, không hạt, vị ngọt mát đầu mùa thu.'],
  ['Lạp sườn Vân Tùng', meatMade, 'ns2', '500 g', 150000, 'Lạp sườn hong khói bếp củi, thoảng mùi rượu và gừng núi.'],
  ['Gạo nếp Khau Nưa', grain, 'ns1', '2 kg', 80000, 'Nếp hạt tròn, dẻo thơm, dùng đồ xôi và gói bánh chưng.'],
  ['Tinh bột nghệ Thanh Bình Xanh', medicine, 'cm1', '250 g', 120000, 'Tinh bột nghệ vàng lắng lọc nhiều lần, sấy khô, đóng hũ.'],
  ['Cam sành Nà Đinh', fresh, 'bt1', '1 kg', 35000, 'Cam sành vỏ mỏng, nhiều nước, chín vào cuối năm.'],
  ['Quýt Nà Đinh', fresh, 'bt1', '1 kg', 30000, 'Quýt vỏ vàng dễ bóc, múi mọng, vị ngọt thanh.'],
  ['Trà giảo cổ lam Khau Mạ', herbTea, 'bt2', '200 g', 65000, 'Giảo cổ lam thu hái trên núi, sao khô, hãm nước uống thay trà.'],
  ['Thịt lợn gác bếp Bộc Bố', meatMade, 'pn1', '300 g', 165000, 'Thịt lợn bản ướp mắc khén, treo gác bếp cho khô và thơm khói.'],
  ['Bún khô Sông Cầu xanh', grainMade, 'bk1', '500 g', 30000, 'Bún gạo khô sợi tròn, trần nhanh, không bở.'],
  ['Măng ớt Đức Xuân', starch, 'bk2', 'Hũ 500 g', 35000, 'Măng rừng ngâm ớt và tỏi, cay dịu, giòn sần sật.'],
  ['Mật ong rừng Sông Chu', 'mat-ong-nong-san-khac', 'cm2', 'Chai 500 ml', 180000, 'Mật ong khai thác theo mùa hoa rừng, màu hổ phách, sánh đặc.'],
]

/** Recognised for the first time in 2021 at three stars. */
export const newlyRecognised: readonly PlainEntry[] = [
  ['Miến dong Đàm Nguyệt', starch, 'nr3', '500 g', 45000, 'Miến dong gia đình làm theo mùa củ, sợi trong, ít gãy.'],
  ['Bột dong riềng Na Rì xanh', starch, 'nr1', '1 kg', 40000, 'Tinh bột dong riềng mịn, dùng tráng bánh, nấu chè.'],
  ['Bánh gio Na Rì xanh', grainMade, 'nr1', 'Chục 10 chiếc', 50000, 'Bánh gio trong màu hổ phách, chấm mật mía.'],
  ['Khoai môn Nguyệt Nà', fresh, 'nr3', '1 kg', 28000, 'Khoai môn ruột tím, bở và thơm, hợp nấu canh xương.'],
  ['Trà mướp đắng rừng Bản Cuôn', herbTea, 'nr2', '150 g', 55000, 'Mướp đắng rừng thái lát sao khô, nước thơm, đắng nhẹ.'],
  ['Chuối sấy dẻo Hồ Xanh', starch, 'bb1', '250 g', 45000, 'Chuối tây chín sấy dẻo, ngọt tự nhiên, không thêm đường.'],
  ['Bí thơm sấy Bản Pục', starch, 'bb2', '200 g', 60000, 'Lát bí thơm sấy khô, hãm nước uống giải nhiệt.'],
  ['Trà bí thơm Bản Pục', herbTea, 'bb2', '150 g', 58000, 'Trà túi lọc từ bí thơm, vị mát, hương lá dứa.'],
  ['Tép chua hồ Nình', meatMade, 'bb3', 'Hũ 300 g', 70000, 'Tép nước ngọt muối chua với thính và riềng, ăn với thịt luộc.'],
  ['Cá hồ sấy Nình', meatMade, 'bb3', '200 g', 95000, 'Cá nhỏ nước ngọt sấy khô, rang muối ớt làm mồi nhắm.'],
  ['Xôi ngũ sắc sấy Hồ Xanh', grainMade, 'bb1', '300 g', 52000, 'Nếp nhuộm lá rừng năm màu, sấy khô, đồ lại là mềm.'],
  ['Homestay Hồ Xanh', 'dich-vu-du-lich', 'bb1', 'Một đêm', 350000, 'Nhà sàn ven hồ, khách ở cùng gia đình, chèo thuyền độc mộc.'],
  ['Túi thổ cẩm Bích Ma', 'vai-may-mac', 'cd3', '1 chiếc', 150000, 'Túi vải dệt khung gỗ, hoa văn của người Tày.'],
  ['Khăn dệt chàm Bích Ma', 'vai-may-mac', 'cd3', '1 chiếc', 120000, 'Khăn bông nhuộm chàm nhiều lần, màu sẫm bền.'],
  ['Chè xanh Phja Khao', greenTea, 'cd1', '200 g', 70000, 'Chè xanh sao suốt, cánh xoăn, vị chát dịu.'],
  ['Hồng trà Phja Khao', greenTea, 'cd1', '100 g', 110000, 'Búp shan tuyết lên men, nước đỏ, mùi mật.'],
  ['Gạo lứt Bao Thai Nà Ruồng', grain, 'cd2', '2 kg', 70000, 'Gạo lứt giữ nguyên lớp cám, ngâm trước khi nấu.'],
  ['Trà gạo lứt Nà Ruồng', herbTea, 'cd2', '300 g', 60000, 'Gạo lứt rang chín, hãm nước thơm, không caffeine.'],
  ['Rượu men lá Bích Ma', 'ruou-trang', 'cd3', 'Chai 500 ml', 85000, 'Rượu ngô ủ men lá rừng, chưng cất thủ công.'],
  ['Nghệ viên mật ong Thanh Bình Xanh', medicine, 'cm1', 'Hũ 200 g', 115000, 'Viên hoàn từ nghệ và mật ong, đóng hũ kín.'],
  ['Tinh dầu sả Thanh Bình Xanh', 'tinh-dau-duoc-lieu-khac', 'cm1', 'Chai 30 ml', 75000, 'Tinh dầu sả chưng cất hơi nước, dùng xông phòng.'],
  ['Bột rau má Thanh Bình Xanh', herbTea, 'cm1', '150 g', 90000, 'Rau má sấy lạnh, nghiền mịn, pha nước uống.'],
  ['Giò lợn đen Sông Chu', meatMade, 'cm2', '500 g', 125000, 'Giò làm từ thịt lợn đen bản, thơm tiêu rừng.'],
  ['Xúc xích lợn đen Sông Chu', meatMade, 'cm2', '500 g', 110000, 'Xúc xích thịt lợn đen, nướng than dậy mùi.'],
  ['Siro mơ Nà Đinh', 'do-uong-khong-con-khac', 'bt1', 'Chai 500 ml', 80000, 'Mơ vàng ngâm đường, chua ngọt, pha với đá.'],
  ['Mơ muối Nà Đinh', starch, 'bt1', 'Hũ 400 g', 65000, 'Mơ chín muối khô, ngậm hoặc kho cá.'],
  ['Cao cà gai leo Khau Mạ', medicine, 'bt2', '100 g', 140000, 'Cà gai leo cô đặc, hòa nước ấm.'],
  ['Trà cà gai leo Khau Mạ', herbTea, 'bt2', '200 g', 60000, 'Cà gai leo thái nhỏ, sao vàng, đóng túi lọc.'],
  ['Lá tắm người Dao Khau Mạ', 'tinh-dau-duoc-lieu-khac', 'bt2', '500 g', 70000, 'Bài lá tắm của người Dao, đun sôi pha nước tắm.'],
  ['Bánh khẩu sli Khau Nưa', grainMade, 'ns1', '300 g', 45000, 'Bỏng nếp trộn mật và lạc, ép thanh, giòn thơm.'],
  ['Cốm nếp Khau Nưa', grainMade, 'ns1', '250 g', 70000, 'Cốm nếp non giã tay, gói lá, dẻo xanh.'],
  ['Lạp sườn gừng Vân Tùng', meatMade, 'ns2', '500 g', 160000, 'Lạp sườn thêm gừng núi, cay ấm.'],
  ['Thịt trâu gác bếp Vân Tùng', meatMade, 'ns2', '300 g', 290000, 'Thịt trâu thái dọc thớ, ướp mắc khén, hun khói.'],
  ['Gạo nếp tài Bộc Bố', grain, 'pn1', '2 kg', 78000, 'Nếp nương hạt dài, dẻo lâu, thơm nhẹ.'],
  ['Đỗ đen xanh lòng Bộc Bố', grain, 'pn1', '1 kg', 75000, 'Đỗ đen hạt nhỏ, lòng xanh, nấu chè nhanh nhừ.'],
  ['Bánh ngô Lường Xuân', grainMade, 'pn2', '300 g', 40000, 'Bánh bột ngô nướng, giòn, vị bùi.'],
  ['Rượu ngô Lường Xuân', 'ruou-trang', 'pn2', 'Chai 500 ml', 70000, 'Rượu ngô bản địa chưng cất bằng chõ gỗ.'],
  ['Phở ngô Sông Cầu xanh', grainMade, 'bk1', '400 g', 38000, 'Phở khô trộn bột ngô, sợi vàng, thơm bùi.'],
  ['Muối ớt rau thơm Đức Xuân', 'gia-vi-khac', 'bk2', 'Lọ 120 g', 35000, 'Muối giã ớt xanh, lá chanh và rau thơm rừng.'],
]

/** Recognised for the first time in 2021 at four stars. */
export const newAtFourStars: PlainEntry = ['Curcumin nghệ đỏ Sông Cầu xanh', medicine, 'bk1', 'Hộp 30 viên', 320000, 'Viên chiết xuất từ nghệ, đóng vỉ, dùng theo hướng dẫn trên nhãn.']

/** Names of plain entries that hold a certificate again, from the province of Thái Nguyên. */
export const renewedSince: readonly string[] = [
  'Miến dong Na Rì xanh', 'Miến dong Bản Cuôn', 'Gạo Bao Thai Nà Ruồng', 'Chè shan tuyết Phja Khao', 'Bí xanh thơm Bản Pục', 'Lạp sườn Vân Tùng', 'Tinh bột nghệ Thanh Bình Xanh', 'Cam sành Nà Đinh', 'Trà giảo cổ lam Khau Mạ', 'Thịt lợn gác bếp Bộc Bố', 'Măng ớt Đức Xuân',
  'Miến dong Đàm Nguyệt', 'Chuối sấy dẻo Hồ Xanh', 'Trà bí thơm Bản Pục', 'Homestay Hồ Xanh', 'Hồng trà Phja Khao', 'Gạo lứt Bao Thai Nà Ruồng', 'Giò lợn đen Sông Chu', 'Cao cà gai leo Khau Mạ', 'Bánh khẩu sli Khau Nưa', 'Thịt trâu gác bếp Vân Tùng', 'Rượu ngô Lường Xuân', 'Phở ngô Sông Cầu xanh', 'Curcumin nghệ đỏ Sông Cầu xanh',
]
