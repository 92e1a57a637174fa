import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import { MeasureId, newId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { chargeMonth } from './charge-month.js'
import { monthColumn } from './months.js'
import type { RecordDriverInput, RecordedDriverView } from './schema.js'

/**
 * Records what another system measured for a member (hours, kilometres, patient-days). The latest
 * record of a month counts; the earlier ones stay readable.
 * @throws DomainError `period-closed`
 */
export async function recordDriver(
  ctx: Context,
  input: RecordDriverInput,
): Promise<RecordedDriverView> {
  const { groupingId, establishmentId, driver, month, quantity, source } = input
  requireRole(ctx, { groupingId }, ['finance-controller'])
  return inTransaction(ctx, async (tx) => {
    if ((await chargeMonth(tx, groupingId, month)) !== month) {
      throw new DomainError('period-closed', `${month} is closed: its drivers no longer change`, {
        month,
      })
    }
    const recordedAt = ctx.clock()
    const id = newId(MeasureId)
    await tx.measuredDriver.create({
      data: {
        id,
        groupingId,
        establishmentId,
        driver,
        month: monthColumn(month),
        quantity: BigInt(quantity),
        source,
        recordedById: ctx.actor.userId,
        recordedAt,
      },
    })
    await recordAudit(tx, ctx, {
      groupingId,
      establishmentId,
      action: 'driver.recorded',
      subjectType: 'measured-driver',
      subjectId: id,
      details: { driver, month, quantity, source },
    })
    return { ...input, recordedAt: recordedAt.toISOString() }
  })
}
