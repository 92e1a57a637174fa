import { z } from 'zod'
import type { Role } from '../kernel/roles.js'
import { type TransitionRow, transitionTable } from '../kernel/transition-table.js'

export const DELIVERY_STATES = [
  'packed',
  'dispatched',
  'delivered',
  'received',
  'closed',
  'cancelled',
] as const
export const DeliveryState = z.enum(DELIVERY_STATES)
export type DeliveryState = z.infer<typeof DeliveryState>

export const DELIVERY_ACTIONS = ['dispatch', 'deliver', 'receive', 'close', 'leave-behind'] as const
export type DeliveryAction = (typeof DELIVERY_ACTIONS)[number]

const PHARMACISTS: readonly Role[] = ['head-pharmacist', 'pharmacist']
export const PACKERS: readonly Role[] = [...PHARMACISTS, 'preparer']
const CARRIERS: readonly Role[] = ['courier', 'dispatcher']

const ROWS: readonly TransitionRow<DeliveryState, DeliveryAction>[] = [
  { action: 'dispatch', from: ['packed'], to: 'dispatched', roles: [...CARRIERS, ...PACKERS] },
  { action: 'leave-behind', from: ['packed'], to: 'cancelled', roles: [...CARRIERS, ...PACKERS] },
  { action: 'deliver', from: ['dispatched'], to: 'delivered', roles: CARRIERS },
  // The hub never signs for an establishment: what was received is the establishment's word.
  { action: 'receive', from: ['delivered'], to: 'received', roles: ['receiver'] },
  { action: 'close', from: ['received'], to: 'closed', roles: PHARMACISTS },
]

const table = transitionTable('delivery', ROWS)

/** @throws DomainError `wrong-state` naming the state, the action and what is possible */
export const nextState = table.next
export const rolesFor = table.rolesFor
