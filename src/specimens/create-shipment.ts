import { recordAudit } from '../audit/index.js'
import { takeNumber } from '../documents/index.js'
import { dayOf } from '../kernel/calendar.js'
import { invalidField, notFound } from '../kernel/errors.js'
import { requireMemberOn } from '../members/index.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { containerCodeOf } from './container-code.js'
import { type CreateShipmentInput, newShipmentId } from './schema.js'
import { shipmentView } from './shipment-view.js'
import { rolesForShipment } from './transitions.js'
import type { ShipmentView } from './view-schema.js'

/**
 * Opens an empty container at an establishment: its number, its code, one temperature class.
 * @throws DomainError `not-a-member` on this day · `invalid-input` naming the field
 */
export async function createShipment(
  ctx: Context,
  input: CreateShipmentInput,
): Promise<ShipmentView> {
  requireRole(ctx, input, rolesForShipment('edit'))
  return inTransaction(ctx, async (tx) => {
    await requireLaboratory(tx, ctx, input)
    await requireOwnDeliveryPoint(tx, input)
    const { groupingId, establishmentId } = input
    const id = newShipmentId()
    const { number } = await takeNumber(tx, ctx, {
      groupingId,
      kind: 'specimen-shipment',
      prefix: 'LB',
    })
    await tx.specimenShipment.create({
      data: {
        ...input,
        id,
        number,
        containerCode: containerCodeOf(id),
        state: 'draft',
        createdById: ctx.actor.userId,
        createdAt: ctx.clock(),
      },
    })
    await recordAudit(tx, ctx, {
      groupingId,
      establishmentId,
      action: 'specimen-shipment.created',
      subjectType: 'specimen-shipment',
      subjectId: id,
      details: { number },
    })
    return shipmentView(tx, id)
  })
}

async function requireLaboratory(
  tx: Tx,
  ctx: Context,
  { groupingId, establishmentId }: CreateShipmentInput,
): Promise<void> {
  const grouping = await tx.grouping.findUnique({ where: { id: groupingId } })
  if (grouping === null) throw notFound('Grouping', groupingId)
  if (grouping.kind !== 'laboratory') {
    throw invalidField('groupingId', 'Specimens go to a laboratory: this grouping is a pharmacy')
  }
  const today = dayOf(ctx.clock(), grouping.timeZone)
  await requireMemberOn(tx, groupingId, establishmentId, today, 'shipment')
}

async function requireOwnDeliveryPoint(
  tx: Tx,
  { deliveryPointId, establishmentId }: CreateShipmentInput,
): Promise<void> {
  const point = await tx.deliveryPoint.findFirst({
    where: { id: deliveryPointId, establishmentId },
  })
  if (point === null) throw invalidField('deliveryPointId', 'No such place in this establishment')
}
