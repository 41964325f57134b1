/** The program of a thread: a file, or a text that is evaluated. */
export type ThreadProgram = [program: string | URL, options: { eval?: boolean }]

/** As `new Worker` takes it. A loader of TypeScript that works in one thread is not there in another: it is registered there first. */
export const threadProgram = ({ href }: URL): ThreadProgram =>
  href.endsWith('.ts') ? [`import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(href)}) })`, { eval: true }] : [new URL(href), {}]

/** Where a program is that stands beside the module `url` as `source`, and in the bundle beside the server, whose parts are in a folder of their own. */
export const programBeside = ({ url, source, bundled }: { url: string; source: string; bundled: string }): URL =>
  new URL(url.endsWith('.ts') ? source : url.includes('/chunks/') ? `../${bundled}` : `./${bundled}`, url)
