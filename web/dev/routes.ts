// Which fixture answers which address.
import * as obligations from './fixtures/obligations'
import * as plan from './fixtures/plan'
import * as session from './fixtures/session'

export interface Result {
  status: number
  body?: unknown
}

type Handler = (match: RegExpMatchArray, url: URL, body: unknown) => Result | unknown

const table: [string, RegExp, Handler][] = [
  ['GET', /^\/instance$/, () => session.instance()],
  ['POST', /^\/session$/, (_m, _u, body) => session.signIn(body)],
  ['DELETE', /^\/session$/, () => session.signOut()],
  ['GET', /^\/me$/, () => session.me()],
  ['POST', /^\/clock$/, (_m, _u, body) => session.moveClock(body)],
  ['GET', /^\/plans$/, () => ({ items: [{ pack: 'anji-2022', title: '2022 年安全生产工作要点' }] })],
  ['GET', /^\/plans\/([^/]+)$/, (m) => plan.plan(String(m[1]), session.now)],
  ['GET', /^\/plans\/[^/]+\/clauses\/([^/]+)$/, (m) => plan.clauseChain(String(m[1]), session.now)],
  ['GET', /^\/inbox$/, (_m, url) => obligations.inbox(url.searchParams.get('tab') ?? 'todo', session.now)],
  ['GET', /^\/obligations$/, (_m, url) => obligations.list(url, session.now)],
  ['POST', /^\/obligations\/[^/]+\/urge$/, () => ({})],
]

export function answer(method: string, url: URL, text: string): Result {
  const path = url.pathname.replace(/^\/api\/v1/, '')
  for (const [verb, pattern, handler] of table) {
    const match = verb === method ? path.match(pattern) : null
    if (match === null) continue
    const found = handler(match, url, parse(text))
    return isResult(found) ? found : { status: 200, body: found }
  }
  return { status: 404, body: { type: '/problems/http.not_found', request_id: 'MOCK-404' } }
}

export const refuse = (status: number, body: object): Result => ({ status, body })

function isResult(value: unknown): value is Result {
  return typeof value === 'object' && value !== null && 'status' in value && typeof value.status === 'number'
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
