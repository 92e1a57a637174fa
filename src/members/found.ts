import type { Clock } from '../kernel/calendar.js'
import { type GroupingId, UserId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Database } from '../platform/db/client.js'
import { asSystem, type Tx } from '../platform/db/transaction.js'
import { createLogger } from '../platform/log/logger.js'

/** The installation itself, for what happens before a grouping has anybody: nobody signs in as it. */
const INSTALLATION = UserId.parse('00000000-0000-0000-0000-000000000000')

export interface Installation {
  readonly db: Database
  readonly clock: Clock
}

/** What a founding act does in its transaction; the context records the installation as its author. */
type Founding<T> = (tx: Tx, ctx: Context) => Promise<T>

/** Runs `work` as the system, within the reach of one grouping. */
export function founding<T>(
  { db, clock }: Installation,
  groupingId: GroupingId,
  work: Founding<T>,
): Promise<T> {
  const ctx: Context = {
    db,
    clock,
    log: createLogger('silent'),
    actor: { kind: 'job', userId: INSTALLATION, displayName: 'Navette', grants: [] },
    requestId: 'installation',
  }
  return asSystem(db, async (tx) => {
    await tx.$executeRaw`select set_config('navette.groupings', ${`{${groupingId}}`}, true)`
    return work(tx, ctx)
  })
}
