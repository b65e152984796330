// The only door to the server. Pages call the functions in their own data.ts, which call these.
import createClient from 'openapi-fetch'
import { newId } from './id'
import { ApiProblem, networkProblem, readProblem } from './problem'
import type { components, paths } from './schema'

/** A type of the interface by its name in the OpenAPI document. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

export const base = '/api/v1'

/** Typed from the OpenAPI document: an address, a parameter or a body that it does not have does not compile. */
export const api = createClient<paths>({ baseUrl: base, credentials: 'same-origin' })

let onSignedOut: () => void = () => undefined

/** Called once by the session: what happens when the server no longer knows the caller. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act
}

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', document.documentElement.lang || 'zh-CN')
    // A write without an id of its own may arrive twice; with the key it counts once.
    if (request.method === 'POST') request.headers.set('Idempotency-Key', newId())
    return request
  },
})

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** What the server answered, or its problem as an error. */
export async function take<T>(asked: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>
  try {
    answer = await asked
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiProblem(networkProblem())
  }
  const { response } = answer
  if (!response.ok) {
    if (response.status === 401 && !response.url.endsWith(`${base}/session`)) onSignedOut()
    throw new ApiProblem(readProblem(response, answer.error))
  }
  return answer.data as T
}

/** Reads an address that the OpenAPI document does not list yet. Empty where the server does not know it. */
export async function listed<T>(
  path: string,
  query: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<T[]> {
  const address = new URL(base + path, location.origin)
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  const response = await fetch(address, {
    signal,
    headers: { 'Accept-Language': document.documentElement.lang },
  })
  // The body is read in any case: an answer that nobody reads keeps its connection.
  const body: unknown = await response.json().catch(() => undefined)
  if (response.status === 404 || response.status === 403) return []
  if (!response.ok) throw new ApiProblem(readProblem(response, body))
  return (Array.isArray(body) ? body : (body as { items: T[] }).items) as T[]
}

/** The revision that the page was showing; the server refuses when it is no longer the current one. */
export function seen(revision: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${revision}"` } }
}

/** Bytes go as they are, not as JSON. */
export function bytes(file: Blob): { bodySerializer: () => Blob; headers: Record<string, string> } {
  return {
    bodySerializer: () => file,
    headers: { 'Content-Type': file.type || 'application/octet-stream' },
  }
}
