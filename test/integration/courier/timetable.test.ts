import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { editTemplate } from '../../../src/courier/edit-template.js'
import { exceptDay, restoreDay } from '../../../src/courier/except-day.js'
import { holdTemplate, resumeTemplate } from '../../../src/courier/hold-template.js'
import { planRuns } from '../../../src/courier/index.js'
import { calendarDate, fromDateColumn, localTime } from '../../../src/kernel/calendar.js'
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
  storedRuns,
  timetable,
} from './rounds.js'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  world.clock.set('2026-03-12T05:00:00Z')
  cast = await openCast(world)
})
afterAll(() => world.close())

const day = calendarDate
const reason = 'Route barrée'
const nearStop = (run: StoredRun | undefined) => run?.runStops[0]?.id ?? ''
const reload = (id: string) => world.owner.prisma.run.findUniqueOrThrow({ where: { id } })
const daysOf = (runs: readonly StoredRun[]) => runs.map((run) => fromDateColumn(run.serviceOn))

describe('one day', () => {
  test('cancelled gives its run up with the reason, and what it carried goes to the next run', async () => {
    const { template, runs } = await givenRuns(cast)
    const [today, tomorrow, after] = runs
    const runStopId = nearStop(tomorrow)
    const orderId = await givenOrder(cast, cast.near, { runStopId })
    const deliveryId = await givenDelivery(cast, cast.near, { state: 'packed', runStopId })
    const wish = { groupingId: cast.groupingId, runStopId }
    const shipmentId = await givenShipment(cast, cast.near, wish)
    world.clock.set('2026-03-12T20:00:00Z')
    await exceptDay(cast.dispatcher, template.id, {
      kind: 'cancelled',
      onDay: day('2026-03-13'),
      reason,
    })

    expect(await reload(tomorrow?.id ?? '')).toMatchObject({ state: 'aborted', reason })
    expect(await reload(today?.id ?? '')).toMatchObject({ state: 'planned' })
    const { prisma } = world.owner
    const where = { id: orderId }
    expect(await prisma.supplyOrder.findUniqueOrThrow({ where })).toMatchObject({
      runStopId: nearStop(after),
      expectedAt: after?.runStops[0]?.plannedAt,
    })
    expect(await prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } })).toMatchObject({
      runStopId: nearStop(after),
    })
    expect(
      await prisma.specimenShipment.findUniqueOrThrow({ where: { id: shipmentId } }),
    ).toMatchObject({ runStopId: nearStop(after) })
    const trail = await prisma.auditEntry.findMany({ where: { subjectId: orderId } })
    expect(trail.map(({ action }) => action)).toEqual(['order.replanned'])
  })

  test('moved changes the hours of its run and what establishments expect', async () => {
    const { template, runs } = await givenRuns(cast)
    const [, tomorrow] = runs
    const orderId = await givenOrder(cast, cast.near, { runStopId: nearStop(tomorrow) })
    const onDay = day('2026-03-13')
    const departsAt = localTime('14:00')
    await exceptDay(cast.dispatcher, template.id, { kind: 'moved', onDay, departsAt, reason })
    const [, moved] = await storedRuns(cast, template.id)
    expect(moved).toMatchObject({
      id: tomorrow?.id,
      departsAt: new Date('2026-03-13T13:00:00Z'),
      cutoffAt: new Date('2026-03-13T11:30:00Z'),
      runStops: [
        { id: nearStop(tomorrow), plannedAt: new Date('2026-03-13T13:20:00Z') },
        { plannedAt: new Date('2026-03-13T13:45:00Z') },
      ],
    })
    const order = await world.owner.prisma.supplyOrder.findUniqueOrThrow({ where: { id: orderId } })
    expect(order.expectedAt).toEqual(new Date('2026-03-13T13:20:00Z'))
    const night = { kind: 'moved', onDay, departsAt: localTime('21:00'), reason } as const
    await expect(exceptDay(cast.dispatcher, template.id, night)).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  test('cancelled by mistake comes back, with a new run', async () => {
    const { template } = await givenRuns(cast)
    const onDay = day('2026-03-13')
    await exceptDay(cast.dispatcher, template.id, { kind: 'cancelled', onDay, reason })
    await planRuns(cast.dispatcher, cast.groupingId)
    expect(daysOf(await storedRuns(cast, template.id))).not.toContain('2026-03-13')
    await restoreDay(cast.dispatcher, template.id, onDay)
    expect(await planRuns(cast.dispatcher, cast.groupingId)).toMatchObject({ planned: 1 })
    await expect(restoreDay(cast.dispatcher, template.id, onDay)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('is refused when the run does not leave then, is over, or has started', async () => {
    const { template, runs } = await givenRuns(cast, { weekdays: [4, 5] })
    const cancel = (text: string) =>
      exceptDay(cast.dispatcher, template.id, { kind: 'cancelled', onDay: day(text), reason })
    await expect(cancel('2026-03-14')).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(cancel('2026-03-06')).rejects.toMatchObject({ message: 'This day is over' })
    const [today] = runs
    await world.owner.prisma.run.update({
      where: { id: today?.id ?? '' },
      data: { state: 'started' },
    })
    await expect(cancel('2026-03-12')).rejects.toMatchObject({ code: 'wrong-state' })
  })
})

describe('a timetable', () => {
  test('on hold leaves out its days, and resumed they are planned again', async () => {
    const { template } = await givenRuns(cast)
    const hold = { from: day('2026-03-14'), to: day('2026-03-16'), reason }
    expect(await holdTemplate(cast.dispatcher, template.id, hold)).toMatchObject({
      heldFrom: '2026-03-14',
      heldTo: '2026-03-16',
    })
    expect(await planRuns(cast.dispatcher, cast.groupingId)).toMatchObject({ planned: 0 })
    expect(daysOf(await storedRuns(cast, template.id)).slice(0, 4)).toEqual([
      '2026-03-12',
      '2026-03-13',
      '2026-03-17',
      '2026-03-18',
    ])
    await resumeTemplate(cast.dispatcher, template.id)
    expect(await planRuns(cast.dispatcher, cast.groupingId)).toMatchObject({ planned: 3 })
    await expect(resumeTemplate(cast.dispatcher, template.id)).rejects.toMatchObject({
      code: 'wrong-state',
    })
  })

  test('a run given up by hand stays given up', async () => {
    const { template, runs } = await givenRuns(cast)
    await world.owner.prisma.run.update({
      where: { id: firstOf(runs).id },
      data: { state: 'aborted' },
    })
    expect(await planRuns(cast.dispatcher, cast.groupingId)).toMatchObject({ planned: 0 })
    expect(await storedRuns(cast, template.id)).toHaveLength(15)
  })

  test('changed takes its planned runs along; orders keep the stop of their establishment', async () => {
    const { template, runs } = await givenRuns(cast)
    const [near, far] = timetable(cast).stops
    if (near === undefined || far === undefined) throw new Error('two stops')
    const stops = [
      { ...far, offsetMinutes: 15 },
      { ...near, offsetMinutes: 50 },
    ]
    await editTemplate(cast.dispatcher, template.id, { departsAt: localTime('11:00'), stops })
    const [today] = await storedRuns(cast, template.id)
    const [nearBefore, farBefore] = firstOf(runs).runStops
    expect(today).toMatchObject({
      departsAt: new Date('2026-03-12T10:00:00Z'),
      runStops: [
        { id: farBefore?.id, position: 1, plannedAt: new Date('2026-03-12T10:15:00Z') },
        { id: nearBefore?.id, position: 2, plannedAt: new Date('2026-03-12T10:50:00Z') },
      ],
    })
  })

  test('that loses a stop sends its orders elsewhere, and takes it back as it was', async () => {
    const { template, runs } = await givenRuns(cast)
    const orderId = await givenOrder(cast, cast.near, { runStopId: nearStop(runs[0]) })
    const [near, far] = timetable(cast).stops
    if (near === undefined || far === undefined) throw new Error('two stops')
    await editTemplate(cast.dispatcher, template.id, { stops: [far] })
    const [today] = await storedRuns(cast, template.id)
    expect(today?.runStops).toMatchObject([
      { establishmentId: cast.far.establishmentId, position: 1, state: 'pending' },
      { id: nearStop(runs[0]), position: 2, state: 'skipped' },
    ])
    const order = () => world.owner.prisma.supplyOrder.findUniqueOrThrow({ where: { id: orderId } })
    expect(await order()).toMatchObject({ runStopId: null, expectedAt: null })
    await editTemplate(cast.dispatcher, template.id, { stops: [near, far] })
    expect(await order()).toMatchObject({ runStopId: nearStop(runs[0]) })
  })

  test('is changed by planners of its grouping only', async () => {
    const { template } = await givenRuns(cast)
    await expect(
      editTemplate(cast.courier, template.id, { cutoffMinutes: 30 }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    const elsewhere = await openCast(world)
    await expect(
      editTemplate(elsewhere.dispatcher, template.id, { cutoffMinutes: 30 }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
