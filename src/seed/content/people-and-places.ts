import type { Drawing } from './types.ts'

/** Pen names of the desk. The people are made up. */
export const authors = [
  { name: 'Hồng Ánh', title: 'Phóng viên', bio: 'Theo dõi mảng nông thôn mới và kinh tế miền núi phía Bắc.', portrait: { palette: 'dawn', variant: 0 } },
  { name: 'Minh Khuê', title: 'Biên tập viên', bio: 'Phụ trách chuyên trang OCOP, viết về chính sách và quy trình đánh giá sản phẩm.', portrait: { palette: 'forest', variant: 2 } },
  { name: 'Trần Lâm', title: 'Phóng viên', bio: 'Viết về thị trường, thương mại điện tử và các phiên chợ nông sản.', portrait: { palette: 'noon', variant: 1 } },
  { name: 'Thu Hà', title: 'Phóng viên', bio: 'Viết về địa giới hành chính, dữ liệu địa phương và dịch vụ công.', portrait: { palette: 'clay', variant: 4 } },
  { name: 'Quốc Bảo', title: 'Phóng viên ảnh', bio: 'Chụp ảnh làng nghề, chợ quê và vùng nguyên liệu.', portrait: { palette: 'sea', variant: 3 } },
  { name: 'Ngọc Diệp', title: 'Biên tập viên', bio: 'Biên tập các bài hỏi – đáp dành cho chủ thể OCOP.', portrait: { palette: 'harvest', variant: 6 } },
] as const satisfies readonly { name: string; title: string; bio: string; portrait: Omit<Drawing, 'scene'> }[]

/** The sections of the paper, a parent before its children; `path` is what the platform derives. */
export const categories: readonly { readonly path: string; readonly name: string; readonly description: string }[] = [
  { path: 'thoi-su', name: 'Thời sự', description: 'Tin trong nước và những thay đổi ở cơ sở mà bạn đọc cần biết.' },
  { path: 'thoi-su/dia-phuong', name: 'Địa phương', description: 'Chuyện của các tỉnh, thành phố, xã, phường sau khi sắp xếp đơn vị hành chính.' },
  { path: 'kinh-te', name: 'Kinh tế', description: 'Kinh tế nông thôn, thị trường và đường đi của hàng Việt.' },
  { path: 'kinh-te/nong-thon-moi', name: 'Nông thôn mới', description: 'Tiêu chí, kết quả và cách làm trong xây dựng nông thôn mới.' },
  { path: 'kinh-te/thi-truong', name: 'Thị trường', description: 'Chợ phiên, hội chợ, sàn trực tuyến và những kênh đưa hàng quê tới người mua.' },
  { path: 'ocop', name: 'OCOP', description: 'Chương trình Mỗi xã một sản phẩm: sản phẩm, chủ thể, chứng nhận.' },
  { path: 'ocop/chinh-sach', name: 'Chính sách OCOP', description: 'Bộ tiêu chí, quy trình, thẩm quyền và các văn bản đang có hiệu lực.' },
  { path: 'ocop/hoi-dap', name: 'Hỏi – đáp OCOP', description: 'Giải đáp ngắn gọn cho hợp tác xã, hộ sản xuất và người tiêu dùng.' },
  { path: 'ocop/chu-the', name: 'Chủ thể OCOP', description: 'Những người đứng sau sản phẩm: hợp tác xã, doanh nghiệp, hộ sản xuất.' },
]

export const topics: readonly { readonly slug: string; readonly name: string; readonly description: string; readonly featured?: boolean; readonly drawing: Drawing; readonly alt: string }[] = [
  { slug: 'ocop-2026', name: 'Bộ tiêu chí OCOP 2026', description: 'Quyết định 26/2026/QĐ-TTg và những thay đổi trong đánh giá, phân hạng sản phẩm.', featured: true, drawing: { scene: 'documents', palette: 'mist' }, alt: 'Minh họa văn bản quy định về OCOP' },
  { slug: 'nong-thon-moi-2026-2030', name: 'Nông thôn mới 2026–2030', description: 'Bộ tiêu chí mới và chặng đường tiếp theo của nông thôn mới.', featured: true, drawing: { scene: 'terraces', palette: 'noon', variant: 8 }, alt: 'Minh họa ruộng bậc thang và nhà sàn' },
  { slug: 'sap-xep-tinh', name: 'Sắp xếp đơn vị hành chính', description: '34 tỉnh, thành phố, tên gọi và mã số mới, và việc của sản phẩm địa phương.', drawing: { scene: 'map', palette: 'dawn' }, alt: 'Minh họa ba vùng đất nhập làm một' },
  { slug: 'mien-dong-bac-kan', name: 'Nông sản Bắc Kạn', description: 'Miến dong, gạo, chè và những sản phẩm của vùng đất Bắc Kạn.', drawing: { scene: 'noodles', palette: 'mist' }, alt: 'Minh họa những bó miến dong' },
  { slug: 'hang-viet-len-san', name: 'Hàng Việt lên sàn', description: 'Nông sản và sản phẩm OCOP trên chợ phiên trực tuyến, hội chợ và sàn thương mại điện tử.', drawing: { scene: 'livestream', palette: 'sea' }, alt: 'Minh họa một phiên bán hàng trực tuyến' },
]
