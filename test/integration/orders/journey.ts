import {
  type DeliveryView,
  deliverDelivery,
  dispatchDelivery,
  PackDeliveryInput,
  packDelivery,
} from '../../../src/deliveries/index.js'
import { DeliveryId, OrderId, type ProductId } from '../../../src/kernel/ids.js'
import { PositiveUnits } from '../../../src/kernel/units.js'
import {
  allocateOrder,
  approveOrder,
  CreateOrderInput,
  createOrder,
  finishPicking,
  type OrderView,
  PickInput,
  pickForOrder,
  releaseOrder,
  startPicking,
  submitOrder,
} from '../../../src/orders/index.js'
import type { Context } from '../../../src/platform/context.js'
import type { World } from '../../builders/world.js'
import { givenLot, openPharmacy, type Pharmacy } from '../stock/pharmacy.js'

/** A hub, one member, and everybody who takes part in an order's journey. */
export interface Cast extends Pharmacy {
  /** Releases what the others prepared. */
  readonly secondPharmacist: Context
  readonly preparer: Context
  readonly requester: Context
  readonly receiver: Context
  readonly courier: Context
}

export async function openCast(world: World): Promise<Cast> {
  const pharmacy = await openPharmacy(world)
  const { groupingId, member } = pharmacy
  const { establishmentId } = member
  return {
    ...pharmacy,
    secondPharmacist: await world.as({ role: 'pharmacist', groupingId }),
    preparer: await world.as({ role: 'preparer', groupingId }),
    requester: await world.as({ role: 'requester', groupingId, establishmentId }),
    receiver: await world.as({ role: 'receiver', groupingId, establishmentId }),
    courier: await world.as({ role: 'courier', groupingId }),
  }
}

export interface Wish {
  readonly productId: ProductId
  readonly units: number
}

/** A product that the hub holds in one lot. */
export async function stocked(
  cast: Cast,
  units: number,
  wish: Parameters<World['given']['product']>[0] & { expiresOn?: string; lotNumber?: string } = {},
): Promise<ProductId> {
  const { expiresOn, lotNumber, ...product } = wish
  const productId = await cast.world.given.product(product)
  await givenLot(cast, {
    productId,
    units,
    ...(expiresOn !== undefined && { expiresOn }),
    ...(lotNumber !== undefined && { lotNumber }),
  })
  return productId
}

export function orderInput(cast: Cast, wishes: readonly Wish[], kind = 'allotment') {
  const { groupingId, member } = cast
  return CreateOrderInput.parse({
    groupingId,
    establishmentId: member.establishmentId,
    careUnitId: member.careUnitId,
    deliveryPointId: member.deliveryPointId,
    kind,
    lines: wishes,
  })
}

export const drafted = (cast: Cast, wishes: readonly Wish[], kind?: string): Promise<OrderView> =>
  createOrder(cast.requester, orderInput(cast, wishes, kind))

export async function submitted(cast: Cast, wishes: readonly Wish[], kind?: string) {
  return submitOrder(cast.requester, (await drafted(cast, wishes, kind)).id)
}

export async function approved(cast: Cast, wishes: readonly Wish[], kind?: string) {
  const { id } = await submitted(cast, wishes, kind)
  return approveOrder(cast.pharmacist, id, { lines: [] })
}

export async function allocated(cast: Cast, wishes: readonly Wish[], kind?: string) {
  return allocateOrder(cast.pharmacist, (await approved(cast, wishes, kind)).id)
}

export async function picking(cast: Cast, wishes: readonly Wish[], kind?: string) {
  return startPicking(cast.preparer, (await allocated(cast, wishes, kind)).id)
}

/** Takes everything that is kept for an order. */
export async function pickAll(ctx: Context, order: OrderView): Promise<void> {
  for (const line of order.lines) {
    for (const { lotNumber, units, pickedUnits } of line.allocations) {
      if (units === pickedUnits) continue
      const input = PickInput.parse({
        lineId: line.id,
        productId: line.product.id,
        lotNumber,
        units: PositiveUnits.parse(units - pickedUnits),
      })
      await pickForOrder(ctx, order.id, input)
    }
  }
}

export async function picked(cast: Cast, wishes: readonly Wish[], kind?: string) {
  const order = await picking(cast, wishes, kind)
  await pickAll(cast.preparer, order)
  return finishPicking(cast.preparer, order.id, { shortages: [] })
}

export async function released(cast: Cast, wishes: readonly Wish[], kind?: string) {
  return releaseOrder(cast.secondPharmacist, (await picked(cast, wishes, kind)).id)
}

const AMBIENT = [{ storageClass: 'ambient', sealNumber: 'S-1234' }]

export const packInput = (orderId: string, totes: readonly object[] = AMBIENT) =>
  PackDeliveryInput.parse({ orderId, totes })

export async function packed(cast: Cast, wishes: readonly Wish[], kind?: string) {
  const { id } = await released(cast, wishes, kind)
  return packDelivery(cast.preparer, packInput(id))
}

export async function dispatched(cast: Cast, wishes: readonly Wish[], kind?: string) {
  return dispatchDelivery(cast.pharmacist, (await packed(cast, wishes, kind)).id)
}

export async function delivered(cast: Cast, wishes: readonly Wish[], kind?: string) {
  return deliverDelivery(cast.courier, (await dispatched(cast, wishes, kind)).id)
}

/** What a receiver says of a delivery: all accepted but `refused` and `missing` of its first line. */
export function receipt(
  delivery: DeliveryView,
  { refused = 0, missing = 0 }: { refused?: number; missing?: number } = {},
) {
  return {
    receiverTitle: 'Cadre de santé',
    lines: delivery.lines.map((line, i) => {
      const [refusedUnits, missingUnits] = i === 0 ? [refused, missing] : [0, 0]
      const isWhole = refusedUnits + missingUnits === 0
      return {
        deliveryLineId: line.id,
        acceptedUnits: line.shippedUnits - refusedUnits - missingUnits,
        refusedUnits,
        missingUnits,
        ...(!isWhole && { reasonCode: 'damaged' }),
      }
    }),
  }
}

export const orderIdOf = (delivery: DeliveryView): OrderId => OrderId.parse(delivery.order.id)
export const deliveryIdOf = (id: string): DeliveryId => DeliveryId.parse(id)

/** A planned run of 12 March 2026 with one stop at the member; times are UTC. */
export async function givenRun(
  { world, groupingId, member }: Cast,
  { number, cutoffAt, plannedAt }: { number: string; cutoffAt: string; plannedAt: string },
): Promise<{ runId: string; stopId: string }> {
  const [runId, stopId] = [crypto.randomUUID(), crypto.randomUUID()]
  const at = (time: string): Date => new Date(`2026-03-12T${time}:00Z`)
  await world.owner.prisma.run.create({
    data: {
      id: runId,
      groupingId,
      number,
      name: 'Matin Nord',
      serviceOn: new Date('2026-03-12'),
      departsAt: at(cutoffAt),
      cutoffAt: at(cutoffAt),
      state: 'planned',
      createdAt: world.clock.now(),
      runStops: {
        create: {
          id: stopId,
          groupingId,
          establishmentId: member.establishmentId,
          deliveryPointId: member.deliveryPointId,
          position: 1,
          plannedAt: at(plannedAt),
          delivers: true,
          collectsSpecimens: false,
        },
      },
    },
  })
  return { runId, stopId }
}
