import { DomainError, notFound } from '../kernel/errors.js'
import type { EstablishmentId, GroupingId } from '../kernel/ids.js'
import type { Role } from '../kernel/roles.js'
import type { Context, Grant } from './context.js'

/** The roles that act for the hub of a grouping, whatever the establishment. */
type Reach = { readonly groupingId: GroupingId; readonly establishmentId?: EstablishmentId }

const covers = (grant: Grant, { groupingId, establishmentId }: Reach): boolean =>
  grant.groupingId === groupingId &&
  (grant.establishmentId === undefined || grant.establishmentId === establishmentId)

/**
 * Refuses unless the caller holds one of `roles` over `reach`. A grouping-wide grant covers every
 * establishment of the grouping; an establishment grant covers only its own. Somebody without any
 * grant there is told that nothing exists, so that no tenant learns of another.
 * @throws DomainError `forbidden` wrong role · `not-found` no grant at all over this reach
 */
export function requireRole(ctx: Context, reach: Reach, roles: readonly Role[]): void {
  const grants = ctx.actor.grants.filter((grant) => covers(grant, reach))
  if (grants.length === 0) throw notFound('Grouping', reach.groupingId)
  if (grants.some(({ role }) => roles.includes(role))) return
  throw new DomainError('forbidden', `This needs one of the roles: ${roles.join(', ')}`, {
    needs: [...roles],
  })
}

/**
 * Refuses unless the caller holds one of `roles` anywhere: for shared data such as the catalogue.
 * @throws DomainError `forbidden`
 */
export function requireAnyRole(ctx: Context, roles: readonly Role[]): void {
  if (ctx.actor.grants.some(({ role }) => roles.includes(role))) return
  throw new DomainError('forbidden', `This needs one of the roles: ${roles.join(', ')}`, {
    needs: [...roles],
  })
}

/** Whether the caller holds one of `roles` over `reach`, for what a view may show. */
export const holdsRole = (ctx: Context, reach: Reach, roles: readonly Role[]): boolean =>
  ctx.actor.grants.some((grant) => covers(grant, reach) && roles.includes(grant.role))
