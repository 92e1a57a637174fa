import { DomainError } from '../kernel/errors.js'
import type { GroupingId } from '../kernel/ids.js'
import type { Role } from '../kernel/roles.js'
import type { Context } from '../platform/context.js'

export const CATALOGUE_EDITORS: readonly Role[] = ['head-pharmacist', 'pharmacist', 'administrator']

/**
 * Refuses unless the caller is an editor at the hub of a grouping, and answers which. The catalogue is
 * shared by all: who administers one establishment changes nothing for the others.
 * @throws DomainError `forbidden`
 */
export function requireCatalogueEditor(ctx: Context): GroupingId {
  const grant = ctx.actor.grants.find(
    ({ role, establishmentId }) =>
      establishmentId === undefined && CATALOGUE_EDITORS.includes(role),
  )
  if (grant !== undefined) return grant.groupingId
  throw new DomainError(
    'forbidden',
    `This needs one of the roles, for a whole grouping: ${CATALOGUE_EDITORS.join(', ')}`,
    { needs: [...CATALOGUE_EDITORS] },
  )
}
