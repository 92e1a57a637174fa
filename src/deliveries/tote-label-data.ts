import type { DocumentData } from '../../templates/registry.js'
import { StorageClass } from '../kernel/storage-class.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import type { DeliveryId } from './ids.js'
import { PRINTED_STOP, stopLabel } from './printed-places.js'

const PARTS = {
  grouping: true,
  establishment: true,
  deliveryPoint: true,
  order: { include: { careUnit: true } },
  runStop: PRINTED_STOP,
  totes: {
    orderBy: { position: 'asc' },
    include: { deliveryLines: { include: { product: true } } },
  },
} as const

/** What the labels of a delivery print: where each tote goes, never what it holds. */
export async function toteLabelData(
  tx: Tx,
  ctx: Context,
  deliveryId: DeliveryId,
): Promise<DocumentData<'tote-label'>> {
  const delivery = await tx.delivery.findUniqueOrThrow({
    where: { id: deliveryId },
    include: PARTS,
  })
  const { grouping, establishment, deliveryPoint, order, runStop } = delivery
  return {
    groupingName: grouping.name,
    issuedAt: ctx.clock().toISOString(),
    timeZone: grouping.timeZone,
    // The note takes its number when the totes leave; until then the order is what names them.
    deliveryNumber: order.number,
    memberName: establishment.name,
    unit: order.careUnit?.name ?? deliveryPoint.name,
    deliveryPoint: deliveryPoint.name,
    run: runStop
      ? { name: runStop.run.name, stop: stopLabel(runStop) }
      : { name: 'Hors tournée', stop: '—' },
    departsAt: (runStop?.run.departsAt ?? ctx.clock()).toISOString(),
    pharmacyPhone: grouping.phone,
    urgent: order.priority === 'urgent',
    totes: delivery.totes.map(({ code, storageClass, sealNumber, deliveryLines }) => ({
      code,
      storageClass: StorageClass.parse(storageClass),
      ...(sealNumber !== null && { seal: sealNumber }),
      narcotics: deliveryLines.some(({ product }) => product.isNarcotic),
    })),
  }
}
