import type { TextFieldSingleValidation } from 'payload'
import { say } from '../label.ts'

/** Whether a text is an absolute http(s) address without user name and password. */
export const isWebAddress = (text: string): boolean => {
  try {
    const { protocol, username, password, hostname } = new URL(text)
    return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') && !username && !password && !/\s/.test(text)
  } catch {
    return false
  }
}

/** Validation of an address on the web; empty is allowed unless the field is required. */
export const webAddress: TextFieldSingleValidation = (value, { req, required }) => {
  if (!value) return !required || say({ req, vi: 'Chưa có địa chỉ.', en: 'The address is missing.' })
  return isWebAddress(value) || say({ req, vi: 'Địa chỉ phải bắt đầu bằng https:// hoặc http://, ví dụ https://example.vn/trang', en: 'An address begins with https:// or http://, such as https://example.vn/page' })
}
