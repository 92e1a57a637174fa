import { recordAudit } from '../audit/index.js'
import { dayOf } from '../kernel/calendar.js'
import type { GroupingId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { groupingView } from './groupings.js'
import { requireMemberOn } from './member-on.js'
import { onlyGiven } from './only-given.js'
import type { ChangeGroupingInput, GroupingView } from './schema.js'

/**
 * Changes what documents print about a grouping, or names its hub among its members. Documents already
 * issued keep what they printed.
 * @throws DomainError `not-found` · `forbidden` · `not-a-member` the hub is not a member today
 */
export async function changeGrouping(
  ctx: Context,
  id: GroupingId,
  input: ChangeGroupingInput,
): Promise<GroupingView> {
  requireRole(ctx, { groupingId: id }, ['administrator'])
  return inTransaction(ctx, async (tx) => {
    const before = await groupingView(tx, id)
    if (input.hubEstablishmentId !== undefined) {
      const today = dayOf(ctx.clock(), before.timeZone)
      await requireMemberOn(tx, id, input.hubEstablishmentId, today, 'hub')
    }
    await tx.grouping.updateMany({ where: { id }, data: onlyGiven(input) })
    const after = await groupingView(tx, id)
    await recordAudit(tx, ctx, {
      groupingId: id,
      action: 'grouping.changed',
      subjectType: 'grouping',
      subjectId: id,
      details: { before, after },
    })
    await announce(tx, { topic: 'groupings', groupingId: id, subjectId: id })
    return after
  })
}
