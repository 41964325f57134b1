import type { DecisionSeed } from './types.ts'

const thanhHoa = 'Ủy ban nhân dân tỉnh Thanh Hóa'
const bacKan = 'Ủy ban nhân dân tỉnh Bắc Kạn'
const thaiNguyen = 'Ủy ban nhân dân tỉnh Thái Nguyên'
const result = (place: string): string => `Phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP ${place}`

/** Decisions of the demo that grant its certificates. Numbers and days are plausible, not real. */
export const decisions: readonly DecisionSeed[] = [
  { key: 'bac-kan-2019', number: '2331/QĐ-UBND', issuer: bacKan, level: 'province', day: '2019-12-10', title: result('tỉnh Bắc Kạn năm 2019') },
  { key: 'bac-kan-2021-again', number: '1712/QĐ-UBND', issuer: bacKan, level: 'province', day: '2021-09-16', title: 'Công nhận lại sản phẩm OCOP ba sao tỉnh Bắc Kạn năm 2021' },
  { key: 'bac-kan-2021-new', number: '2437/QĐ-UBND', issuer: bacKan, level: 'province', day: '2021-12-14', title: result('tỉnh Bắc Kạn năm 2021') },
  { key: 'centre-2021', number: '4908/QĐ-BNN-VPĐP', issuer: 'Bộ Nông nghiệp và Phát triển nông thôn', level: 'centre', day: '2021-12-21', title: 'Công nhận sản phẩm OCOP cấp quốc gia năm 2021' },
  { key: 'centre-again', number: '3127/QĐ-BNNMT', issuer: 'Bộ Nông nghiệp và Môi trường', level: 'centre', day: { daysAgo: 410 }, title: 'Công nhận lại sản phẩm OCOP cấp quốc gia' },
  { key: 'thai-nguyen-first', number: '2865/QĐ-UBND', issuer: thaiNguyen, level: 'province', day: { daysAgo: 340 }, title: result('tỉnh Thái Nguyên, đợt 2') },
  { key: 'thai-nguyen-second', number: '1548/QĐ-UBND', issuer: thaiNguyen, level: 'province', day: { daysAgo: 112 }, title: result('tỉnh Thái Nguyên, đợt 1') },
  { key: 'thanh-hoa-2022', number: '4012/QĐ-UBND', issuer: thanhHoa, level: 'province', day: '2022-11-17', title: result('tỉnh Thanh Hóa năm 2022') },
  { key: 'thanh-hoa-long-expired', number: '1386/QĐ-UBND', issuer: thanhHoa, level: 'province', day: { endsInDays: -150 }, title: result('tỉnh Thanh Hóa, đợt bổ sung') },
  { key: 'thanh-hoa-expired', number: '3650/QĐ-UBND', issuer: thanhHoa, level: 'province', day: { endsInDays: -45 }, title: result('tỉnh Thanh Hóa, đợt 1') },
  { key: 'thanh-hoa-expiring-soon', number: '4471/QĐ-UBND', issuer: thanhHoa, level: 'province', day: { endsInDays: 24 }, title: result('tỉnh Thanh Hóa, đợt 2') },
  { key: 'nga-son-expiring', number: '2094/QĐ-UBND', issuer: 'Ủy ban nhân dân huyện Nga Sơn', level: 'district', day: { endsInDays: 58 }, title: result('ba sao huyện Nga Sơn') },
  { key: 'thanh-hoa-expiring-later', number: '187/QĐ-UBND', issuer: thanhHoa, level: 'province', day: { endsInDays: 79 }, title: result('tỉnh Thanh Hóa, đợt bổ sung') },
  { key: 'soc-trang', number: '2716/QĐ-UBND', issuer: 'Ủy ban nhân dân tỉnh Sóc Trăng', level: 'province', day: { daysAgo: 770 }, title: result('tỉnh Sóc Trăng') },
  { key: 'ben-tre', number: '2955/QĐ-UBND', issuer: 'Ủy ban nhân dân tỉnh Bến Tre', level: 'province', day: { daysAgo: 712 }, title: result('tỉnh Bến Tre') },
  { key: 'nam-dinh', number: '612/QĐ-UBND', issuer: 'Ủy ban nhân dân tỉnh Nam Định', level: 'province', day: { daysAgo: 655 }, title: result('tỉnh Nam Định') },
  { key: 'thanh-hoa-a', number: '3218/QĐ-UBND', issuer: thanhHoa, level: 'province', day: { daysAgo: 432 }, title: result('tỉnh Thanh Hóa, đợt 1') },
  { key: 'thanh-hoa-b', number: '874/QĐ-UBND', issuer: thanhHoa, level: 'province', day: { daysAgo: 251 }, title: result('tỉnh Thanh Hóa, đợt 2') },
  { key: 'thanh-hoa-c', number: '2503/QĐ-UBND', issuer: thanhHoa, level: 'province', day: { daysAgo: 88 }, title: result('tỉnh Thanh Hóa, đợt 1') },
]

/** Documents that the lead story cites and the reference data does not have. */
export const citedDocuments = [
  { number: '23-NQ/TU', type: 'resolution', level: 'party', issuer: 'Tỉnh ủy Bắc Kạn', date: '2021-12-16', title: 'Nghị quyết số 23-NQ/TU của Tỉnh ủy Bắc Kạn' },
  { number: '386/QĐ-UBND', type: 'decision', level: 'province', issuer: bacKan, date: '2021-03-19', title: 'Quyết định số 386/QĐ-UBND của Ủy ban nhân dân tỉnh Bắc Kạn' },
] as const
