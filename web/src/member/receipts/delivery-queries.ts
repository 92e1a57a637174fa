import { queryOptions } from '@tanstack/react-query'
import type { DeliverySummary, DeliveryView } from '../../../../src/deliveries/schema.js'
import { api, read } from '../../api/client.js'

export type Delivery = DeliveryView
export type DeliveryRow = DeliverySummary
export type DeliveryLine = DeliveryView['lines'][number]
export type Tote = DeliveryView['totes'][number]

export const deliveryQuery = (deliveryId: string) =>
  queryOptions({
    queryKey: ['deliveries', deliveryId],
    queryFn: () => read(api.deliveries[':id'].$get({ param: { id: deliveryId } })),
  })

/** What comes, or waits to be received. */
export const incomingQuery = (
  establishmentId: string,
  groupingId: string,
  state: 'dispatched' | 'delivered',
) =>
  queryOptions({
    queryKey: ['deliveries', 'incoming', establishmentId, groupingId, state],
    queryFn: () =>
      read(api.deliveries.$get({ query: { establishmentId, groupingId, state, limit: '100' } })),
  })

export const discrepanciesQuery = (
  establishmentId: string,
  groupingId: string,
  state: 'open' | 'settled',
) =>
  queryOptions({
    queryKey: ['discrepancies', establishmentId, groupingId, state],
    queryFn: () =>
      read(api.discrepancies.$get({ query: { establishmentId, groupingId, state, limit: '100' } })),
  })
