/** The index is being made, or read, and knows not everything yet. */
export class SearchNotReadyError extends Error {
  /** Seconds after which asking again makes sense. */
  readonly retryAfter: number
  constructor(retryAfter: number) {
    super('The search index is being prepared')
    this.name = 'SearchNotReadyError'
    this.retryAfter = retryAfter
  }
}

/** For a process that searches nothing: it never answers. */
export const noSearch = { search: (): Promise<never> => Promise.reject(new SearchNotReadyError(60)) }
