import { dayOf } from '../kernel/calendar.js'
import { DomainError, notFound } from '../kernel/errors.js'
import { GroupingId, type UserId } from '../kernel/ids.js'
import { holdsRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { withSystemScope } from './system-scope.js'

/**
 * Refuses unless the caller administers every grouping the account works for: an administrator who adds
 * somebody else's colleague must not thereby reset their password or link their identity to another card.
 * An account whose roles have all ended belongs to those it worked for. Gives the grouping to audit under.
 * @throws DomainError `not-found` nothing in common · `forbidden` it also works elsewhere, or wrong role
 */
export async function requireAccountAdministrator(
  tx: Tx,
  ctx: Context,
  userId: UserId,
): Promise<GroupingId> {
  const groupings = await groupingsOf(tx, ctx, userId)
  const known = groupings.filter((groupingId) =>
    ctx.actor.grants.some((grant) => grant.groupingId === groupingId),
  )
  const [administered] = known.filter((groupingId) =>
    holdsRole(ctx, { groupingId }, ['administrator']),
  )
  if (known.length === 0) throw notFound('User', userId)
  if (administered === undefined) {
    throw new DomainError('forbidden', 'This needs one of the roles: administrator', {
      needs: ['administrator'],
    })
  }
  const all = groupings.every((groupingId) => holdsRole(ctx, { groupingId }, ['administrator']))
  if (all) return administered
  throw new DomainError(
    'forbidden',
    'This account also works for another grouping: only its roles here can be changed',
  )
}

async function groupingsOf(tx: Tx, ctx: Context, userId: UserId): Promise<GroupingId[]> {
  const grants = await withSystemScope(
    tx,
    () => tx.$queryRaw<{ groupingId: string; isOpen: boolean }[]>`
      select grouping_id as "groupingId",
        bool_or(to_on is null or to_on >= ${dayOf(ctx.clock())}::date) as "isOpen"
      from role_grant where user_id = ${userId}::uuid group by grouping_id order by grouping_id`,
  )
  const open = grants.filter(({ isOpen }) => isOpen)
  return (open.length > 0 ? open : grants).map(({ groupingId }) => GroupingId.parse(groupingId))
}
