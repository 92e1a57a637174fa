import { recordAudit } from '../audit/index.js'
import { LocalTime } from '../kernel/calendar.js'
import { DomainError, notFound } from '../kernel/errors.js'
import { DeliveryPointId, EstablishmentId, newId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { violates } from '../platform/db/sql-errors.js'
import { inReadTransaction, inTransaction, type Tx } from '../platform/db/transaction.js'
import { establishmentView } from './establishments.js'
import { requireEstablishmentAdministrator } from './require-establishment-administrator.js'
import type { DeliveryPointInput, DeliveryPointView } from './schema.js'

/** Where an establishment takes deliveries, with opening hours, by name. @throws DomainError `not-found` */
export const listDeliveryPoints = (
  ctx: Context,
  establishmentId: EstablishmentId,
): Promise<DeliveryPointView[]> =>
  inReadTransaction(ctx, async (tx) => {
    await establishmentView(tx, ctx, establishmentId)
    const points = await tx.deliveryPoint.findMany({
      where: { establishmentId },
      orderBy: { name: 'asc' },
    })
    return points.map(asView)
  })

/** @throws DomainError `not-found` · `forbidden` · `duplicate` the name is taken there */
export function addDeliveryPoint(
  ctx: Context,
  establishmentId: EstablishmentId,
  input: DeliveryPointInput,
): Promise<DeliveryPointView> {
  const id = newId(DeliveryPointId)
  return nameExplained(input, () =>
    inTransaction(ctx, async (tx) => {
      const groupingId = await requireEstablishmentAdministrator(tx, ctx, establishmentId)
      await tx.deliveryPoint.createMany({ data: { ...input, id, establishmentId } })
      await recordAudit(tx, ctx, {
        groupingId,
        establishmentId,
        action: 'delivery-point.added',
        subjectType: 'delivery-point',
        subjectId: id,
        details: input,
      })
      return deliveryPointView(tx, id)
    }),
  )
}

/** @throws DomainError `not-found` · `forbidden` · `duplicate` */
export function changeDeliveryPoint(
  ctx: Context,
  id: DeliveryPointId,
  input: DeliveryPointInput,
): Promise<DeliveryPointView> {
  return nameExplained(input, () =>
    inTransaction(ctx, async (tx) => {
      const before = await deliveryPointView(tx, id)
      const { establishmentId } = before
      const groupingId = await requireEstablishmentAdministrator(tx, ctx, establishmentId)
      await tx.deliveryPoint.updateMany({ where: { id }, data: input })
      await recordAudit(tx, ctx, {
        groupingId,
        establishmentId,
        action: 'delivery-point.changed',
        subjectType: 'delivery-point',
        subjectId: id,
        details: { before, after: input },
      })
      return deliveryPointView(tx, id)
    }),
  )
}

async function deliveryPointView(tx: Tx, id: DeliveryPointId): Promise<DeliveryPointView> {
  const point = await tx.deliveryPoint.findUnique({ where: { id } })
  if (point === null) throw notFound('Delivery point', id)
  return asView(point)
}

interface Row {
  readonly id: string
  readonly establishmentId: string
  readonly name: string
  readonly instructions: string
  readonly opensAt: string
  readonly closesAt: string
}

const asView = ({ id, establishmentId, opensAt, closesAt, ...rest }: Row): DeliveryPointView => ({
  id: DeliveryPointId.parse(id),
  establishmentId: EstablishmentId.parse(establishmentId),
  opensAt: LocalTime.parse(opensAt),
  closesAt: LocalTime.parse(closesAt),
  name: rest.name,
  instructions: rest.instructions,
})

async function nameExplained<T>({ name }: DeliveryPointInput, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!violates(error, 'delivery_point_establishment_id_name_key')) throw error
    throw new DomainError('duplicate', `Another delivery point there is named "${name}"`)
  }
}
