import type { Block, FieldHook, TextFieldSingleValidation } from 'payload'
import { embedProviders, parseEmbed } from '../../../src/newsroom/embed-providers.ts'
import { label, say } from '../label.ts'

const allowed: TextFieldSingleValidation = (value, { req }) => {
  if (!value) return say({ req, vi: 'Chưa có địa chỉ.', en: 'The address is missing.' })
  return parseEmbed(value) !== null || say({
    req,
    vi: 'Chỉ nhúng được một video của YouTube, Vimeo, TikTok hoặc Facebook: hãy dán địa chỉ trang của video đó.',
    en: 'Only a single video of YouTube, Vimeo, TikTok or Facebook can be embedded: paste the address of its page.',
  })
}

const derive = (part: 'provider' | 'id'): FieldHook => ({ siblingData }) => parseEmbed(String(siblingData['url'] ?? ''))?.[part] ?? null

/** A video of an allowed provider. Nothing is embedded by pasted HTML: the player's address is made from provider and id. */
export const embedBlock: Block = {
  slug: 'embed',
  labels: { singular: label({ vi: 'Video nhúng', en: 'Embedded video' }), plural: label({ vi: 'Video nhúng', en: 'Embedded videos' }) },
  fields: [
    { name: 'url', type: 'text', required: true, validate: allowed, label: label({ vi: 'Địa chỉ video', en: 'Address of the video' }), admin: { placeholder: 'https://www.youtube.com/watch?v=…', description: label({ vi: 'YouTube, Vimeo, TikTok, Facebook.', en: 'YouTube, Vimeo, TikTok, Facebook.' }) } },
    { name: 'caption', type: 'text', maxLength: 300, label: label({ vi: 'Chú thích', en: 'Caption' }) },
    { name: 'provider', type: 'select', options: embedProviders, label: label({ vi: 'Nhà cung cấp', en: 'Provider' }), hooks: { beforeChange: [derive('provider')] }, admin: { hidden: true } },
    { name: 'embedId', type: 'text', label: label({ vi: 'Mã video', en: 'Video id' }), hooks: { beforeChange: [derive('id')] }, admin: { hidden: true } },
  ],
}
