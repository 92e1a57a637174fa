import { DomainError } from '../kernel/errors.js'
import type { GroupingId } from '../kernel/ids.js'
import type { Role } from '../kernel/roles.js'
import type { Context } from '../platform/context.js'

export const CATALOGUE_EDITORS: readonly Role[] = ['head-pharmacist', 'pharmacist', 'administrator']

/** Who reads what each import did: those who import, and those who inspect. */
export const IMPORT_READERS: readonly Role[] = [...CATALOGUE_EDITORS, 'auditor']

/**
 * Refuses unless the caller holds one of `roles` at the hub of a grouping, and answers which. The
 * catalogue is shared by all: who works for one establishment changes nothing for the others.
 * @throws DomainError `forbidden`
 */
export function requireAtHub(ctx: Context, roles: readonly Role[]): GroupingId {
  const grant = ctx.actor.grants.find(
    ({ role, establishmentId }) => establishmentId === undefined && roles.includes(role),
  )
  if (grant !== undefined) return grant.groupingId
  throw new DomainError(
    'forbidden',
    `This needs one of the roles, for a whole grouping: ${roles.join(', ')}`,
    { needs: [...roles] },
  )
}

export const requireCatalogueEditor = (ctx: Context): GroupingId =>
  requireAtHub(ctx, CATALOGUE_EDITORS)
