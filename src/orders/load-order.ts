import { notFound } from '../kernel/errors.js'
import {
  DeliveryPointId,
  EstablishmentId,
  GroupingId,
  type OrderId,
  OrderLineId,
  ProductId,
} from '../kernel/ids.js'
import type { Prisma, Product } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import type { UnmetUnits } from '../stock/index.js'
import type { LineUnits } from './quantities.js'
import { OrderState } from './transitions.js'

export interface OrderLine extends LineUnits {
  readonly id: OrderLineId
  readonly lineNo: number
  readonly requestedProductId: ProductId
  readonly productId: ProductId
  readonly reasonCode: string | null
  readonly comment: string
  readonly explanation: Prisma.JsonValue | readonly UnmetUnits[]
  readonly product: Product
}

/** An order as a verb holds it: locked until the transaction ends. */
export interface LockedOrder {
  readonly id: OrderId
  readonly groupingId: GroupingId
  readonly establishmentId: EstablishmentId
  readonly careUnitId: string | null
  readonly deliveryPointId: DeliveryPointId
  readonly number: string
  readonly kind: string
  readonly priority: string
  readonly state: OrderState
  readonly stateBeforeSuspension: OrderState | null
  readonly version: number
  readonly updatedAt: Date
  readonly requestedById: string
  readonly approvedById: string | null
  readonly runStopId: string | null
  readonly expectedAt: Date | null
  readonly lines: readonly OrderLine[]
}

const WITH_LINES = {
  supplyOrderLines: { orderBy: { lineNo: 'asc' }, include: { product: true } },
} as const

/**
 * Locks an order, then reads it with its lines.
 * @throws DomainError `not-found` when it does not exist for this caller
 */
export async function lockOrder(tx: Tx, orderId: OrderId): Promise<LockedOrder> {
  await tx.$queryRaw`select id from supply_order where id = ${orderId}::uuid for update`
  const row = await tx.supplyOrder.findUnique({ where: { id: orderId }, include: WITH_LINES })
  if (row === null) throw notFound('Order', orderId)
  const { supplyOrderLines, stateBeforeSuspension, ...order } = row
  return {
    ...order,
    id: orderId,
    groupingId: GroupingId.parse(order.groupingId),
    establishmentId: EstablishmentId.parse(order.establishmentId),
    deliveryPointId: DeliveryPointId.parse(order.deliveryPointId),
    state: OrderState.parse(order.state),
    stateBeforeSuspension: OrderState.nullable().parse(stateBeforeSuspension),
    lines: supplyOrderLines.map((line) => ({
      ...line,
      id: OrderLineId.parse(line.id),
      requestedProductId: ProductId.parse(line.requestedProductId),
      productId: ProductId.parse(line.productId),
    })),
  }
}
