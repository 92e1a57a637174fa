import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  abortRun,
  arrive,
  arriveAtStop,
  assignRun,
  close,
  closeStop,
  completeRun,
  issueRunSheet,
  nextStopFor,
  planSingleRun,
  startRun,
  takeRun,
} from '../../../src/courier/index.js'
import { calendarDate } from '../../../src/kernel/calendar.js'
import { RunId, RunStopId } from '../../../src/kernel/ids.js'
import { inTransaction } from '../../../src/platform/db/transaction.js'
import { renderPdf } from '../../../templates/registry.js'
import { RunSheet } from '../../../templates/run-sheet/data.js'
import { openWorld, type World } from '../../builders/world.js'
import {
  type Cast,
  firstOf,
  givenDelivery,
  givenOrder,
  givenRuns,
  givenShipment,
  openCast,
  type StoredRun,
  timetable,
} from './rounds.js'

let world: World
let cast: Cast
let runs: StoredRun[]
let runId: RunId
let near: RunStopId
let far: RunStopId
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  world.clock.set('2026-03-12T05:00:00Z')
  cast = await openCast(world)
  runs = (await givenRuns(cast)).runs
  const [today] = runs
  runId = RunId.parse(today?.id)
  near = RunStopId.parse(today?.runStops[0]?.id)
  far = RunStopId.parse(today?.runStops[1]?.id)
})
afterAll(() => world.close())

const courierId = () => cast.courier.actor.userId
async function started(): Promise<void> {
  await assignRun(cast.dispatcher, runId, { courierId: courierId() })
  await startRun(cast.courier, runId)
}
const finish = (stopId: RunStopId) => close(cast.courier, { runId, stopId }, { outcome: 'done' })

