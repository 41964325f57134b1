/** The kinds of pages that have an address on the reader site, with what their addresses can be made of. */
const placeholders = {
  article: ['slug', 'number'],
  author: ['slug'],
  category: ['slug', 'path'],
  topic: ['slug'],
  product: ['slug', 'number'],
  producer: ['slug'],
  productGroup: ['slug'],
  administrativeUnit: ['slug'],
  legalDocument: ['slug'],
  partnerBrand: ['slug'],
} as const

export type AddressedKind = keyof typeof placeholders

export const addressedKinds = Object.keys(placeholders) as AddressedKind[]

/** The addresses of a new site. */
export const defaultAddressTemplates: Readonly<Record<AddressedKind, string>> = {
  article: '/{slug}-{number}.html',
  author: '/tac-gia/{slug}',
  category: '/{path}',
  topic: '/chu-de/{slug}',
  product: '/ocop/san-pham/{slug}-{number}.html',
  producer: '/ocop/chu-the/{slug}',
  productGroup: '/ocop/nhom/{slug}',
  administrativeUnit: '/dia-phuong/{slug}',
  legalDocument: '/van-ban/{slug}',
  partnerBrand: '/thuong-hieu/{slug}',
}

export interface AddressProblem {
  vi: string
  en: string
}

/** What is wrong with the address template of a kind, or null. It begins with a slash and names one page: it must hold a placeholder that does. */
export const addressTemplateProblem = ({ kind, template }: { kind: AddressedKind; template: string }): AddressProblem | null => {
  const allowed: readonly string[] = placeholders[kind]
  const list = allowed.map((name) => `{${name}}`).join(', ')
  if (!template.startsWith('/') || template.startsWith('//')) {
    return { vi: 'Mẫu địa chỉ phải bắt đầu bằng một dấu gạch chéo “/”.', en: 'An address template begins with one slash.' }
  }
  const used = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
  const unknown = used.find((name) => !allowed.includes(name))
  if (unknown !== undefined) return { vi: `“{${unknown}}” không dùng được ở đây; chỉ dùng ${list}.`, en: `"{${unknown}}" cannot be used here, only ${list}.` }
  if (used.length === 0) return { vi: `Mẫu địa chỉ phải có ${list}.`, en: `An address template holds ${list}.` }
  if (!/^[a-z0-9/._~-]*$/i.test(template.replace(/\{[^{}]*\}/g, ''))) {
    return { vi: 'Ngoài chỗ điền, chỉ dùng a–z, 0–9 và các dấu / . _ ~ -', en: 'Besides placeholders only a–z, 0–9 and / . _ ~ - are used.' }
  }
  return null
}
