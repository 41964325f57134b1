import { commonFields, definePublic } from '../shared/public-definition.ts'
import { alwaysVisible, flagOf, numberOf, textOf, textsOf } from '../shared/public-read.ts'
import { sortKey } from '../../src/text/sort-key.ts'
import { storedKeys } from './stored-keys.ts'

/** Partner sites, as far as their keys are checked by it. Nothing of them is answered to anybody, and no key can be made from what stands here. */
export const partnerSitePublic = definePublic({
  kind: 'partnerSite',
  plural: 'partnerSites',
  doc: { en: 'A site of others that shows products and articles.', vi: 'Trang đối tác.' },
  source: { collection: 'partner-sites' },
  lookups: ['id'],
  page: { default: 100, max: 100 },
  fields: {
    id: commonFields.id,
    name: { type: 'string', required: true, doc: 'Name.' },
    origins: { type: 'string', list: true, doc: 'Where its publishable keys work and embeds may be shown.' },
    ratePerMinute: { type: 'int', required: true, doc: 'Requests per minute.' },
    quotaPerDay: { type: 'int', required: true, doc: 'Requests per day.' },
    keys: { type: 'json', list: true, doc: 'Beginning, hash, type, scopes and times of its keys.' },
  },
  filters: {},
  sorts: { name: { by: 'name', doc: 'By name, in Vietnamese order.' } },
  defaultSort: 'name',
  internal: ['demo', 'createdAt', 'updatedAt', 'searchFolded', 'website', 'contact', 'notes'],
  covered: ['active'],
  project: ({ doc }) => {
    const name = textOf(doc, 'name')
    if (name === null || !flagOf(doc, 'active')) return null
    return alwaysVisible({
      sortKey: sortKey(name),
      data: {
        name, origins: textsOf(doc, 'origins'), ratePerMinute: numberOf(doc, 'ratePerMinute') ?? 1, quotaPerDay: numberOf(doc, 'quotaPerDay') ?? 1,
        keys: storedKeys(doc).map(({ shown, hash, type, scopes, expiresAt, revokedAt }) => ({ shown, hash, type, scopes, expiresAt, revokedAt })),
      },
    })
  },
})
