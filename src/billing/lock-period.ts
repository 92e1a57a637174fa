import { DomainError } from '../kernel/errors.js'
import type { Context } from '../platform/context.js'
import type { Period } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { ensurePeriod } from './ensure-period.js'
import { monthColumn } from './months.js'
import type { Blocker, MonthInput } from './schema.js'

/** Takes the month for the caller alone: movements and charges under way end first, later ones wait. */
export async function lockPeriod(
  tx: Tx,
  ctx: Context,
  { groupingId, month }: MonthInput,
): Promise<Period> {
  await ensurePeriod(tx, ctx, groupingId, month)
  await tx.$queryRaw`
    select id from period
    where grouping_id = ${groupingId}::uuid and month = ${monthColumn(month)}::date
    for update`
  return tx.period.findUniqueOrThrow({
    where: { groupingId_month: { groupingId, month: monthColumn(month) } },
  })
}

/** @throws DomainError `period-not-ready` with every blocker, not only the first */
export function refuseBlocked(month: string, blockers: readonly Blocker[]): void {
  if (blockers.length === 0) return
  const [first] = blockers
  throw new DomainError('period-not-ready', first?.message ?? `${month} is not ready`, {
    month,
    blockers,
  })
}
