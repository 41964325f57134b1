import Database from 'libsql'
import { mongoDb } from '../../../src/published/mongo-write.ts'
import { databaseKind } from '../../support/database.ts'
import type { Opened } from './open-payload.ts'

/** What a database did for one statement. On SQLite it does not say how many rows it looked at. */
export interface Walk {
  /** The steps or stages of the plan. */
  plan: string[]
  /** It reads a table from one end to the other, or sorts. */
  wrong: string[]
  examined: { keys: number; documents: number } | null
  returned: number
}

type Statement = { sql: string; params: unknown[]; returned: number }
let recorded: Statement[] | null = null

/** Notes every statement that this process asks SQLite through a prepared statement from now on, while someone listens. */
export const noteStatements = (): void => {
  const prepare = Database.prototype.prepare
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql)
    const all = statement.all.bind(statement) as (...params: unknown[]) => unknown[]
    statement.all = (...params: unknown[]) => {
      const rows = all(...params)
      recorded?.push({ sql, params, returned: rows.length })
      return rows
    }
    return statement
  } as typeof prepare
}

// A walk through the values that were given, or through a join's few rows, is none of a table.
const GIVEN = /^SCAN ((m|j|json_each)\b|\(subquery)/

const onSqlite = async (opened: Opened, work: () => Promise<unknown>): Promise<Walk[]> => {
  const noted: Statement[] = []
  recorded = noted
  try {
    await work()
  } finally {
    recorded = null
  }
  const database = new Database(opened.url.slice('file:'.length))
  const walks = noted.map(({ sql, params, returned }): Walk => {
    const plan = (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]).map(({ detail }) => detail)
    return { plan, wrong: plan.filter((step) => /TEMP B-TREE/.test(step) || (/^SCAN /.test(step) && !GIVEN.test(step))), examined: null, returned }
  })
  database.close()
  return walks
}

type Stage = { stage?: string; inputStage?: Stage; inputStages?: Stage[] }
type Profiled = { command: Record<string, unknown>; planSummary?: string; execStats?: Stage; keysExamined?: number; docsExamined?: number; nreturned?: number; hasSortStage?: boolean }

const stagesOf = ({ stage, inputStage, inputStages = [] }: Stage): string[] => [...(stage ? [stage] : []), ...[inputStage, ...inputStages].flatMap((next) => (next ? stagesOf(next) : []))]

const onMongo = async (opened: Opened, work: () => Promise<unknown>): Promise<Walk[]> => {
  const db = mongoDb(opened.payload)
  await db.command({ profile: 0 })
  await db.collection('system.profile').drop().catch(() => undefined)
  await db.createCollection('system.profile', { capped: true, size: 64 * 1024 * 1024 })
  await db.command({ profile: 2 })
  try {
    await work()
  } finally {
    await db.command({ profile: 0 })
  }
  const found = (await db.collection('system.profile').find({ op: { $in: ['query', 'command'] } }, { sort: { $natural: 1 } }).toArray()) as unknown as Profiled[]
  return found
    .filter(({ command }) => ['published', 'published_log'].includes(String(command['find'] ?? command['aggregate'])))
    .map(({ planSummary = '', execStats = {}, keysExamined = 0, docsExamined = 0, nreturned = 0, hasSortStage = false }): Walk => {
      const plan = [planSummary, ...stagesOf(execStats)]
      return { plan, wrong: [...plan.filter((stage) => stage === 'SORT' || stage.includes('COLLSCAN')), ...(hasSortStage ? ['SORT'] : [])], examined: { keys: keysExamined, documents: docsExamined }, returned: nreturned }
    })
}

/** How the database came to what `work` asked of the store, statement by statement. */
export const plansOf = (opened: Opened, work: () => Promise<unknown>): Promise<Walk[]> => (databaseKind === 'mongodb' ? onMongo(opened, work) : onSqlite(opened, work))
