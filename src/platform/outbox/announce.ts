import type { EstablishmentId, GroupingId } from '../../kernel/ids.js'
import type { Tx } from '../db/transaction.js'

/** What open screens are told: which thing changed, never its content. */
export interface Announcement {
  /** The resource that changed, such as `orders` or `specimen-shipments`. */
  readonly topic: string
  readonly groupingId: GroupingId
  /** The member concerned; without it only grouping-wide roles are told. */
  readonly establishmentId?: EstablishmentId
  readonly subjectId: string
}

export const ANNOUNCEMENT_CHANNEL = 'navette_events'

/** Tells open screens when, and only if, the caller's transaction commits. */
export async function announce(tx: Tx, announcement: Announcement): Promise<void> {
  await tx.$executeRaw`select pg_notify(${ANNOUNCEMENT_CHANNEL}, ${JSON.stringify(announcement)})`
}
