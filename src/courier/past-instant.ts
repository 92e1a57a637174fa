import { invalidField } from '../kernel/errors.js'
import type { Context } from '../platform/context.js'

/** A phone's clock may be a little ahead of ours. */
const AHEAD_MAX_MS = 120_000

/**
 * When something happened: as told, or now.
 * @throws DomainError `invalid-input` in the future
 */
export function pastInstant(ctx: Context, at: Date | undefined): Date {
  const now = ctx.clock()
  if (at === undefined) return now
  if (at.getTime() <= now.getTime() + AHEAD_MAX_MS) return at
  throw invalidField('at', 'This instant is in the future')
}
