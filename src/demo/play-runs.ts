import { uuidv7 } from 'uuidv7'
import {
  assignRun,
  completeRun,
  getRun,
  ListRunsQuery,
  listRuns,
  type RunView,
  startRun,
} from '../courier/index.js'
import { IngestEventsInput, ingestEvents } from '../custody/index.js'
import type { CalendarDate } from '../kernel/calendar.js'
import type { GroupingId, RunId } from '../kernel/ids.js'
import type { Stage } from './play-supply.js'

type NewEvent = Readonly<Record<string, unknown>> & { readonly kind: string }

/** What one round carries, by stop: totes to hand over, containers to take. */
export interface Load {
  readonly establishmentId: string
  readonly totes: readonly string[]
  readonly containers: readonly string[]
}

/** The phone numbers its events; the story of one phone spans the quarter. */
export class CourierPhone {
  readonly #deviceId: string
  #sequence = 0
  #waiting: Record<string, unknown>[] = []

  constructor(deviceId: string) {
    this.#deviceId = deviceId
  }

  note(stage: Stage, event: NewEvent): void {
    this.#waiting.push({
      ...{ eventId: uuidv7(), sequence: this.#sequence, inputMode: 'camera' },
      deviceAt: stage.clock.now().toISOString(),
      ...event,
    })
    this.#sequence += 1
  }

  /** Sends what waits, as at the end of a round without network. */
  async sync({ alliance, clock }: Stage): Promise<void> {
    const events = this.#waiting.splice(0)
    if (events.length === 0) return
    await ingestEvents(
      alliance.cast.as('coursier'),
      IngestEventsInput.parse({
        deviceId: this.#deviceId,
        sentAt: clock.now().toISOString(),
        events,
      }),
    )
  }
}

/** The planned runs of a day, in the order they leave. */
export async function runsOf(
  { alliance }: Stage,
  groupingId: GroupingId,
  day: CalendarDate,
): Promise<RunView[]> {
  const dispatcher = alliance.cast.as(dispatcherOf(alliance, groupingId))
  const { items } = await listRuns(dispatcher, ListRunsQuery.parse({ groupingId, day, limit: 20 }))
  const runs: RunView[] = []
  for (const { id } of items) runs.push(await getRun(dispatcher, id))
  return runs.toSorted((a, b) => a.departsAt.localeCompare(b.departsAt))
}

const dispatcherOf = ({ groupings }: Stage['alliance'], groupingId: GroupingId) =>
  groupingId === groupings.pharmacy ? ('preparateur' as const) : ('technicien' as const)

/** The van leaves, visits every stop, and the phone tells it when it is back on the network. */
export async function driveRun(
  stage: Stage,
  phone: CourierPhone,
  run: RunView,
  loads: readonly Load[],
): Promise<void> {
  const { alliance, clock, chance } = stage
  const courier = alliance.cast.as('coursier')
  await assignRun(alliance.cast.as(dispatcherOf(alliance, run.groupingId)), run.id, {
    courierId: courier.actor.userId,
  })
  await startRun(courier, run.id)
  for (const tote of loads.flatMap(({ totes }) => totes)) {
    phone.note(stage, { kind: 'picked-up', containerCode: tote, runId: run.id })
  }
  for (const stop of run.stops) {
    clock.advance(chance.between(9, 18))
    visit(stage, phone, {
      runId: run.id,
      stopId: stop.id,
      load: loadOf(loads, stop.establishmentId),
    })
  }
  clock.advance(chance.between(12, 20))
  for (const container of loads.flatMap(({ containers }) => containers)) {
    phone.note(stage, {
      kind: 'dropped-off',
      containerCode: container,
      runId: run.id,
      ...hubOf(stage),
    })
  }
  await phone.sync(stage)
  await completeRun(courier, run.id)
}

/** Several deliveries may go to one establishment. */
const loadOf = (loads: readonly Load[], establishmentId: string): Load => {
  const own = loads.filter((load) => load.establishmentId === establishmentId)
  return {
    establishmentId,
    totes: own.flatMap(({ totes }) => totes),
    containers: own.flatMap(({ containers }) => containers),
  }
}

const hubOf = ({ alliance }: Stage) => ({
  placeEstablishmentId: alliance.sites.get('foch')?.establishmentId,
})

interface Visit {
  readonly runId: RunId
  readonly stopId: string
  readonly load: Load
}

function visit(stage: Stage, phone: CourierPhone, { runId, stopId, load }: Visit): void {
  const at = { runId, runStopId: stopId }
  phone.note(stage, { ...at, kind: 'arrived-at-stop' })
  stage.clock.advance(2)
  for (const containerCode of load.totes) {
    phone.note(stage, {
      ...{ ...at, kind: 'dropped-off', containerCode },
      placeEstablishmentId: load.establishmentId,
    })
  }
  for (const containerCode of load.containers) {
    phone.note(stage, { ...at, kind: 'picked-up', containerCode })
  }
  stage.clock.advance(2)
  phone.note(stage, { ...at, kind: 'closed-stop' })
}
