import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'

/** One coming stop of a round at the establishment. */
export interface Passage {
  readonly runId: string
  readonly runName: string
  readonly departsAt: string
  readonly cutoffAt: string
  readonly plannedAt: string
  readonly point: string
  readonly state: string
}

type Purpose = 'delivers' | 'collectsSpecimens'

/** Runs read ahead to find the next passages: two rounds a day, three days of closing. */
const RUNS_READ = 12
const PASSAGES = 2

/** The next passages of a grouping's rounds at an establishment; a delivery keeps to the cut-off. */
export const passagesQuery = (groupingId: string, establishmentId: string, purpose: Purpose) =>
  queryOptions({
    queryKey: ['runs', 'passages', groupingId, establishmentId, purpose],
    queryFn: async (): Promise<Passage[]> => {
      const { items } = await read(
        api.runs.$get({ query: { groupingId, limit: String(RUNS_READ) } }),
      )
      const now = Date.now()
      const coming = items.filter(({ state, cutoffAt }) =>
        state === 'planned' ||
        state === 'assigned' ||
        (state === 'started' && purpose === 'collectsSpecimens')
          ? purpose === 'collectsSpecimens' || Date.parse(cutoffAt) > now
          : false,
      )
      const found: Passage[] = []
      for (const { id } of coming) {
        if (found.length === PASSAGES) break
        const run = await read(api.runs[':id'].$get({ param: { id } }))
        const stop = run.stops.find(
          (each) =>
            each.establishmentId === establishmentId &&
            each[purpose] &&
            each.state === 'pending' &&
            Date.parse(each.plannedAt) >= now,
        )
        if (stop === undefined) continue
        found.push({
          runId: run.id,
          runName: run.name,
          departsAt: run.departsAt,
          cutoffAt: run.cutoffAt,
          plannedAt: stop.plannedAt,
          point: stop.deliveryPointName,
          state: run.state,
        })
      }
      return found
    },
    staleTime: 60_000,
    refetchInterval: 5 * 60_000,
  })
