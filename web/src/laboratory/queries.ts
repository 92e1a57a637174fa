import { queryOptions } from '@tanstack/react-query'
import type { ShipmentState } from '../../../src/specimens/transitions.js'
import { api, read } from '../api/client.js'

/** States in which a container is on its way to the bench, or on it. */
const COMING = ['sealed', 'in-transit', 'delivered', 'receiving'] as const satisfies ShipmentState[]

/** More containers than a laboratory ever awaits at once. */
const AT_ONCE = '200'
const REASONS_KEPT_MS = 3_600_000

export const arrivalsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['specimen-shipments', 'arrivals', groupingId],
    queryFn: () =>
      read(
        api['specimen-shipments'].$get({
          query: { groupingId, state: COMING.join(','), limit: AT_ONCE },
        }),
      ),
    refetchInterval: 60_000,
  })

export const shipmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['specimen-shipments', 'one', id],
    queryFn: () => read(api['specimen-shipments'][':id'].$get({ param: { id } })),
  })

/** Who held the container, when; a container that was never sealed has no timeline yet. */
export const timelineQuery = (containerCode: string) =>
  queryOptions({
    queryKey: ['custody-events', containerCode],
    queryFn: () => read(api['custody-events'].$get({ query: { containerCode } })),
  })

export const reasonsQuery = queryOptions({
  queryKey: ['reception-reasons'],
  queryFn: () => read(api['reception-reasons'].$get()),
  staleTime: REASONS_KEPT_MS,
})

export const openAlarmsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['deadline-alarms', 'open', groupingId],
    queryFn: () =>
      read(
        api['deadline-alarms'].$get({ query: { groupingId, acknowledged: 'false', limit: '200' } }),
      ),
  })
