// Which fixture answers which address.
import * as obligations from './fixtures/obligations'
import * as plan from './fixtures/plan'
import * as registry from './fixtures/registry'
import * as session from './fixtures/session'
import * as work from './fixtures/work'

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
  ['GET', /^\/plans$/, () => [{ pack: 'anji-2022', title: '2022 年安全生产工作要点' }]],
  ['GET', /^\/plans\/([^/]+)$/, (m) => plan.plan(String(m[1]), session.now)],
  ['GET', /^\/plans\/[^/]+\/clauses\/([^/]+)$/, (m) => plan.clauseChain(String(m[1]), session.now)],
  ['GET', /^\/inbox$/, (_m, url) => obligations.inbox(url.searchParams.get('tab') ?? 'todo', session.now)],
  ['GET', /^\/obligations$/, (_m, url) => obligations.list(url, session.now)],
  ['GET', /^\/obligations\/([^/]+)$/, (m) => obligations.detail(String(m[1]), session.now)],
  ['POST', /^\/obligations\/[^/]+\/urge$/, () => ({ sent: true })],
  ['POST', /^\/obligations\/[^/]+\/sign$/, () => ({ signed_at: session.now })],
  ['POST', /^\/obligations\/[^/]+\/excuse$/, () => ({})],
  ['GET', /^\/forms\/[^/]+$/, () => obligations.form()],
  ['PUT', /^\/records\/([^/]+)$/, (m) => obligations.filed(String(m[1]))],
  ['GET', /^\/records\/([^/]+)$/, (m) => obligations.record(String(m[1]), session.now)],
  ['POST', /^\/records\/[^/]+\/approve$/, () => ({ counts_for: [] })],
  ['POST', /^\/attachments$/, () => ({ hash: 'a'.repeat(64), media: 'image/png', size: 1000 })],
  ['GET', /^\/history\/[^/]+$/, () => obligations.history(session.now)],
  ['GET', /^\/draws$/, () => work.drawList()],
  ['GET', /^\/draws\/[^/]+$/, () => obligations.draws(session.now)],
  ['GET', /^\/matrices$/, () => work.matrices()],
  ['GET', /^\/matrices\/[^/]+$/, () => work.matrix(session.now)],
  ['GET', /^\/circulars$/, () => work.circulars()],
  [
    'GET',
    /^\/circulars\/[^/]+$/,
    (_m, url) => work.circular(url.searchParams.get('period') ?? '2022Q2', session.now),
  ],
  ['GET', /^\/wall-chart$/, () => work.wall(session.now)],
  ['GET', /^\/tasks$/, () => work.tasks(session.now)],
  ['GET', /^\/my-items$/, () => work.tasks(session.now)],
  ['GET', /^\/tasks\/([^/]+)$/, (m) => work.task(String(m[1]), session.now)],
  ['POST', /^\/tasks\/[^/]+\/evaluate$/, () => ({})],
  ['GET', /^\/matters$/, () => work.matters(session.now)],
  ['POST', /^\/matters$/, () => ({ id: 'm1' })],
  ['GET', /^\/lifecycles$/, () => work.lifecycles()],
  ['GET', /^\/matters\/[^/]+$/, () => work.matter(session.now)],
  ['POST', /^\/matters\/[^/]+\/transitions\/[^/]+$/, () => ({})],
  ['GET', /^\/orgs$/, () => registry.orgs()],
  ['GET', /^\/orgs\/([^/]+)$/, (m) => registry.org(String(m[1]))],
  ['GET', /^\/persons$/, () => registry.persons()],
  ['GET', /^\/persons\/([^/]+)$/, (m) => registry.person(String(m[1]))],
  ['GET', /^\/sites$/, () => registry.sites()],
  ['GET', /^\/sites\/([^/]+)$/, (m) => registry.site(String(m[1]))],
  ['GET', /^\/areas$/, (_m, url) => registry.areas(url)],
  ['POST', /^\/imports\/[^/]+$/, () => registry.report()],
  ['GET', /^\/search$/, (_m, url) => registry.search(url.searchParams.get('q') ?? '')],
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
