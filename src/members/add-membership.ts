import { withSystemScope } from '../access/index.js'
import { notFound } from '../kernel/errors.js'
import { EstablishmentId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { enterMembership, overlapsExplained } from './enter-membership.js'
import { membershipView } from './memberships.js'
import type { AddMembershipInput, MembershipView } from './schema.js'

/**
 * Makes an establishment a member from a day on: one the caller's groupings know, or any other by its
 * FINESS number, which is public.
 * @throws DomainError `not-found` · `forbidden` · `duplicate` overlapping dates, which are named
 */
export async function addMembership(
  ctx: Context,
  input: AddMembershipInput,
): Promise<MembershipView> {
  const { groupingId, fromOn, toOn, activities } = input
  requireRole(ctx, { groupingId }, ['administrator'])
  return overlapsExplained(() =>
    inTransaction(ctx, async (tx) => {
      const establishmentId = await establishmentOf(tx, input)
      const id = await enterMembership(tx, ctx, {
        groupingId,
        establishmentId,
        fromOn,
        toOn,
        activities,
      })
      return membershipView(tx, ctx, id)
    }),
  )
}

async function establishmentOf(
  tx: Tx,
  { establishmentId, finessEt }: AddMembershipInput,
): Promise<EstablishmentId> {
  const found =
    establishmentId === undefined
      ? await withSystemScope(tx, () =>
          tx.establishment.findUnique({
            where: { finessEt: finessEt ?? '' },
            select: { id: true },
          }),
        )
      : await tx.establishment.findUnique({
          where: { id: establishmentId },
          select: { id: true },
        })
  if (found === null) throw notFound('Establishment', establishmentId ?? finessEt ?? '')
  return EstablishmentId.parse(found.id)
}
