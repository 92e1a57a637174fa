import type { RunSummary } from '../../../../src/courier/run-schema.js'
import type { TemperatureClass } from '../../../../src/kernel/storage-class.js'
import { read } from '../../api/client.js'
import { answersInTurn } from './answers-in-turn.js'
import { database } from './database.js'
import { guessClock } from './device.js'
import type { Hub, KnownRun } from './model.js'
import { quietApi as api } from './quiet-api.js'

const LIST_MAX = '100'
const CLOCK_GRAIN_MS = 1_500

/** Reads the runs around today and keeps the list for when there is no network. */
export async function fetchRuns(userId: string): Promise<void> {
  const asked = Date.now()
  const response = await api.runs.$get({ query: { limit: LIST_MAX } })
  await guessByDate(response.headers.get('date'), asked)
  const { items } = await read(Promise.resolve(response))
  await database.lists.put({ userId, runs: items, readAt: new Date().toISOString() })
  const mine = items.filter((run) => run.courierId === userId && isDriven(run))
  for (const { id } of mine) await fetchRun(userId, id)
}

/** A second's accuracy is enough here: sending events measures the clock exactly. */
async function guessByDate(date: string | null, asked: number): Promise<void> {
  const server = Date.parse(date ?? '')
  if (Number.isNaN(server)) return
  const offset = server - (asked + Date.now()) / 2
  if (Math.abs(offset) > CLOCK_GRAIN_MS) await guessClock(Math.round(offset))
}

const isDriven = ({ state }: RunSummary): boolean => state === 'assigned' || state === 'started'

const turns = answersInTurn()

/** Reads one run with everything its stops need, and keeps it: from here on it can be driven offline. */
export async function fetchRun(userId: string, id: string): Promise<void> {
  const turn = turns.ask()
  const readAt = new Date().toISOString()
  const run = await read(api.runs[':id'].$get({ param: { id } }))
  const hubs = await fetchHubs()
  if (!turns.mayKeep(id, turn)) return
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

/** The courier stands there with a tote in the hand: after this the answer may still come, but is not waited for. */
const PATIENCE_MS = 2_500

/** Reads a run again if that is quickly done; without network nothing changes. */
export async function readAgainSoon(userId: string, id: string): Promise<void> {
  if (!navigator.onLine) return
  const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS))
  await Promise.race([fetchRun(userId, id).catch(() => undefined), late])
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
