import type { Context as HonoContext } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ZodError } from 'zod'
import {
  DomainError,
  type DomainErrorCode,
  type FieldError,
  invalidField,
} from '../../kernel/errors.js'
import type { AppEnv } from './env.js'

interface ProblemKind {
  readonly status: ContentfulStatusCode
  readonly title: string
}

/** The one place where a refusal becomes HTTP. A new code without an entry does not compile. */
export const PROBLEMS = {
  'account-locked': { status: 429, title: 'Account locked for a while' },
  'cold-chain-incomplete': { status: 409, title: 'Cold chain evidence missing' },
  'container-class-mixed': { status: 409, title: 'One temperature class per container' },
  'courier-forbidden-exam': { status: 409, title: 'This exam may not travel by courier' },
  'cut-off-passed': { status: 409, title: 'Cut-off passed' },
  'document-not-ready': { status: 409, title: 'Document not rendered yet' },
  duplicate: { status: 409, title: 'Already exists' },
  forbidden: { status: 403, title: 'Not allowed' },
  'four-eyes-required': { status: 409, title: 'A second person is required' },
  'idempotency-key-reused': { status: 422, title: 'Idempotency key reused' },
  'import-unreadable': { status: 422, title: 'File not readable' },
  'insufficient-stock': { status: 409, title: 'Insufficient stock' },
  'invalid-credentials': { status: 401, title: 'Wrong e-mail, password or code' },
  'invalid-input': { status: 422, title: 'Invalid input' },
  'key-missing': { status: 409, title: 'No allocation key applies' },
  'lot-blocked': { status: 409, title: 'Lot blocked' },
  'lot-conflict': { status: 409, title: 'Lot known with another expiry' },
  'lot-expired': { status: 409, title: 'Lot expired' },
  'not-a-member': { status: 409, title: 'Not a member on that day' },
  'not-found': { status: 404, title: 'Not found' },
  'over-approved': { status: 409, title: 'More than approved' },
  'period-closed': { status: 409, title: 'Accounting period closed' },
  'period-not-ready': { status: 409, title: 'Period not ready' },
  'precondition-failed': { status: 412, title: 'Changed by somebody else' },
  'quantities-unbalanced': { status: 422, title: 'Quantities do not add up' },
  'queue-unavailable': { status: 503, title: 'Job queue unavailable' },
  'scan-mismatch': { status: 409, title: 'Scan does not match' },
  'scan-unreadable': { status: 422, title: 'Scan not readable' },
  'second-factor-required': { status: 401, title: 'Second factor required' },
  'storage-unavailable': { status: 503, title: 'Storage unavailable' },
  'too-many-attempts': { status: 429, title: 'Too many attempts' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  unreconciled: { status: 409, title: 'Not reconciled' },
  'wrong-state': { status: 409, title: 'Not possible in the current state' },
} as const satisfies Record<DomainErrorCode, ProblemKind>

/** Writes RFC 9457 `application/problem+json`; `detail` is a sentence for a person, never an internal message. */
function problem(
  c: HonoContext<AppEnv>,
  status: ContentfulStatusCode,
  body: Record<string, unknown>,
): Response {
  return c.body(JSON.stringify({ ...body, status, instance: c.req.path }), status, {
    'content-type': 'application/problem+json; charset=utf-8',
  })
}

/** Maps everything thrown to a problem. Unknown failures say nothing of their inside. */
export function onError(error: Error, c: HonoContext<AppEnv>): Response {
  const refusal = refusalOf(error)
  if (!(refusal instanceof DomainError)) {
    c.var.log.error({ err: error }, 'unhandled failure')
    return problem(c, 500, {
      type: 'about:blank',
      title: 'Internal Server Error',
      requestId: c.var.requestId,
    })
  }
  const { status, title } = PROBLEMS[refusal.code]
  return problem(c, status, {
    ...refusal.details,
    type: `/problems/${refusal.code}`,
    title,
    detail: refusal.message,
    code: refusal.code,
    requestId: c.var.requestId,
  })
}

/** What the frameworks below refuse by themselves becomes a refusal of ours; anything else stays a failure. */
function refusalOf(error: Error): Error {
  if (error instanceof ZodError) return fromZod(error)
  // Hono reads bodies before our validators: 400 is a body that is not what its Content-Type says.
  if (error instanceof HTTPException && error.status === 400) {
    return invalidField('body', 'The body is cut or is not valid JSON')
  }
  return error
}

export function onNotFound(c: HonoContext<AppEnv>): Response {
  return problem(c, 404, {
    type: '/problems/not-found',
    title: 'Not found',
    detail: `There is no ${c.req.method} ${c.req.path}`,
    code: 'not-found',
    requestId: c.var.requestId,
  })
}

/** A schema violation becomes `invalid-input` with every wrong field by its path. */
function fromZod(error: ZodError): DomainError {
  return invalidInput(error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
}

export function invalidInput(errors: readonly FieldError[]): DomainError {
  const [first] = errors
  const where = first?.path ? `${first.path}: ` : ''
  return new DomainError('invalid-input', `${where}${first?.message ?? 'Invalid input'}`, {
    errors,
  })
}
