import { describe, expect, it } from '@jest/globals'
import { type Group, groupProblems, takesProducts } from '../../../collections/product-groups/group-problems.ts'
import { productGroups } from '../../../src/ocop/product-groups.ts'

const asGroup = ({ level, name, slug }: { level: string; name: string; slug: string }): Group => ({
  id: `${level}/${slug}`,
  name,
  level: level.replace('old-', ''),
  classification: level.startsWith('old-') ? '1048-2019' : '26-2026',
})
const levelAbove: Record<string, string> = { set: 'group', leaf: 'set', 'old-leaf': 'old-group' }

describe('product groups', () => {
  it('accepts both classifications as the decisions print them', () => {
    const find = (level: string, slug: string) => productGroups.find((row) => row.level === level && row.slug === slug)!
    for (const row of productGroups) {
      const parent = row.parent ? asGroup(find(levelAbove[row.level]!, row.parent)) : null
      const mapsTo = (row.mapsTo ?? []).map((slug) => asGroup(find(row.level.replace('old-', ''), slug)))
      expect({ slug: row.slug, problems: groupProblems({ group: asGroup(row), parent, mapsTo }) }).toEqual({ slug: row.slug, problems: [] })
    }
  })

  it('refuses a part at the wrong place', () => {
    const paths = (...args: Parameters<typeof groupProblems>) => groupProblems(...args).map(({ path }) => path)
    const group = (level: string, classification = '26-2026'): Group => ({ name: level, level, classification })
    expect(paths({ group: group('leaf'), parent: group('group') })).toEqual(['parent'])
    expect(paths({ group: group('leaf'), parent: null })).toEqual(['parent'])
    expect(paths({ group: group('group'), parent: group('group') })).toEqual(['parent'])
    expect(paths({ group: group('set'), parent: group('group', '1048-2019') })).toEqual(['parent'])
    expect(paths({ group: group('set', '1048-2019'), parent: group('group', '1048-2019') })).toEqual(['level'])
    expect(paths({ group: group('leaf'), parent: group('set'), mapsTo: [group('leaf')] })).toEqual(['mapsTo'])
    expect(paths({ group: group('leaf', '1048-2019'), parent: group('group', '1048-2019'), mapsTo: [group('set')] })).toEqual(['mapsTo'])
  })

  it('takes products in leaves of the classification in force only', () => {
    expect(takesProducts({ level: 'leaf', classification: '26-2026' })).toBe(true)
    expect(takesProducts({ level: 'set', classification: '26-2026' })).toBe(false)
    expect(takesProducts({ level: 'leaf', classification: '1048-2019' })).toBe(false)
  })
})
