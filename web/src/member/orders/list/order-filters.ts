import { type FiltersOf, flag, oneOf } from '../../../ui/filters.js'
import { OPEN_STATES } from '../order-queries.js'

/** The states of an order, as a person of the establishment tells them apart. */
export const GROUPS = {
  open: OPEN_STATES.join(','),
  draft: 'draft',
  hub: 'submitted,approved,allocated,picking,picked,released,suspended',
  coming: 'dispatched,delivered',
  done: 'received,closed,rejected,cancelled',
} as const
export const GROUP_NAMES = ['open', 'draft', 'hub', 'coming', 'done'] as const

export const OrderFilters = {
  etat: oneOf(GROUP_NAMES),
  retard: flag,
  urgent: flag,
}
export type OrderFilters = FiltersOf<typeof OrderFilters>
