/** What Prisma's driver adapter and pg tell about a failed statement, reduced to what we act on. */
interface SqlFailure {
  readonly state: string | undefined
  readonly constraint: string | undefined
  readonly kind: string | undefined
  readonly message: string
}

const RETRYABLE_STATES = new Set(['40001', '40P01'])

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Reads the SQLSTATE and the constraint from a Prisma or pg error; undefined for anything else. */
export function sqlFailureOf(error: unknown): SqlFailure | undefined {
  const cause = field(field(field(error, 'meta'), 'driverAdapterError'), 'cause')
  const state = text(field(cause, 'originalCode')) ?? text(field(error, 'code'))
  const kind = text(field(cause, 'kind'))
  if (state === undefined && kind === undefined) return undefined
  return {
    state,
    kind,
    constraint:
      text(field(field(cause, 'constraint'), 'index')) ?? text(field(error, 'constraint')),
    message: text(field(cause, 'originalMessage')) ?? text(field(error, 'message')) ?? '',
  }
}

/** Serialisation failures and deadlocks: safe to run again, since nothing was committed. */
export function isTransient(error: unknown): boolean {
  const failure = sqlFailureOf(error)
  return (
    failure !== undefined &&
    (failure.kind === 'TransactionWriteConflict' ||
      failure.state === 'P2034' ||
      RETRYABLE_STATES.has(failure.state ?? ''))
  )
}

/** True when `error` is the violation of one named constraint or index (checks included). */
export function violates(error: unknown, constraint: string): boolean {
  const failure = sqlFailureOf(error)
  if (failure === undefined) return false
  return failure.constraint === constraint || failure.message.includes(`"${constraint}"`)
}

/** True when `error` carries this SQLSTATE, ours (`NV…`) or PostgreSQL's. */
export const hasSqlState = (error: unknown, state: string): boolean =>
  sqlFailureOf(error)?.state === state
