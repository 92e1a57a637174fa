import { DomainError } from '../kernel/errors.js'
import { hasSqlState, violates } from '../platform/db/sql-errors.js'

/** SQLSTATEs raised by the stock functions, with the refusal each one is. */
const REFUSALS = {
  NV010: ['insufficient-stock', 'Fewer units are reserved or available than asked'],
  NV011: ['not-found', 'A place or a lot does not exist in this grouping'],
  NV012: ['idempotency-key-reused', 'This movement was already recorded with another content'],
  NV013: ['lot-blocked', 'A blocked or expired lot does not leave the hub'],
  NV014: ['period-closed', 'The accounting period of this day is closed'],
  '42501': ['forbidden', 'These places belong to somebody else'],
} as const

/** Turns what the database refuses into the domain's refusals; anything else passes unchanged. */
export async function refusing<T>(statement: PromiseLike<T>): Promise<T> {
  try {
    return await statement
  } catch (error) {
    throw asRefusal(error)
  }
}

function asRefusal(error: unknown): unknown {
  for (const [state, [code, message]] of Object.entries(REFUSALS)) {
    if (hasSqlState(error, state)) return new DomainError(code, message)
  }
  if (
    violates(error, 'stock_balance_never_negative') ||
    violates(error, 'stock_item_never_negative')
  ) {
    return new DomainError('insufficient-stock', 'This place does not hold that many free units')
  }
  if (violates(error, 'stock_movement_reverses_id_key')) {
    return new DomainError('wrong-state', 'This movement was already reversed')
  }
  return error
}
