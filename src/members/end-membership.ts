import { recordAudit } from '../audit/index.js'
import { dateColumn } from '../kernel/calendar.js'
import { invalidField } from '../kernel/errors.js'
import type { MembershipId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { overlapsExplained, requireNoOverlap } from './enter-membership.js'
import { membershipView } from './memberships.js'
import type { EndMembershipInput, MembershipView } from './schema.js'

/**
 * Sets the last day of a membership, included; access, ordering and billing follow it to the day.
 * @throws DomainError `not-found` · `forbidden` · `invalid-input` before the first day · `duplicate` a later
 * last day runs into the next membership
 */
export function endMembership(
  ctx: Context,
  id: MembershipId,
  { toOn }: EndMembershipInput,
): Promise<MembershipView> {
  return overlapsExplained(() =>
    inTransaction(ctx, async (tx) => {
      const before = await membershipView(tx, ctx, id)
      const { groupingId, fromOn, establishment } = before
      const establishmentId = establishment.id
      requireRole(ctx, { groupingId }, ['administrator'])
      if (toOn < fromOn) throw invalidField('toOn', `This membership begins on ${fromOn}`)
      await requireNoOverlap(tx, { groupingId, establishmentId, fromOn, toOn }, id)

      await tx.membership.updateMany({ where: { id }, data: { toOn: dateColumn(toOn) } })
      await recordAudit(tx, ctx, {
        groupingId,
        establishmentId,
        action: 'membership.ended',
        subjectType: 'membership',
        subjectId: id,
        details: { before: before.toOn, after: toOn },
      })
      await announce(tx, { topic: 'memberships', groupingId, establishmentId, subjectId: id })
      return membershipView(tx, ctx, id)
    }),
  )
}
