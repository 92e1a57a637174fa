import * as z from 'zod/mini'
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

export const OrderFilters = z.object({
  etat: z.optional(z.enum(GROUP_NAMES)),
  retard: z.optional(z.boolean()),
  urgent: z.optional(z.boolean()),
})
export type OrderFilters = z.infer<typeof OrderFilters>
export const NO_FILTER: OrderFilters = {}
