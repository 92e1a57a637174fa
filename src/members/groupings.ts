import { notFound } from '../kernel/errors.js'
import { EstablishmentId, GroupingId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import { GroupingKind, type GroupingView, VatRegime } from './schema.js'

const WITH_HUB = { hubEstablishment: { select: { name: true } } } as const

/** The groupings the caller works for, by name. */
export const listGroupings = (ctx: Context): Promise<GroupingView[]> =>
  inReadTransaction(ctx, async (tx) => {
    const groupings = await tx.grouping.findMany({
      include: WITH_HUB,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    })
    return groupings.map(asView)
  })

/** @throws DomainError `not-found` also when the caller does not work for it */
export const showGrouping = (ctx: Context, id: GroupingId): Promise<GroupingView> =>
  inReadTransaction(ctx, (tx) => groupingView(tx, id))

/** @throws DomainError `not-found` */
export async function groupingView(tx: Tx, id: GroupingId): Promise<GroupingView> {
  const grouping = await tx.grouping.findUnique({ where: { id }, include: WITH_HUB })
  if (grouping === null) throw notFound('Grouping', id)
  return asView(grouping)
}

type GroupingRow = Prisma.GroupingGetPayload<{ include: typeof WITH_HUB }>

const asView = ({
  hubEstablishment,
  hubEstablishmentId,
  ...grouping
}: GroupingRow): GroupingView => ({
  ...grouping,
  id: GroupingId.parse(grouping.id),
  kind: GroupingKind.parse(grouping.kind),
  vatRegime: VatRegime.parse(grouping.vatRegime),
  createdAt: grouping.createdAt.toISOString(),
  ...(hubEstablishmentId && { hubEstablishmentId: EstablishmentId.parse(hubEstablishmentId) }),
  ...(hubEstablishment && { hubEstablishmentName: hubEstablishment.name }),
})
