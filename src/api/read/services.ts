import type { ReaderSearch } from '../../search/reader-search.ts'
import type { MostRead } from '../../views/most-read.ts'
import type { ChangeLog } from './change-log.ts'

/** What answers are made from beside the store. Each is made once for the process. */
export interface Services {
  mostRead: MostRead
  search: Pick<ReaderSearch, 'search'>
  changeLog: ChangeLog
}
