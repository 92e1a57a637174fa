import { z } from 'zod'
import type { Role } from '../kernel/roles.js'
import { PREVIOUS, type TransitionRow, transitionTable } from '../kernel/transition-table.js'

export const SHIPMENT_STATES = [
  'draft',
  'sealed',
  'in-transit',
  'delivered',
  'receiving',
  'reconciled',
  'cancelled',
  'lost',
] as const
export const ShipmentState = z.enum(SHIPMENT_STATES)
export type ShipmentState = z.infer<typeof ShipmentState>

export const SHIPMENT_ACTIONS = [
  'edit',
  'seal',
  'pick-up',
  'deliver',
  'start-receiving',
  'receive-tube',
  'reconcile',
  'cancel',
  'declare-lost',
  'find',
] as const
export type ShipmentAction = (typeof SHIPMENT_ACTIONS)[number]

const SENDERS: readonly Role[] = ['requester', 'lab-technician', 'biologist']
const CARRIERS: readonly Role[] = ['courier', 'dispatcher']
const LABORATORY: readonly Role[] = ['lab-technician', 'biologist']

const ROWS: readonly TransitionRow<ShipmentState, ShipmentAction>[] = [
  { action: 'edit', from: ['draft'], to: 'draft', roles: SENDERS },
  { action: 'seal', from: ['draft'], to: 'sealed', roles: SENDERS },
  { action: 'pick-up', from: ['sealed'], to: 'in-transit', roles: CARRIERS },
  { action: 'deliver', from: ['in-transit'], to: 'delivered', roles: CARRIERS },
  { action: 'start-receiving', from: ['delivered'], to: 'receiving', roles: LABORATORY },
  { action: 'receive-tube', from: ['receiving'], to: 'receiving', roles: LABORATORY },
  { action: 'reconcile', from: ['receiving'], to: 'reconciled', roles: LABORATORY },
  // After the first pick-up the tubes exist on the road: the shipment is received or lost, not undone.
  { action: 'cancel', from: ['draft', 'sealed'], to: 'cancelled', roles: SENDERS },
  {
    action: 'declare-lost',
    from: ['sealed', 'in-transit', 'delivered'],
    to: 'lost',
    roles: ['dispatcher', ...LABORATORY],
  },
  { action: 'find', from: ['lost'], to: PREVIOUS, roles: [...CARRIERS, ...LABORATORY] },
]

const table = transitionTable('specimen shipment', ROWS)

/**
 * The state a shipment takes; `lostFrom` is needed to find it again.
 * @throws DomainError `wrong-state` naming the state, the action and what is possible
 */
export const nextShipmentState = table.next
/** Everybody who may do this to a shipment in at least one state. */
export const rolesForShipment = table.rolesFor
/** Whether this role may do this to a shipment in this state. */
export const isShipmentActionAllowed = table.allows
/** What can be done to a shipment in this state, whoever asks. */
export const shipmentActionsFrom = table.actionsFrom
