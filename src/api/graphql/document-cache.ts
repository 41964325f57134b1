import { type DocumentNode, GraphQLError, type GraphQLSchema, Lexer, parse, Source, TokenKind, validate, type ValidationRule } from 'graphql'
import { LRUCache } from 'lru-cache'
import { limits } from './limits.ts'
import { overLimit } from './over-limit.ts'

// Front ends ask the same few hundred operations again and again; the bytes of their texts bound what is kept.
const KEPT_CHARACTERS = 8 * 1024 * 1024
const LONGEST = 64 * 1024

/** The tokens of a text, up to the first that is none. */
const countTokens = (source: string | Source): number => {
  const lexer = new Lexer(typeof source === 'string' ? new Source(source) : source)
  let count = 0
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1
  } catch {
    // What follows a wrong token would be told as an error of its own, were the text not too long.
  }
  return count
}

/** @throws GraphQLError of the code LIMIT for a document with more tokens than are read. */
const parseBounded = (source: string | Source): DocumentNode => {
  try {
    return parse(source, { maxTokens: limits.tokens })
  } catch (error) {
    // graphql-js gives this error no other mark than its words.
    if (error instanceof GraphQLError && error.message.includes('Parsing aborted')) throw overLimit({ limit: 'tokens', found: countTokens(source) })
    throw error
  }
}

/** `parse` and `validate` of graphql-js that remember: an operation that is asked again is neither parsed nor validated again. */
export const documentCache = () => {
  const documents = new LRUCache<string, DocumentNode>({ maxSize: KEPT_CHARACTERS, maxEntrySize: LONGEST, sizeCalculation: (_document, text) => Math.max(1, text.length) })
  const verdicts = new WeakMap<DocumentNode, readonly GraphQLError[]>()

  const parseOnce = (source: string | Source): DocumentNode => {
    const text = typeof source === 'string' ? source : source.body
    const known = documents.get(text)
    if (known) return known
    const document = parseBounded(source)
    documents.set(text, document)
    return document
  }

  const validateOnce = (schema: GraphQLSchema, document: DocumentNode, rules?: readonly ValidationRule[]): readonly GraphQLError[] => {
    const known = verdicts.get(document)
    if (known) return known
    const errors = validate(schema, document, rules)
    verdicts.set(document, errors)
    return errors
  }

  return { parse: parseOnce, validate: validateOnce }
}
