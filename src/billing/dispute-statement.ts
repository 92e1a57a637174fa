import { recordAudit } from '../audit/index.js'
import { dayOf, fromDateColumn } from '../kernel/calendar.js'
import { DomainError, notFound } from '../kernel/errors.js'
import { EstablishmentId, GroupingId, type StatementId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import type { StatementView } from './schema.js'
import { toStatementView } from './views.js'

/**
 * A member disputes its statement, until the day printed on it.
 * @throws DomainError `wrong-state` not issued, or too late
 */
export async function disputeStatement(
  ctx: Context,
  id: StatementId,
  { reason }: { reason: string },
): Promise<StatementView> {
  return inTransaction(ctx, async (tx) => {
    const statement = await tx.statement.findUnique({ where: { id }, include: { grouping: true } })
    if (statement === null) throw notFound('Statement', id)
    const scope = {
      groupingId: GroupingId.parse(statement.groupingId),
      establishmentId: EstablishmentId.parse(statement.establishmentId),
    }
    requireRole(ctx, scope, ['requester', 'receiver', 'finance-controller'])
    const disputeUntil = fromDateColumn(statement.disputeUntil)
    const isLate = dayOf(ctx.clock(), statement.grouping.timeZone) > disputeUntil
    const claimed = await tx.statement.updateMany({
      where: { id, state: isLate ? 'never' : 'issued' },
      data: { state: 'disputed', disputeReason: reason, disputedAt: ctx.clock() },
    })
    if (claimed.count === 0) {
      throw new DomainError('wrong-state', `${statement.number} can no longer be disputed`, {
        disputeUntil,
      })
    }
    await recordAudit(tx, ctx, {
      ...scope,
      action: 'statement.disputed',
      subjectType: 'statement',
      subjectId: id,
      details: { number: statement.number },
    })
    await announce(tx, { ...scope, topic: 'statements', subjectId: id })
    return toStatementView(
      await tx.statement.findUniqueOrThrow({ where: { id }, include: { period: true } }),
    )
  })
}
