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
 * Makes a statement final: once the dispute window has passed, or when a dispute is settled. What the
 * settlement changes is recorded as a correction of a later month; this document stays as issued.
 * @throws DomainError `wrong-state` already final, or the window is still open
 */
export async function finaliseStatement(ctx: Context, id: StatementId): Promise<StatementView> {
  return inTransaction(ctx, async (tx) => {
    const statement = await tx.statement.findUnique({ where: { id }, include: { grouping: true } })
    if (statement === null) throw notFound('Statement', id)
    const scope = {
      groupingId: GroupingId.parse(statement.groupingId),
      establishmentId: EstablishmentId.parse(statement.establishmentId),
    }
    requireRole(ctx, scope, ['finance-controller'])
    const disputeUntil = fromDateColumn(statement.disputeUntil)
    const windowIsOpen = dayOf(ctx.clock(), statement.grouping.timeZone) <= disputeUntil
    if (statement.state === 'final' || (statement.state === 'issued' && windowIsOpen)) {
      throw new DomainError(
        'wrong-state',
        `${statement.number} cannot become final before its dispute window ends`,
        {
          state: statement.state,
          disputeUntil,
        },
      )
    }
    await tx.statement.update({ where: { id }, data: { state: 'final', finalAt: ctx.clock() } })
    await recordAudit(tx, ctx, {
      ...scope,
      action: 'statement.finalised',
      subjectType: 'statement',
      subjectId: id,
      details: { number: statement.number, from: statement.state },
    })
    await announce(tx, { ...scope, topic: 'statements', subjectId: id })
    return toStatementView(
      await tx.statement.findUniqueOrThrow({ where: { id }, include: { period: true } }),
    )
  })
}
