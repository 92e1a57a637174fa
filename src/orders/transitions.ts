import { z } from 'zod'
import type { Role } from '../kernel/roles.js'
import { PREVIOUS, type TransitionRow, transitionTable } from '../kernel/transition-table.js'

export const ORDER_STATES = [
  'draft',
  'submitted',
  'approved',
  'allocated',
  'picking',
  'picked',
  'released',
  'dispatched',
  'delivered',
  'received',
  'closed',
  'rejected',
  'cancelled',
  'suspended',
] as const
export const OrderState = z.enum(ORDER_STATES)
export type OrderState = z.infer<typeof OrderState>

export const ORDER_ACTIONS = [
  'edit',
  'submit',
  'approve',
  'reject',
  'allocate',
  'start-picking',
  'pick',
  'finish-picking',
  'release',
  'dispatch',
  'deliver',
  'receive',
  'close',
  'cancel',
  'suspend',
  'resume',
] as const
export type OrderAction = (typeof ORDER_ACTIONS)[number]

const PHARMACISTS: readonly Role[] = ['head-pharmacist', 'pharmacist']
const PHARMACY: readonly Role[] = [...PHARMACISTS, 'preparer']
// The hub also keys in an order received by telephone.
const ORDERERS: readonly Role[] = ['requester', ...PHARMACISTS]
const CARRIERS: readonly Role[] = ['courier', 'dispatcher']

const ROWS: readonly TransitionRow<OrderState, OrderAction>[] = [
  { action: 'edit', from: ['draft'], to: 'draft', roles: ORDERERS },
  { action: 'submit', from: ['draft'], to: 'submitted', roles: ORDERERS },
  { action: 'approve', from: ['submitted'], to: 'approved', roles: PHARMACISTS },
  { action: 'reject', from: ['submitted'], to: 'rejected', roles: PHARMACISTS },
  { action: 'allocate', from: ['approved'], to: 'allocated', roles: PHARMACY },
  { action: 'start-picking', from: ['allocated'], to: 'picking', roles: PHARMACY },
  { action: 'pick', from: ['picking'], to: 'picking', roles: PHARMACY },
  { action: 'finish-picking', from: ['picking'], to: 'picked', roles: PHARMACY },
  { action: 'release', from: ['picked'], to: 'released', roles: PHARMACISTS },
  { action: 'dispatch', from: ['released'], to: 'dispatched', roles: [...CARRIERS, ...PHARMACY] },
  { action: 'deliver', from: ['dispatched'], to: 'delivered', roles: CARRIERS },
  // The hub never signs for an establishment: what was received is the establishment's word.
  { action: 'receive', from: ['delivered'], to: 'received', roles: ['receiver'] },
  { action: 'close', from: ['received'], to: 'closed', roles: PHARMACISTS },
  { action: 'cancel', from: ['draft', 'submitted'], to: 'cancelled', roles: ORDERERS },
  // Once approved the pharmacy has engaged stock and work: only the pharmacy calls it off.
  {
    action: 'cancel',
    from: ['approved', 'allocated', 'picking', 'picked', 'released'],
    to: 'cancelled',
    roles: PHARMACISTS,
  },
  // A recall stops what is still at the hub; goods on the road are stopped by the blocked lot itself.
  {
    action: 'suspend',
    from: ['submitted', 'approved', 'allocated', 'picking', 'picked', 'released'],
    to: 'suspended',
    roles: PHARMACISTS,
  },
  { action: 'resume', from: ['suspended'], to: PREVIOUS, roles: PHARMACISTS },
]

const table = transitionTable('order', ROWS)

/**
 * The state an order takes; `suspendedFrom` is needed to resume.
 * @throws DomainError `wrong-state` naming the state, the action and what is possible
 */
export const nextState = table.next
/** Everybody who may do this to an order in at least one state. */
export const rolesFor = table.rolesFor
/** Whether this role may do this to an order in this state. */
export const isAllowed = table.allows
/** What can be done to an order in this state, whoever asks. */
export const actionsFrom = table.actionsFrom