describe('a run', () => {
  test('is given to a courier, driven stop by stop and completed', async () => {
    expect(await assignRun(cast.dispatcher, runId, { courierId: courierId() })).toMatchObject({
      state: 'assigned',
      courierName: 'Camille Essai',
    })
    expect(await startRun(cast.courier, runId)).toMatchObject({ state: 'started' })
    world.clock.set('2026-03-12T09:52:00Z')
    await arrive(cast.courier, { runId, stopId: near }, {})
    world.clock.set('2026-03-12T09:58:00Z')
    expect(await finish(near)).toMatchObject({
      stops: [
        {
          state: 'done',
          arrivedAt: '2026-03-12T09:52:00.000Z',
          closedAt: '2026-03-12T09:58:00.000Z',
        },
        { state: 'pending' },
      ],
    })
    await expect(completeRun(cast.courier, runId)).rejects.toMatchObject({
      code: 'wrong-state',
      details: { openStops: [2] },
    })
    await close(
      cast.courier,
      { runId, stopId: far },
      { outcome: 'failed', reason: 'Portail fermé, personne ne répond' },
    )
    expect(await completeRun(cast.courier, runId)).toMatchObject({ state: 'completed' })
    const trail = await world.owner.prisma.auditEntry.findMany({
      where: { subjectId: runId, subjectType: 'run' },
      orderBy: { id: 'asc' },
    })
    expect(trail.map(({ action }) => action)).toEqual([
      'run.assigned',
      'run.started',
      'run.sheet-issued',
      'run.completed',
    ])
  })

  test('goes from one courier to another, or back, and only to a courier of that day', async () => {
    const second = await world.as({ role: 'courier', groupingId: cast.groupingId })
    await assignRun(cast.dispatcher, runId, { courierId: courierId() })
    await assignRun(cast.dispatcher, runId, { courierId: second.actor.userId })
    await expect(startRun(cast.courier, runId)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await assignRun(cast.dispatcher, runId, { courierId: null })).toMatchObject({
      state: 'planned',
      courierId: null,
    })
    const preparer = await world.as({ role: 'preparer', groupingId: cast.groupingId })
    await expect(
      assignRun(cast.dispatcher, runId, { courierId: preparer.actor.userId }),
    ).rejects.toMatchObject({ details: { errors: [{ path: 'courierId' }] } })
  })

  test('left and came back at the hours a phone without network tells later', async () => {
    await assignRun(cast.dispatcher, runId, { courierId: courierId() })
    world.clock.set('2026-03-12T12:00:00Z')
    const left = new Date('2026-03-12T09:31:00Z')
    const back = new Date('2026-03-12T11:05:00Z')
    expect(await startRun(cast.courier, runId, { at: left })).toMatchObject({
      startedAt: left.toISOString(),
    })
    await finish(near)
    await finish(far)
    expect(await completeRun(cast.courier, runId, { at: back })).toMatchObject({
      state: 'completed',
      endedAt: back.toISOString(),
    })
  })

  test('does not leave in the future', async () => {
    await assignRun(cast.dispatcher, runId, { courierId: courierId() })
    const at = new Date('2026-03-12T05:03:00Z')
    await expect(startRun(cast.courier, runId, { at })).rejects.toMatchObject({
      details: { errors: [{ path: 'at' }] },
    })
  })

  test('nobody drives yet is taken by one courier of two who ask at once', async () => {
    const second = await world.as({ role: 'courier', groupingId: cast.groupingId })
    const asked = await Promise.allSettled([takeRun(cast.courier, runId), takeRun(second, runId)])
    expect(asked.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'wrong-state' },
    })
    const run = await world.owner.prisma.run.findUniqueOrThrow({ where: { id: runId } })
    expect([courierId(), second.actor.userId]).toContain(run.courierId)
    await expect(takeRun(cast.dispatcher, runId)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('refuses what its state does not allow, and writes nothing', async () => {
    await expect(startRun(cast.dispatcher, runId)).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(completeRun(cast.dispatcher, runId)).rejects.toMatchObject({
      code: 'wrong-state',
    })
    await expect(finish(near)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      close(cast.dispatcher, { runId, stopId: near }, { outcome: 'done' }),
    ).rejects.toMatchObject({ code: 'wrong-state' })
    await started()
    await expect(assignRun(cast.dispatcher, runId, { courierId: null })).rejects.toMatchObject({
      code: 'wrong-state',
    })
    await abortRun(cast.courier, runId, { reason: 'Panne du véhicule' })
    await expect(startRun(cast.courier, runId)).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(abortRun(cast.dispatcher, runId, { reason: 'Encore' })).rejects.toMatchObject({
      code: 'wrong-state',
    })
  })

  test('given up on the road sends what is in the van and at the hub to the next run', async () => {
    const inVan = await givenDelivery(cast, cast.near, { state: 'dispatched', runStopId: near })
    const unprepared = await givenOrder(cast, cast.far, { runStopId: far })
    await started()
    world.clock.set('2026-03-12T09:45:00Z')
    await abortRun(cast.courier, runId, { reason: 'Panne du véhicule' })
    const [, tomorrow] = runs
    const { prisma } = world.owner
    expect(await prisma.delivery.findUniqueOrThrow({ where: { id: inVan } })).toMatchObject({
      state: 'dispatched',
      runStopId: tomorrow?.runStops[0]?.id,
    })
    expect(await prisma.supplyOrder.findUniqueOrThrow({ where: { id: unprepared } })).toMatchObject(
      { runStopId: tomorrow?.runStops[1]?.id },
    )
  })

  test('outside the timetable takes any hour, a courier at once and the next number', async () => {
    const stops = timetable(cast).stops.slice(0, 1)
    const input = {
      groupingId: cast.groupingId,
      name: 'Course urgente',
      departsAt: new Date('2026-03-12T22:00:00Z'),
      cutoffMinutes: 0,
      courierId: courierId(),
      stops,
    }
    expect(await planSingleRun(cast.dispatcher, input)).toMatchObject({
      number: 'T-2026-00016',
      templateId: null,
      serviceOn: '2026-03-12',
      state: 'assigned',
      stops: [{ plannedAt: '2026-03-12T22:20:00.000Z' }],
    })
    await expect(planSingleRun(cast.courier, input)).rejects.toMatchObject({ code: 'forbidden' })
    const past = { ...input, departsAt: new Date('2026-03-11T09:00:00Z') }
    await expect(planSingleRun(cast.dispatcher, past)).rejects.toMatchObject({
      details: { errors: [{ path: 'departsAt' }] },
    })
  })
})

describe('a stop', () => {
  test('closes without an arrival said, and again the same way without effect', async () => {
    await started()
    await finish(near)
    world.clock.advance({ hours: 1 })
    const again = await finish(near)
    expect(firstOf(again.stops)).toMatchObject({
      state: 'done',
      arrivedAt: '2026-03-12T05:00:00.000Z',
      closedAt: '2026-03-12T05:00:00.000Z',
    })
    await expect(
      close(cast.courier, { runId, stopId: near }, { outcome: 'skipped', reason: 'Oubli' }),
    ).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('closes late, after the run was given up, at the hour it happened and never in the future', async () => {
    await started()
    await abortRun(cast.dispatcher, runId, { reason: 'Téléphone perdu' })
    world.clock.set('2026-03-12T15:00:00Z')
    const at = new Date('2026-03-12T09:51:00Z')
    const run = await close(cast.courier, { runId, stopId: near }, { outcome: 'done', at })
    expect(firstOf(run.stops)).toMatchObject({ state: 'done', closedAt: at.toISOString() })
    const future = new Date('2026-03-12T16:00:00Z')
    await expect(
      arrive(cast.courier, { runId, stopId: far }, { at: future }),
    ).rejects.toMatchObject({ details: { errors: [{ path: 'at' }] } })
  })

  test('skipped sends its deliveries to the next run; another courier may not close it', async () => {
    const deliveryId = await givenDelivery(cast, cast.far, { state: 'dispatched', runStopId: far })
    await started()
    const other = await world.as({ role: 'courier', groupingId: cast.groupingId })
    const outcome = { outcome: 'skipped', reason: 'Plus le temps' } as const
    await expect(close(other, { runId, stopId: far }, outcome)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await close(cast.courier, { runId, stopId: far }, outcome)
    const delivery = await world.owner.prisma.delivery.findUniqueOrThrow({
      where: { id: deliveryId },
    })
    expect(delivery.runStopId).toBe(runs[1]?.runStops[1]?.id)
  })

  test('that was the last one planned keeps what the van brings back, until there is a next run', async () => {
    cast = await openCast(world)
    const { runs: once } = await givenRuns(cast, { validTo: calendarDate('2026-03-12') })
    const [run] = once
    const stopId = RunStopId.parse(run?.runStops[0]?.id)
    const id = await givenDelivery(cast, cast.near, { state: 'dispatched', runStopId: stopId })
    runId = RunId.parse(run?.id)
    await started()
    const failed = { outcome: 'failed', reason: 'Quai fermé' } as const
    await close(cast.courier, { runId, stopId }, failed)
    const delivery = () => world.owner.prisma.delivery.findUniqueOrThrow({ where: { id } })
    expect(await delivery()).toMatchObject({ runStopId: stopId })
    const { runs: later } = await givenRuns(cast, { validFrom: calendarDate('2026-03-14') })
    expect(await delivery()).toMatchObject({ runStopId: firstOf(later).runStops[0]?.id })
  })

  test('takes an arrival and a closing from elsewhere, once', async () => {
    const at = new Date('2026-03-12T09:50:00Z')
    const twice = await inTransaction(cast.dispatcher, async (tx) => [
      await arriveAtStop(tx, cast.dispatcher, { runStopId: near, at }),
      await arriveAtStop(tx, cast.dispatcher, { runStopId: near, at }),
      await closeStop(tx, cast.dispatcher, { runStopId: near, outcome: 'done', at }),
      await closeStop(tx, cast.dispatcher, { runStopId: near, outcome: 'done', at }),
      await arriveAtStop(tx, cast.dispatcher, { runStopId: near, at }),
    ])
    expect(twice).toEqual([true, false, true, false, false])
  })
})

describe('the next stop', () => {
  const wanted = (purpose: 'delivery' | 'collection', after: string) => {
    const { groupingId, near: member, dispatcher } = cast
    const { establishmentId } = member
    return inTransaction(dispatcher, async (tx) => {
      const stop = await nextStopFor(tx, {
        groupingId,
        establishmentId,
        purpose,
        after: new Date(after),
      })
      return stop?.plannedAt.toISOString()
    })
  }

  test('of a delivery keeps to the cut-off; of a collection, to the passage of the van', async () => {
    await started()
    expect(await wanted('delivery', '2026-03-12T07:00:00Z')).toBe('2026-03-13T09:50:00.000Z')
    expect(await wanted('delivery', '2026-03-13T08:00:00Z')).toBe('2026-03-13T09:50:00.000Z')
    expect(await wanted('delivery', '2026-03-13T08:00:01Z')).toBe('2026-03-14T09:50:00.000Z')
    expect(await wanted('collection', '2026-03-12T09:49:00Z')).toBe('2026-03-12T09:50:00.000Z')
    expect(await wanted('collection', '2026-03-12T09:51:00Z')).toBe('2026-03-13T09:50:00.000Z')
    expect(await wanted('delivery', '2027-01-01T00:00:00Z')).toBeUndefined()
  })
})

describe('the run sheet', () => {
  test('is issued at the start, fits what it prints, and is superseded when issued again', async () => {
    const delivery = { runStopId: near, code: 'BAC-0471', kind: 'narcotics' }
    await givenDelivery(cast, cast.near, { state: 'packed', ...delivery })
    await givenShipment(cast, cast.far, { groupingId: cast.groupingId, runStopId: far })
    await started()
    const again = await issueRunSheet(cast.courier, runId, { reason: 'Bac ajouté au départ' })
    const [first, second] = await world.owner.prisma.document.findMany({
      where: { subjectId: runId },
      orderBy: { id: 'asc' },
    })
    expect(second).toMatchObject({ id: again.documentId, supersedesId: first?.id })
    expect(first).toMatchObject({ kind: 'run-sheet', number: 'FR-2026-00001' })
    const sheet = RunSheet.parse(second?.data)
    expect(sheet).toMatchObject({
      number: 'FR-2026-00002',
      courier: 'Camille Essai',
      returnsAt: new Date('2026-03-12T10:35:00Z'),
      supersedes: { number: 'FR-2026-00001', reason: 'Bac ajouté au départ' },
      stops: [
        { deliver: [{ code: 'BAC-0471', storageClass: 'cold', narcotics: true }], collect: [] },
        { deliver: [], collect: [{ storageClass: 'ambient' }] },
      ],
    })
    const pdf = await renderPdf('run-sheet', second?.data)
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  })
})
