// Problems (RFC 9457) as the reader sees them: what happened, what was kept, what to do, a number to quote.
import { translate, hasText } from '@/app/i18n'

export interface FieldProblem {
  field: string
  message: string
}

export interface Problem {
  status: number
  /** `<mechanism>.<name>`, or a code of ours where the server said nothing. */
  code: string
  what: string
  kept?: string
  act?: string
  reference?: string
  fields: FieldProblem[]
}

interface Wire {
  type?: string
  title?: string
  kept?: string
  act?: string
  reference?: string
  request_id?: string
  fields?: WireField[]
  errors?: WireField[]
  params?: Record<string, unknown>
}

interface WireField {
  field?: string
  row?: number
  column?: string
  message?: string
  code?: string
}

export class ApiProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.what)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

export function readProblem(response: Response, body: unknown): Problem {
  const wire: Wire = typeof body === 'object' && body !== null ? body : {}
  const code = wire.type?.replace(/^.*\/problems\//, '') ?? statusCode(response.status)
  const params = wire.params ?? {}
  const fallback = `problem.${statusCode(response.status)}`
  return {
    status: response.status,
    code,
    what: wire.title ?? text(code, fallback, 'what', params) ?? translate('problem.unknown.what'),
    kept: wire.kept ?? text(code, fallback, 'kept', params),
    act: wire.act ?? text(code, fallback, 'act', params),
    reference: wire.reference ?? wire.request_id ?? response.headers.get('x-request-id') ?? undefined,
    fields: (wire.errors ?? wire.fields ?? []).map((one) => ({
      field: one.field ?? one.column ?? '',
      message: one.message ?? '',
    })),
  }
}

export function networkProblem(): Problem {
  return {
    status: 0,
    code: 'network',
    what: translate('problem.network.what'),
    kept: translate('problem.network.kept'),
    act: translate('problem.network.act'),
    fields: [],
  }
}

/** Any thrown value as a problem; a mistake of the page itself must not show as an empty page. */
export function asProblem(cause: unknown): Problem {
  if (cause instanceof ApiProblem) return cause.problem
  return {
    status: 0,
    code: 'page',
    what: translate('problem.page.what'),
    act: translate('problem.page.act'),
    fields: [],
  }
}

function statusCode(status: number): string {
  if ([400, 401, 403, 404, 409, 412, 413, 415, 422, 429].includes(status)) return `s${status}`
  return status >= 500 ? 's500' : 'unknown'
}

function text(
  code: string,
  fallback: string,
  part: string,
  params: Record<string, unknown>,
): string | undefined {
  const own = `problem.${code}.${part}`
  if (hasText(own)) return translate(own, params)
  const general = `${fallback}.${part}`
  return hasText(general) ? translate(general, params) : undefined
}
