import { recordAudit } from '../audit/index.js'
import { DomainError } from '../kernel/errors.js'
import { EstablishmentId, newId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { violates } from '../platform/db/sql-errors.js'
import { inTransaction } from '../platform/db/transaction.js'
import { enterMembership } from './enter-membership.js'
import { establishmentView } from './establishments.js'
import { onlyGiven } from './only-given.js'
import type { CreateEstablishmentInput, EstablishmentView } from './schema.js'

/**
 * Enters an establishment together with its first membership: without one nobody could see it.
 * @throws DomainError `not-found` · `forbidden` · `duplicate` the FINESS number is known: add a membership
 */
export async function createEstablishment(
  ctx: Context,
  input: CreateEstablishmentInput,
): Promise<EstablishmentView> {
  const { groupingId, fromOn, activities, ...fields } = input
  requireRole(ctx, { groupingId }, ['administrator'])
  const id = newId(EstablishmentId)
  return finessExplained(input.finessEt, () =>
    inTransaction(ctx, async (tx) => {
      const { name, shortName, kind, addressLine, postalCode, town, isFictitious } = fields
      await tx.establishment.createMany({
        data: {
          ...onlyGiven(fields),
          ...{ id, name, shortName, kind, addressLine, postalCode, town, isFictitious },
          createdAt: ctx.clock(),
        },
      })
      await recordAudit(tx, ctx, {
        groupingId,
        establishmentId: id,
        action: 'establishment.created',
        subjectType: 'establishment',
        subjectId: id,
        details: { name, kind, finessEt: fields.finessEt },
      })
      await enterMembership(tx, ctx, { groupingId, establishmentId: id, fromOn, activities })
      return establishmentView(tx, ctx, id)
    }),
  )
}

/** Row security hides the other holder of a FINESS number; the unique index does not. */
export async function finessExplained<T>(
  finessEt: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!violates(error, 'establishment_finess_et_key')) throw error
    throw new DomainError(
      'duplicate',
      `FINESS ${finessEt} is already entered: add a membership for it instead`,
      { finessEt },
    )
  }
}
