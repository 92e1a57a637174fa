import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'
import { allPages } from '../parts/all-pages.js'

export const templatesQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['run-templates', 'of', groupingId],
    queryFn: () => read(api['run-templates'].$get({ query: { groupingId } })),
    select: ({ items }) => items,
  })

export const templateQuery = (id: string) =>
  queryOptions({
    queryKey: ['run-templates', id],
    queryFn: () => read(api['run-templates'][':id'].$get({ param: { id } })),
  })

/** From yesterday on: planned, and those that follow no timetable. */
export const comingRunsQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['runs', 'coming', groupingId],
    queryFn: () =>
      allPages((cursor) =>
        read(
          api.runs.$get({
            query: { groupingId, limit: '200', ...(cursor !== undefined && { cursor }) },
          }),
        ),
      ),
  })
