import type { TextFieldSingleValidation } from 'payload'
import { isWebAddress } from '../shared/fields/web-address.ts'
import { type Label, say } from '../shared/label.ts'

/** What a contact of a kind looks like; kinds that are not listed are free text. */
const forms: Readonly<Record<string, { is: (value: string) => boolean; message: Label }>> = {
  phone: {
    is: (value) => /^\+?[\d\s.()-]{6,20}$/.test(value) && value.replace(/\D/g, '').length >= 6,
    message: { vi: 'Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm, ngoặc và gạch nối.', en: 'A telephone number has digits, spaces, dots, brackets and hyphens only.' },
  },
  email: {
    is: (value) => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(value),
    message: { vi: 'Địa chỉ thư điện tử không đúng dạng ten@example.vn.', en: 'An e-mail address looks like name@example.vn.' },
  },
  website: { is: isWebAddress, message: { vi: 'Website bắt đầu bằng https:// hoặc http://.', en: 'A website begins with https:// or http://.' } },
  facebook: { is: isWebAddress, message: { vi: 'Hãy ghi địa chỉ trang Facebook, bắt đầu bằng https://.', en: 'Give the address of the Facebook page, beginning with https://.' } },
}

/** Validation of a contact by its kind, which stands beside it. */
export const contactValue: TextFieldSingleValidation = (value, { req, siblingData }) => {
  if (!value) return say({ req, vi: 'Chưa có nội dung liên hệ.', en: 'The contact is missing.' })
  const { kind } = siblingData as { kind?: string | null }
  const form = forms[kind ?? '']
  return !form || form.is(value) || say({ ...form.message, req })
}
