import type { AnswerKind } from '../../cache/freshness.ts'
import type { Answers } from '../../published/answer/answers.ts'
import type { Reader } from '../read/reader.ts'
import type { Services } from '../read/services.ts'
import type { Parameter } from './parameter.ts'
import type { ParameterValues } from './read-parameters.ts'
import type { JsonSchema } from './schemas.ts'

/** What was asked of an endpoint. */
export interface Asked {
  reader: Reader
  /** Those of the reader. */
  answers: Answers
  values: ParameterValues
  /** The variable part of the path, decoded; empty where there is none. */
  segment: string
  /** Path and query as they were sent. */
  url: URL
}

/** What is answered: 200 unless it says otherwise. Everything else that goes wrong is thrown as a problem. */
export interface Reply {
  body: unknown
  status?: 200 | 301 | 302
  headers?: Readonly<Record<string, string>>
}

/** One address of the REST API: what answers it, what OpenAPI and the documentation say of it. */
export interface Endpoint {
  /** As OpenAPI writes it: `/v1/articles/{slug}`. */
  path: string
  operationId: string
  tag: string
  summary: string
  description?: string
  /** The variable part of the path. */
  segment?: { name: string; doc: string; example: string }
  parameters: readonly Parameter[]
  /** Of the body of 200. */
  schema: JsonSchema
  example?: unknown
  /** It also answers 301 or 302 with `Location`, and 410 or 451. */
  moves?: boolean
  /** How long others may keep it: by default as one thing where the path has a variable part, else as a list. */
  kind?: AnswerKind
  /** Neither stored nor shared: made for each request. */
  isFresh?: boolean
  /** What has to happen before the answer is made, such as waiting: it takes no place in the gate. The signal tells that nobody is there any more. */
  before?: (asked: { services: Services; values: ParameterValues; client: string; signal: AbortSignal }) => Promise<void>
  answer: (asked: Asked) => Promise<Reply>
}
