import { queryOptions } from '@tanstack/react-query'
import type { OrderSummary, OrderView } from '../../../../src/orders/view-schema.js'
import { api, read } from '../../api/client.js'

export type Order = OrderView
export type OrderRow = OrderSummary

/** States of an order that still waits for something, from the draft to the receipt. */
export const OPEN_STATES = [
  'draft',
  'submitted',
  'approved',
  'allocated',
  'picking',
  'picked',
  'released',
  'dispatched',
  'delivered',
  'suspended',
] as const

export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', orderId],
    queryFn: () => read(api.orders[':id'].$get({ param: { id: orderId } })),
  })

/** What of an establishment's orders is not finished yet. */
export const openOrdersQuery = (establishmentId: string, groupingId: string) =>
  queryOptions({
    queryKey: ['orders', 'open', establishmentId, groupingId],
    queryFn: () =>
      read(
        api.orders.$get({
          query: { establishmentId, groupingId, state: OPEN_STATES.join(','), limit: '100' },
        }),
      ),
  })

const LOOKED_AT = 60
const NOT_A_MODEL: ReadonlySet<string> = new Set(['draft', 'cancelled', 'rejected'])

/** The last order of a care unit that was sent, of a kind one orders by hand: «comme la dernière fois». */
export const lastOrderQuery = (
  establishmentId: string,
  groupingId: string,
  careUnitId: string | undefined,
) =>
  queryOptions({
    queryKey: ['orders', 'last', establishmentId, groupingId, careUnitId ?? ''],
    queryFn: async (): Promise<Order | null> => {
      const { items } = await read(
        api.orders.$get({ query: { establishmentId, groupingId, limit: String(LOOKED_AT) } }),
      )
      const last = items.find(
        ({ state, kind, careUnit }) =>
          !NOT_A_MODEL.has(state) &&
          kind !== 'backorder' &&
          kind !== 'narcotics' &&
          (careUnit?.id ?? undefined) === careUnitId,
      )
      return last ? read(api.orders[':id'].$get({ param: { id: last.id } })) : null
    },
    staleTime: 5 * 60_000,
  })

/** Nothing of it will come. */
export const isStopped = ({ state }: Pick<Order, 'state'>): boolean =>
  state === 'rejected' || state === 'cancelled'
