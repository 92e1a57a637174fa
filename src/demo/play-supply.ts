import type { z } from 'zod'
import {
  type DeliveryView,
  dispatchDelivery,
  packDelivery,
  ReceiveDeliveryInput,
  receiveDelivery,
  settleDiscrepancy,
} from '../deliveries/index.js'
import type { CareUnitId } from '../kernel/ids.js'
import { PositiveUnits, Units } from '../kernel/units.js'
import type { OrderView } from '../orders/index.js'
import {
  allocateOrder,
  approveOrder,
  createOrder,
  finishPicking,
  getOrder,
  ListOrdersQuery,
  listOrders,
  pickForOrder,
  releaseOrder,
  startPicking,
  submitOrder,
} from '../orders/index.js'
import type { Login } from './cast.js'
import type { EstablishmentKey } from './data/alliance.js'
import type { Alliance } from './found-alliance.js'
import type { Chance } from './random.js'
import { type Dotation, type Dotations, siteOf } from './set-rules.js'
import type { SimClock } from './sim-clock.js'

export interface Stage {
  readonly alliance: Alliance
  readonly clock: SimClock
  readonly chance: Chance
}

/** Who orders and receives at each member of the pharmacy. */
export const REQUESTERS = {
  foch: 'cadre.foch',
  fleurs: 'cadre.fleurs',
  solemnes: 'ide.solemnes',
  neuilly: 'ide.neuilly',
} as const satisfies Partial<Record<EstablishmentKey, Login>>
export type PharmacyMember = keyof typeof REQUESTERS

/** A ward renews part of its allotment: created and submitted, waiting for the pharmacist. */
export async function placeOrder(
  { alliance, chance, clock }: Stage,
  member: PharmacyMember,
  dotations: Dotations,
): Promise<OrderView> {
  const site = siteOf(alliance, member)
  const careUnitId: CareUnitId = chance.pick(site.careUnitIds)
  const dotation: Dotation = dotations.get(careUnitId) ?? []
  const ctx = alliance.cast.as(REQUESTERS[member])
  const draft = await createOrder(ctx, {
    groupingId: alliance.groupings.pharmacy,
    establishmentId: site.establishmentId,
    deliveryPointId: site.deliveryPointId,
    careUnitId,
    kind: 'allotment',
    priority: chance.oneIn(12) ? 'urgent' : 'normal',
    comment: '',
    lines: chance.sample(dotation, chance.between(5, 8)).map(({ shelf, maximum }) => ({
      productId: shelf.productId,
      units: PositiveUnits.parse(Math.max(1, Math.round((maximum * chance.between(4, 10)) / 10))),
    })),
  })
  clock.advance(2)
  return submitOrder(ctx, draft.id)
}

/** The hub's morning: approval, allocation, picking by one person, release by another, totes. */
export async function prepareOrder(
  stage: Stage,
  order: OrderView,
): Promise<DeliveryView | undefined> {
  const { alliance, clock, chance } = stage
  const pharmacist = alliance.cast.as('pharmacien')
  if (order.state === 'submitted') await approve(stage, order)
  clock.advance(1)
  const allocated = await allocateOrder(pharmacist, order.id).catch(outOfStock)
  if (allocated === undefined) return undefined
  const preparer = alliance.cast.as('preparateur')
  await startPicking(preparer, order.id)
  await pickAll(stage, allocated)
  clock.advance(1)
  await finishPicking(preparer, order.id, { shortages: [] })
  const released = await releaseOrder(
    alliance.cast.as(chance.oneIn(4) ? 'gerant' : 'pharmacien'),
    order.id,
  )
  return packDelivery(preparer, { orderId: order.id, totes: totesFor(released, chance) })
}

/** Everything short: the order waits, approved, until the shelf is filled again. */
function outOfStock(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'insufficient-stock')
    return undefined
  throw error
}

async function approve({ alliance, chance }: Stage, order: OrderView): Promise<void> {
  const lines = order.lines.flatMap((line) =>
    chance.oneIn(20) && line.orderedUnits > 3
      ? [
          {
            lineId: line.id,
            approvedUnits: Units.parse(Math.ceil(line.orderedUnits / 2)),
            reasonCode: chance.oneIn(2) ? ('dose-review' as const) : ('supply-tension' as const),
          },
        ]
      : [],
  )
  await approveOrder(alliance.cast.as(chance.oneIn(3) ? 'gerant' : 'pharmacien'), order.id, {
    lines,
  })
}

