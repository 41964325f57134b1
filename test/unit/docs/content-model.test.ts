import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { accessTable } from '../../http/access/access-table.ts'

it('docs/content-model.md shows the access table that the server is tested against', () => {
  expect(readFileSync('docs/content-model.md', 'utf8')).toContain(accessTable())
})
