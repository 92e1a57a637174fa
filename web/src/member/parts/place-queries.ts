import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'

const LONG_MS = 10 * 60_000

export const careUnitsQuery = (establishmentId: string) =>
  queryOptions({
    queryKey: ['establishments', establishmentId, 'care-units'],
    queryFn: () =>
      read(
        api.establishments[':establishmentId']['care-units'].$get({ param: { establishmentId } }),
      ),
    staleTime: LONG_MS,
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
    staleTime: LONG_MS,
  })
