import { commonFields, definePublic, type Projection, type StoredDocument } from '../shared/public-definition.ts'
import { alwaysVisible, facets, groupOf, instantOf, numberOf, textOf } from '../shared/public-read.ts'
import { imageCropType } from '../shared/public-types.ts'

/** The renditions there are of one image, by the name of their size; sizes an image is too small for have no file. */
const renditionsOf = (doc: StoredDocument) =>
  Object.entries(groupOf(doc, 'sizes')).flatMap(([name, size]) => {
    const of = groupOf({ size }, 'size')
    const filename = textOf(of, 'filename')
    const width = numberOf(of, 'width')
    const height = numberOf(of, 'height')
    return filename && width && height ? [{ name, filename, width, height }] : []
  }).sort((a, b) => (a.name < b.name ? -1 : 1))

const project = ({ doc }: { doc: StoredDocument }): Projection | null => {
  if (doc['publiclyAvailable'] === false) return null
  const filename = textOf(doc, 'filename')
  const width = numberOf(doc, 'width')
  const height = numberOf(doc, 'height')
  if (!filename || !width || !height) return null
  const renditions = renditionsOf(doc)
  return alwaysVisible({
    sortKey: filename,
    facets: facets({ file: [filename, ...renditions.map((rendition) => rendition.filename)] }),
    data: {
      width, height, alt: textOf(doc, 'alt') ?? '', caption: textOf(doc, 'caption'), credit: textOf(doc, 'credit'),
      mimeType: textOf(doc, 'mimeType') ?? 'application/octet-stream', placeholder: textOf(doc, 'placeholder'), _filename: filename, _renditions: renditions,
      // A replaced or newly cropped picture keeps its name; the version in its address lets it be cached for good.
      _version: Date.parse(instantOf(doc, 'updatedAt') ?? '').toString(36),
    },
  })
}

/** Photographs and graphics. Where an image is used with a caption or credit of its own, that one is answered. */
export const imagePublic = definePublic({
  kind: 'image',
  plural: 'images',
  doc: { en: 'A photograph or graphic.', vi: 'Ảnh.' },
  source: { collection: 'media' },
  lookups: ['id'],
  page: { default: 20, max: 100 },
  fields: {
    id: commonFields.id,
    url: { type: 'url', required: true, answered: true, doc: 'The image as it was uploaded.' },
    width: { type: 'int', required: true, doc: 'Width of `url` in pixels.' },
    height: { type: 'int', required: true, doc: 'Height of `url` in pixels.' },
    alt: { type: 'string', required: true, doc: { en: 'What it shows, for those who do not see it.', vi: 'Mô tả ảnh cho người không nhìn thấy.' } },
    caption: { type: 'string', doc: { en: 'Caption.', vi: 'Chú thích.' } },
    credit: { type: 'string', doc: { en: 'Photographer or source.', vi: 'Nguồn ảnh.' } },
    mimeType: { type: 'string', required: true, doc: 'Media type of `url`.' },
    placeholder: { type: 'string', doc: 'A tiny picture as a data URI, to show until the image is there.' },
    srcset: {
      type: 'string', required: true, answered: true, doc: 'The widths there are, ready for the `srcset` attribute.',
      args: { crop: { type: imageCropType, default: 'original', doc: 'In which proportions.' } },
    },
    renditions: {
      type: 'object', name: 'Rendition', list: true, answered: true, doc: 'The prepared sizes, for those who choose by themselves.',
      fields: {
        crop: { ...imageCropType, required: true, doc: 'Its proportions.' },
        url: { type: 'url', required: true, doc: 'Where it is.' },
        width: { type: 'int', required: true, doc: 'Width in pixels.' },
        height: { type: 'int', required: true, doc: 'Height in pixels.' },
      },
    },
  },
  filters: {},
  sorts: { name: { by: 'name', doc: 'By name of the file.' } },
  defaultSort: 'name',
  internal: ['rights', 'rightsNote', 'createdBy', 'demo', 'searchFolded', 'createdAt', 'updatedAt', 'filesize', 'thumbnailURL'],
  covered: ['publiclyAvailable', 'filename', 'sizes', 'focalX', 'focalY'],
  project,
})
