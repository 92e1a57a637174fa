import { recordAudit } from '../audit/index.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { JsonSafe } from '../platform/db/idempotency.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import type { LockedShipment } from './load-shipment.js'
import {
  nextShipmentState,
  rolesForShipment,
  type ShipmentAction,
  type ShipmentState,
} from './transitions.js'

const PAST: Readonly<Record<ShipmentAction, string>> = {
  edit: 'specimen-shipment.edited',
  seal: 'specimen-shipment.sealed',
  'pick-up': 'specimen-shipment.picked-up',
  deliver: 'specimen-shipment.delivered',
  'start-receiving': 'specimen-shipment.receiving-started',
  'receive-tube': 'specimen-shipment.tube-received',
  reconcile: 'specimen-shipment.reconciled',
  cancel: 'specimen-shipment.cancelled',
  'declare-lost': 'specimen-shipment.lost',
  find: 'specimen-shipment.found',
}

/**
 * Refuses unless the caller may do this to this shipment now. The bench belongs to the hub: its acts need
 * a role in the whole grouping, the others a role over the sender.
 * @throws DomainError `not-found` · `forbidden` · `wrong-state`
 */
export function authoriseStep(
  ctx: Context,
  shipment: LockedShipment,
  action: ShipmentAction,
): void {
  const { groupingId, establishmentId } = shipment
  const reach = AT_THE_HUB.has(action) ? { groupingId } : { groupingId, establishmentId }
  requireRole(ctx, reach, rolesForShipment(action))
  nextShipmentState(shipment.state, action, stateByCustody(shipment))
}

const AT_THE_HUB: ReadonlySet<ShipmentAction> = new Set([
  'start-receiving',
  'receive-tube',
  'reconcile',
  'declare-lost',
  'find',
])

/** Where a lost shipment was: it follows from the custody events, which stay while it is lost. */
export function stateByCustody(shipment: {
  readonly pickedUpAt: Date | null
  readonly deliveredAt: Date | null
}): ShipmentState {
  if (shipment.deliveredAt !== null) return 'delivered'
  return shipment.pickedUpAt === null ? 'sealed' : 'in-transit'
}

export interface ShipmentStep {
  readonly action: ShipmentAction
  readonly changes?: Prisma.SpecimenShipmentUncheckedUpdateInput
  readonly details?: { readonly [key: string]: JsonSafe }
}

/**
 * Moves a shipment along its life cycle: state, audit and announcement together.
 * @throws DomainError `wrong-state`
 */
export async function advanceShipment(
  tx: Tx,
  ctx: Context,
  shipment: LockedShipment,
  { action, changes = {}, details = {} }: ShipmentStep,
): Promise<void> {
  const { id, groupingId, establishmentId } = shipment
  const state = nextShipmentState(shipment.state, action, stateByCustody(shipment))
  await tx.specimenShipment.update({
    where: { id },
    data: { ...changes, state, version: { increment: 1 } },
  })
  await recordAudit(tx, ctx, {
    groupingId,
    establishmentId,
    action: PAST[action],
    subjectType: 'specimen-shipment',
    subjectId: id,
    details: { from: shipment.state, to: state, ...details },
  })
  await announce(tx, { topic: 'specimen-shipments', groupingId, establishmentId, subjectId: id })
}
