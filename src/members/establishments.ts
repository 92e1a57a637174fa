import { notFound } from '../kernel/errors.js'
import { EstablishmentId } from '../kernel/ids.js'
import { toPage } from '../kernel/paging.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import { MEMBERSHIP_FACTS, membershipFacts } from './memberships.js'
import type { EstablishmentView, ListEstablishmentsQuery } from './schema.js'

const WITH_MEMBERSHIPS = {
  memberships: { select: MEMBERSHIP_FACTS, orderBy: { fromOn: 'asc' } },
} as const satisfies Prisma.EstablishmentInclude

/** The establishments the caller may see, oldest first; with `groupingId`, its members of any date. */
export const listEstablishments = (
  ctx: Context,
  { groupingId, limit, cursor }: ListEstablishmentsQuery,
): Promise<{ items: EstablishmentView[]; nextCursor?: string }> =>
  inReadTransaction(ctx, async (tx) => {
    const establishments = await tx.establishment.findMany({
      where: {
        ...(groupingId !== undefined && { memberships: { some: { groupingId } } }),
        ...(cursor !== undefined && { id: { gt: cursor } }),
      },
      orderBy: { id: 'asc' },
      take: limit + 1,
      include: WITH_MEMBERSHIPS,
    })
    return toPage(
      establishments.map((establishment) => asView(establishment, ctx)),
      limit,
    )
  })

/** @throws DomainError `not-found` also when the caller may not see it */
export const showEstablishment = (ctx: Context, id: EstablishmentId): Promise<EstablishmentView> =>
  inReadTransaction(ctx, (tx) => establishmentView(tx, ctx, id))

/** @throws DomainError `not-found` */
export async function establishmentView(
  tx: Tx,
  ctx: Context,
  id: EstablishmentId,
): Promise<EstablishmentView> {
  const establishment = await tx.establishment.findUnique({
    where: { id },
    include: WITH_MEMBERSHIPS,
  })
  if (establishment === null) throw notFound('Establishment', id)
  return asView(establishment, ctx)
}

type Row = Prisma.EstablishmentGetPayload<{ include: typeof WITH_MEMBERSHIPS }>

function asView(row: Row, ctx: Context): EstablishmentView {
  const { finessEt, finessEj, siret, latitude, longitude, phone, createdAt: _, ...named } = row
  return {
    ...named,
    id: EstablishmentId.parse(row.id),
    ...(finessEt !== null && { finessEt }),
    ...(finessEj !== null && { finessEj }),
    ...(siret !== null && { siret }),
    ...(latitude !== null && { latitude }),
    ...(longitude !== null && { longitude }),
    ...(phone !== null && { phone }),
    memberships: row.memberships.map((membership) => membershipFacts(membership, ctx)),
  }
}
