import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../api/client.js'
import type { Place } from './place.js'
import type { Space } from './spaces.js'

/** What waits for the person where they act: read again whenever something there changes. */
export const todayQuery = (space: Pick<Space, 'place'>, place: Pick<Place, 'id'>) =>
  queryOptions({
    queryKey: ['today', place.id],
    queryFn: () =>
      read(
        api.today.$get({
          query:
            space.place === 'establishment'
              ? { establishmentId: place.id }
              : { groupingId: place.id },
        }),
      ),
    staleTime: 30_000,
  })
