import type { Logger } from 'pino'
import type { Clock } from '../kernel/calendar.js'
import type { EstablishmentId, GroupingId, UserId } from '../kernel/ids.js'
import type { Role } from '../kernel/roles.js'
import type { Database } from './db/client.js'

/** A role in force today. Without `establishmentId` it covers the whole grouping. */
export interface Grant {
  readonly role: Role
  readonly groupingId: GroupingId
  readonly establishmentId?: EstablishmentId
}

/**
 * Who acts. `grants` holds only what is in force on the day of the request: an ended grant, or the
 * establishment grant of a membership that has ended, is not in it.
 */
export interface Actor {
  readonly kind: 'user' | 'api-key' | 'job'
  readonly userId: UserId
  readonly displayName: string
  readonly grants: readonly Grant[]
}

/** The caller's idempotency key with a digest of what was asked under it. */
export interface IdempotencyClaim {
  readonly key: string
  readonly fingerprint: string
}

/** Everything a verb needs from outside; passed first, never stored. */
export interface Context {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly actor: Actor
  readonly requestId: string
  /** Set on a mutation that came with an `Idempotency-Key`; the verb's one write transaction claims it. */
  readonly idempotency?: IdempotencyClaim
}