async function pickAll({ alliance }: Stage, order: OrderView): Promise<void> {
  const preparer = alliance.cast.as('preparateur')
  for (const line of order.lines) {
    for (const { lotNumber, units } of line.allocations) {
      await pickForOrder(preparer, order.id, {
        lineId: line.id,
        productId: line.product.id,
        lotNumber,
        units: PositiveUnits.parse(units),
      })
    }
  }
}

function totesFor({ lines }: OrderView, chance: Chance) {
  const classes = new Set(
    lines.filter(({ pickedUnits }) => pickedUnits > 0).map(({ product }) => product.storageClass),
  )
  return [...classes].toSorted().map((storageClass) => ({
    storageClass: storageClass === 'cold' ? ('cold' as const) : ('ambient' as const),
    sealNumber: `SC${chance.between(100_000, 999_999)}`,
    ...(storageClass === 'cold' && { loggerId: `ENR-${chance.between(10, 39)}` }),
  }))
}

/** The totes leave with their numbered note. */
export const shipDelivery = ({ alliance }: Stage, delivery: DeliveryView): Promise<DeliveryView> =>
  dispatchDelivery(alliance.cast.as('preparateur'), delivery.id)

type ReceiptLine = z.input<typeof ReceiveDeliveryInput>['lines'][number]

/** The ward counts: nearly always everything; now and then something is missing or broken. */
export async function receiveAtWard(
  { alliance, chance }: Stage,
  member: PharmacyMember,
  delivery: DeliveryView,
): Promise<DeliveryView> {
  const odd = chance.oneIn(9) ? chance.between(0, delivery.lines.length - 1) : -1
  const lines = delivery.lines.map(({ id, shippedUnits }, position): ReceiptLine => {
    const base = { deliveryLineId: id, refusedUnits: 0, missingUnits: 0 }
    if (position !== odd || shippedUnits < 2) return { ...base, acceptedUnits: shippedUnits }
    return chance.oneIn(2)
      ? { ...base, acceptedUnits: shippedUnits - 1, missingUnits: 1, reasonCode: 'not-in-tote' }
      : {
          ...base,
          acceptedUnits: shippedUnits - 1,
          refusedUnits: 1,
          reasonCode: 'damaged',
          comment: 'Blister percé',
        }
  })
  const receiverTitle =
    member === 'fleurs' || member === 'foch' ? 'Cadre de santé' : 'Infirmière référente'
  return receiveDelivery(
    alliance.cast.as(REQUESTERS[member]),
    delivery.id,
    ReceiveDeliveryInput.parse({ receiverTitle, lines }),
  )
}

/** The hub settles what it can explain; some stay open for the visitor to see. */
export async function settleSome(
  { alliance, chance }: Stage,
  { discrepancies }: DeliveryView,
): Promise<void> {
  for (const { id, kind, state } of discrepancies) {
    if (state !== 'open' || chance.oneIn(3)) continue
    await settleDiscrepancy(alliance.cast.as('pharmacien'), id, {
      settlement: kind === 'missing' ? 'returned-to-stock' : 'destroyed',
      note:
        kind === 'missing'
          ? 'Retrouvé dans le bac de préparation'
          : 'Conditionnement abîmé, détruit',
    })
  }
}

/** Reliquats and orders that found an empty shelf: prepared once it was filled again. */
export async function waitingOrders({ alliance }: Stage): Promise<readonly OrderView[]> {
  const pharmacist = alliance.cast.as('pharmacien')
  const { items } = await listOrders(
    pharmacist,
    ListOrdersQuery.parse({
      groupingId: alliance.groupings.pharmacy,
      state: 'approved',
      limit: 50,
    }),
  )
  const orders: OrderView[] = []
  for (const { id } of items) orders.push(await getOrder(pharmacist, id))
  return orders
}

/** The member of the pharmacy behind an establishment. */
export function memberAt({ alliance }: Stage, establishmentId: string): PharmacyMember {
  for (const member of ['foch', 'fleurs', 'solemnes', 'neuilly'] as const) {
    if (siteOf(alliance, member).establishmentId === establishmentId) return member
  }
  throw new RangeError(`${establishmentId} is not a member of the demo pharmacy`)
}
