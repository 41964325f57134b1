import { label } from './label.ts'

/** The groups of the admin's navigation, in the order in which collections/index.ts lists their members. */
export const adminGroups = {
  content: label({ vi: 'Nội dung', en: 'Content' }),
  ocop: label({ vi: 'OCOP', en: 'OCOP' }),
  pages: label({ vi: 'Trang và điều hướng', en: 'Pages and navigation' }),
  partners: label({ vi: 'Đối tác', en: 'Partners' }),
  system: label({ vi: 'Hệ thống', en: 'System' }),
} as const
