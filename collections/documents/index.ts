import { adminGroups } from '../shared/admin-groups.ts'
import { defineCollection } from '../shared/define-collection.ts'
import { createdByField } from '../shared/fields/created-by-field.ts'
import { demoField } from '../shared/fields/demo-field.ts'
import { searchFoldedField } from '../shared/fields/search-folded-field.ts'
import { collectionLabels, label } from '../shared/label.ts'
import { env } from '../../src/env.ts'
import { acceptPdf } from './hooks.ts'

export const documents = defineCollection({
  slug: 'documents',
  labels: collectionLabels({ vi: 'Tệp PDF', en: ['PDF file', 'PDF files'] }),
  versions: false,
  // One folder with the images: names differ by extension, and one route serves both.
  upload: { staticDir: env.UPLOAD_DIR, mimeTypes: ['application/pdf'], pasteURL: false, crop: false, focalPoint: false },
  defaultPopulate: { title: true, filename: true, mimeType: true, filesize: true, url: true },
  admin: {
    group: adminGroups.content,
    useAsTitle: 'title',
    defaultColumns: ['title', 'filename', 'filesize', 'updatedAt'],
    listSearchableFields: ['title', 'filename', 'searchFolded'],
    description: label({ vi: 'Bản quét quyết định, giấy chứng nhận và văn bản, chỉ nhận PDF.', en: 'Scans of decisions, certificates and legal documents; PDF only.' }),
  },
  hooks: { beforeOperation: [acceptPdf] },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 300, label: label({ vi: 'Tên tài liệu', en: 'Title' }) },
    createdByField(),
    demoField(),
    searchFoldedField({ of: ['title', 'filename'] }),
  ],
})
