// The only door to the server. Pages call the functions in their own data.ts, which call these.
import createClient from 'openapi-fetch'
import { ApiProblem, networkProblem, readProblem } from './problem'
import { newId } from './id'

type Query = Record<string, string | number | boolean | undefined>

export interface Options {
  path?: Record<string, string>
  query?: Query
  body?: unknown
  /** Revision the page was showing; the server refuses when it is no longer the current one. */
  revision?: string | number
  signal?: AbortSignal
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Answer = { data?: unknown; error?: unknown; response: Response }
type Door = Record<Method, (path: string, init: object) => Promise<Answer>>

export const base = '/api/v1'

const door = createClient({ baseUrl: base, credentials: 'same-origin' }) as unknown as Door

let onSignedOut: () => void = () => undefined

/** Called once by the session: what happens when the server no longer knows the caller. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act
}

export function get<T>(path: string, options: Options = {}): Promise<T> {
  return call<T>('GET', path, options)
}

export function post<T>(path: string, options: Options = {}): Promise<T> {
  return call<T>('POST', path, options)
}

export function put<T>(path: string, options: Options = {}): Promise<T> {
  return call<T>('PUT', path, options)
}

export function remove<T>(path: string, options: Options = {}): Promise<T> {
  return call<T>('DELETE', path, options)
}

/** Sends one file as it is; its name travels in the query, since headers carry no Chinese. */
export async function upload<T>(path: string, file: Blob, query: Query): Promise<T> {
  const address = new URL(base + path, location.origin)
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) address.searchParams.set(name, String(value))
  }
  let response: Response
  try {
    response = await fetch(address, {
      method: 'POST',
      body: file,
      credentials: 'same-origin',
      headers: {
        ...common(),
        'Content-Type': file.type || 'application/octet-stream',
        'Idempotency-Key': newId(),
      },
    })
  } catch {
    throw new ApiProblem(networkProblem())
  }
  if (!response.ok) throw new ApiProblem(readProblem(response, await safeJson(response)))
  return (await response.json()) as T
}

async function call<T>(method: Method, path: string, options: Options): Promise<T> {
  const headers: Record<string, string> = common()
  if (method === 'POST') headers['Idempotency-Key'] = newId()
  if (options.revision !== undefined) headers['If-Match'] = `"${options.revision}"`
  let answer: Answer
  try {
    answer = await door[method](path, {
      params: { path: options.path, query: options.query },
      body: options.body,
      headers,
      signal: options.signal,
    })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiProblem(networkProblem())
  }
  if (!answer.response.ok) {
    if (answer.response.status === 401 && path !== '/session') onSignedOut()
    throw new ApiProblem(readProblem(answer.response, answer.error))
  }
  return answer.data as T
}

function common(): Record<string, string> {
  return { 'Accept-Language': document.documentElement.lang || 'zh-CN' }
}

async function safeJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}
