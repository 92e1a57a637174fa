import type { RunSummary } from '../../../../src/courier/run-schema.js'
import type { TemperatureClass } from '../../../../src/kernel/storage-class.js'
import { api, read } from '../../api/client.js'
import { database } from './database.js'
import type { Hub, KnownRun } from './model.js'

const LIST_MAX = '100'

/** Reads the runs around today and keeps the list for when there is no network. */
export async function fetchRuns(userId: string): Promise<void> {
  const { items } = await read(api.runs.$get({ query: { limit: LIST_MAX } }))
  await database.lists.put({ userId, runs: items, readAt: new Date().toISOString() })
  const mine = items.filter((run) => run.courierId === userId && isDriven(run))
  for (const { id } of mine) await fetchRun(userId, id)
}

const isDriven = ({ state }: RunSummary): boolean => state === 'assigned' || state === 'started'

/** Reads one run with everything its stops need, and keeps it: from here on it can be driven offline. */
export async function fetchRun(userId: string, id: string): Promise<void> {
  const readAt = new Date().toISOString()
  const run = await read(api.runs[':id'].$get({ param: { id } }))
  const hubs = await fetchHubs()
  await database.transaction('rw', database.runs, async () => {
    const before = await database.runs.get(id)
    const known: KnownRun = {
      id,
      userId,
      run,
      hubs,
      readAt,
      ...(before?.equipment !== undefined && { equipment: before.equipment }),
    }
    await database.runs.put(known)
  })
}

async function fetchHubs(): Promise<Record<string, Hub>> {
  const { items } = await read(api.groupings.$get())
  return Object.fromEntries(
    items.flatMap(({ id, kind, hubEstablishmentId, hubEstablishmentName }) =>
      hubEstablishmentId === undefined || hubEstablishmentId === null
        ? []
        : [[id, { kind, establishmentId: hubEstablishmentId, name: hubEstablishmentName ?? '' }]],
    ),
  )
}

/** What the van is fitted for, kept with the run on this telephone. */
export const fitVan = (runId: string, equipment: readonly TemperatureClass[]): Promise<number> =>
  database.runs.update(runId, { equipment: [...equipment] })
