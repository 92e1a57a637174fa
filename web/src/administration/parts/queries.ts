import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'
import { allPages } from './all-pages.js'

const LIMIT = '200'
const after = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor })

export const groupingQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['groupings', groupingId],
    queryFn: () => read(api.groupings[':groupingId'].$get({ param: { groupingId } })),
  })

export const establishmentsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['establishments', 'of', groupingId],
    queryFn: () =>
      allPages((cursor) =>
        read(api.establishments.$get({ query: { groupingId, limit: LIMIT, ...after(cursor) } })),
      ),
  })

export const establishmentQuery = (establishmentId: string) =>
  queryOptions({
    queryKey: ['establishments', establishmentId],
    queryFn: () =>
      read(api.establishments[':establishmentId'].$get({ param: { establishmentId } })),
  })

export const careUnitsQuery = (establishmentId: string) =>
  queryOptions({
    queryKey: ['establishments', establishmentId, 'care-units'],
    queryFn: () =>
      read(
        api.establishments[':establishmentId']['care-units'].$get({ param: { establishmentId } }),
      ),
    select: ({ items }) => items,
  })

export const deliveryPointsQuery = (establishmentId: string) =>
  queryOptions({
    queryKey: ['establishments', establishmentId, 'delivery-points'],
    queryFn: () =>
      read(
        api.establishments[':establishmentId']['delivery-points'].$get({
          param: { establishmentId },
        }),
      ),
    select: ({ items }) => items,
  })

export const usersQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['users', groupingId],
    queryFn: () =>
      allPages((cursor) =>
        read(api.users.$get({ query: { groupingId, limit: LIMIT, ...after(cursor) } })),
      ),
  })
