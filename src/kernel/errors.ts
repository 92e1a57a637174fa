/** Every way the domain can refuse. Closed: a new code without an HTTP mapping does not compile. */
export const DOMAIN_ERROR_CODES = [
  'account-locked',
  'cold-chain-incomplete',
  'container-class-mixed',
  'courier-forbidden-exam',
  'cut-off-passed',
  'document-not-ready',
  'duplicate',
  'forbidden',
  'four-eyes-required',
  'idempotency-key-reused',
  'import-unreadable',
  'insufficient-stock',
  'invalid-credentials',
  'invalid-input',
  'key-missing',
  'lot-blocked',
  'lot-conflict',
  'lot-expired',
  'not-a-member',
  'not-found',
  'over-approved',
  'period-closed',
  'period-not-ready',
  'precondition-failed',
  'quantities-unbalanced',
  'queue-unavailable',
  'scan-mismatch',
  'scan-unreadable',
  'second-factor-required',
  'storage-unavailable',
  'too-many-attempts',
  'unauthenticated',
  'unreconciled',
  'wrong-state',
] as const

export type DomainErrorCode = (typeof DOMAIN_ERROR_CODES)[number]

/** What a refusal carries for the screen: plain JSON, never a secret, never a name. */
export type ErrorDetails = Readonly<Record<string, unknown>>

/** One input field that is wrong, as a JSON path (`lines.0.units`) and a sentence that says the remedy. */
export interface FieldError {
  readonly path: string
  readonly message: string
}

/** An expected refusal. Anything else that is thrown is a defect. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: DomainErrorCode
  readonly details: ErrorDetails

  constructor(code: DomainErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}

/** Refuses one input field by name; the caller's transaction writes nothing. */
export function invalidField(path: string, message: string): DomainError {
  return new DomainError('invalid-input', message, { errors: [{ path, message }] })
}

/** Refuses an id that does not exist, or that this caller may not know exists. */
export function notFound(what: string, id: string): DomainError {
  return new DomainError('not-found', `${what} ${id} does not exist`, { id })
}
