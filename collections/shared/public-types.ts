import type { EnumType, ObjectType, PublicField } from './public-definition.ts'

/** A rich text as everyone needs it. Embedded documents stand beside the JSON, which names them by id. */
export const bodyType = {
  type: 'object',
  name: 'Body',
  fields: {
    json: { type: 'json', required: true, doc: 'The text as a Lexical document; embedded documents are named by id.' },
    html: { type: 'string', required: true, answered: true, doc: 'The text as safe HTML with stable classes, ready to print; embedded documents are filled in.' },
    text: { type: 'string', required: true, doc: 'The text without markup; paragraphs are separated by an empty line.' },
    minutes: { type: 'int', required: true, doc: 'Minutes it takes to read, at least 1.' },
    images: { type: 'ref', to: 'image', list: true, doc: 'Images in the text, in order.' },
    products: { type: 'ref', to: 'product', list: true, doc: 'Products shown in the text, in order.' },
    articles: { type: 'ref', to: 'article', list: true, doc: 'Articles shown or linked in the text, in order.' },
    legalDocuments: { type: 'ref', to: 'legalDocument', list: true, doc: 'Legal documents linked in the text, in order.' },
  },
} as const satisfies ObjectType

/** What belongs in the head of a page; everything has a fallback, so that it can be printed as it is. */
export const seoType = {
  type: 'object',
  name: 'Seo',
  fields: {
    title: { type: 'string', required: true, doc: 'Title for search engines and shared links; the title of the page when none was written.' },
    description: { type: 'string', required: true, doc: 'Description for search engines and shared links; the lead when none was written.' },
    image: { type: 'ref', to: 'image', doc: 'Image for shared links; the cover when none was chosen.' },
    canonical: { type: 'url', required: true, answered: true, doc: 'The address search engines should keep; the page itself when none was set.' },
    noindex: { type: 'boolean', required: true, doc: 'Search engines are asked to leave this page out.' },
  },
} as const satisfies ObjectType

export const linkType = {
  type: 'object',
  name: 'Link',
  fields: {
    title: { type: 'string', required: true, doc: 'What the link says.' },
    url: { type: 'url', required: true, doc: 'Where it leads.' },
  },
} as const satisfies ObjectType

export const fileType = {
  type: 'object',
  name: 'File',
  fields: {
    url: { type: 'url', required: true, answered: true, doc: 'Where the file can be had.' },
    name: { type: 'string', required: true, doc: 'Name of the file.' },
    mimeType: { type: 'string', required: true, doc: 'Media type, such as `application/pdf`.' },
    size: { type: 'int', doc: 'Size in bytes.' },
  },
} as const satisfies ObjectType

export const imageCropType = {
  type: 'enum',
  name: 'ImageCrop',
  values: {
    original: 'The proportions of the photograph.',
    wide: '16:9.',
    standard: '4:3.',
    square: '1:1.',
    social: '1200 × 630, for shared links.',
  },
} as const satisfies EnumType

export const legalLevelType = {
  type: 'enum',
  name: 'AuthorityLevel',
  values: {
    district: { en: 'District, until 30 June 2025.', vi: 'Cấp huyện' },
    province: { en: 'Province or city.', vi: 'Cấp tỉnh' },
    centre: { en: 'Central government.', vi: 'Cấp trung ương' },
  },
} as const satisfies EnumType

/** Slug and name, which nearly every kind has. */
export const slugField = { type: 'string', required: true, doc: 'Name in addresses: lower-case Latin letters, digits and hyphens.' } as const satisfies PublicField
