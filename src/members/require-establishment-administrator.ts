import { DomainError, notFound } from '../kernel/errors.js'
import { type EstablishmentId, GroupingId } from '../kernel/ids.js'
import { holdsRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'

/**
 * An establishment is kept by the administrators of the groupings it belongs to, or belonged to.
 * Gives the grouping to audit under.
 * @throws DomainError `not-found` not visible to the caller · `forbidden`
 */
export async function requireEstablishmentAdministrator(
  tx: Tx,
  ctx: Context,
  establishmentId: EstablishmentId,
): Promise<GroupingId> {
  const memberships = await tx.membership.findMany({
    where: { establishmentId },
    orderBy: { id: 'asc' },
    select: { groupingId: true },
  })
  if (memberships.length === 0) throw notFound('Establishment', establishmentId)
  const administered = memberships
    .map(({ groupingId }) => GroupingId.parse(groupingId))
    .find((groupingId) => holdsRole(ctx, { groupingId }, ['administrator']))
  if (administered !== undefined) return administered
  throw new DomainError('forbidden', 'This needs one of the roles: administrator', {
    needs: ['administrator'],
  })
}
