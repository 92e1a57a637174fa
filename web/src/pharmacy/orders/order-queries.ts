import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'

export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'one', orderId],
    queryFn: () => read(api.orders[':id'].$get({ param: { id: orderId } })),
  })

/** What the hub could give now: it moves with the stock, so it is read again with it. */
export const supplyQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['stock', 'supply', orderId],
    queryFn: () => read(api.orders[':id'].supply.$get({ param: { id: orderId } })),
  })

export const documentsOfQuery = (subjectType: string, subjectId: string) =>
  queryOptions({
    queryKey: ['documents', 'of', subjectType, subjectId],
    queryFn: () => read(api.documents.$get({ query: { subjectType, subjectId } })),
  })

export const establishmentsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['establishments', groupingId],
    queryFn: () => read(api.establishments.$get({ query: { groupingId, limit: '200' } })),
    staleTime: 300_000,
  })
