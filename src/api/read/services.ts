/** What answers are made from beside the store. Each is made once for the process. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Services {}
