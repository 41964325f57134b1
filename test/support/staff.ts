import { administrator, type TestServer } from './server.ts'

export const roles = ['administrator', 'editor-in-chief', 'secretary', 'editor', 'reporter', 'curator'] as const
export type Role = (typeof roles)[number]

export type Answer<T = Record<string, any>> = { status: number; body: T; headers: Headers }

export type Client = {
  token: string | null
  userId: string | null
  get: (path: string, init?: RequestInit) => Promise<Answer>
  post: (path: string, body?: unknown, init?: RequestInit) => Promise<Answer>
  patch: (path: string, body?: unknown, init?: RequestInit) => Promise<Answer>
  delete: (path: string, init?: RequestInit) => Promise<Answer>
  /** Multipart: the file and, as Payload expects it, the other fields as JSON in `_payload`. */
  upload: (path: string, file: { name: string; type: string; bytes: Uint8Array }, fields?: Record<string, unknown>) => Promise<Answer>
}

const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text()
  let body: Record<string, any>
  try {
    body = text ? JSON.parse(text) : {}
  } catch {
    body = { text }
  }
  return { status: response.status, body, headers: response.headers }
}

/** A client of `/api` with a staff token, or anonymous. Paths are below `/api`, such as `/articles`. */
export const client = ({ server, token = null, userId = null }: { server: TestServer; token?: string | null; userId?: string | null }): Client => {
  const headers: Record<string, string> = token ? { authorization: `JWT ${token}` } : {}
  const send = async (method: string, path: string, body?: unknown, init: RequestInit = {}) =>
    answerOf(await server.fetch(`/api${path}`, {
      method,
      ...init,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(init.headers as Record<string, string>) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }))
  return {
    token,
    userId,
    get: (path, init) => send('GET', path, undefined, init),
    post: (path, body = {}, init) => send('POST', path, body, init),
    patch: (path, body = {}, init) => send('PATCH', path, body, init),
    delete: (path, init) => send('DELETE', path, undefined, init),
    upload: async (path, file, fields = {}) => {
      const form = new FormData()
      form.set('file', new Blob([file.bytes as BlobPart], { type: file.type }), file.name)
      form.set('_payload', JSON.stringify(fields))
      return answerOf(await server.fetch(`/api${path}`, { method: 'POST', headers, body: form }))
    },
  }
}

export const login = async ({ server, email, password }: { server: TestServer; email: string; password: string }): Promise<Client> => {
  const { status, body } = await client({ server }).post('/users/login', { email, password })
  if (status !== 200) throw new Error(`Login of ${email} failed with ${status}: ${JSON.stringify(body)}`)
  return client({ server, token: body.token, userId: body.user.id })
}

/** The staff of a test server: one account per role, made when first asked for. */
export const staff = (server: TestServer) => {
  const known = new Map<Role, Promise<Client>>()
  const make = async (role: Role): Promise<Client> => {
    if (role === 'administrator') return login({ server, ...administrator })
    const admin = await as('administrator')
    const account = { email: `${role}@example.test`, password: 'mot-mat-khau-du-dai-0123', name: `Thử ${role}`, roles: [role] }
    const made = await admin.post('/users', account)
    if (made.status !== 201) throw new Error(`The account for ${role} could not be made: ${JSON.stringify(made.body)}`)
    return login({ server, email: account.email, password: account.password })
  }
  const as = (role: Role): Promise<Client> => {
    if (!known.has(role)) known.set(role, make(role))
    return known.get(role) as Promise<Client>
  }
  return { as, anonymous: client({ server }) }
}
