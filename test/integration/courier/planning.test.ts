import { tmpdir } from 'node:os'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { planRuns as planRunsJob } from '../../../jobs/declarations/runs.js'
import { planRuns as handler } from '../../../jobs/handlers/runs.js'
import { planRuns } from '../../../src/courier/index.js'
import { calendarDate, fromDateColumn, localTime } from '../../../src/kernel/calendar.js'
import { openBlobs } from '../../../src/platform/blobs/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { type Cast, givenOrder, givenTemplate, openCast, storedRuns, timetable } from './rounds.js'

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

const plan = () => planRuns(cast.dispatcher, cast.groupingId)

describe('planning', () => {
  test('covers today and the fourteen days after it, numbered in the order they leave', async () => {
    const { id } = await givenTemplate(cast)
    expect(await plan()).toMatchObject({ planned: 15, throughDay: '2026-03-26' })
    const runs = await storedRuns(cast, id)
    expect(runs.map(({ number }) => number)).toEqual(
      runs.map((_, i) => `T-2026-${String(i + 1).padStart(5, '0')}`),
    )
    expect(runs.map(({ serviceOn }) => fromDateColumn(serviceOn)).at(-1)).toBe('2026-03-26')
  })

  test('keeps the hour of the clock through the spring night, and the minutes of the road', async () => {
    world.clock.set('2026-03-27T05:00:00Z')
    const { id } = await givenTemplate(cast)
    await plan()
    const runs = await storedRuns(cast, id)
    const of = (day: string) => runs.find(({ serviceOn }) => fromDateColumn(serviceOn) === day)
    expect(of('2026-03-28')?.departsAt).toEqual(new Date('2026-03-28T09:30:00Z'))
    expect(of('2026-03-29')).toMatchObject({
      departsAt: new Date('2026-03-29T08:30:00Z'),
      cutoffAt: new Date('2026-03-29T07:00:00Z'),
      runStops: [
        { position: 1, plannedAt: new Date('2026-03-29T08:50:00Z'), state: 'pending' },
        { position: 2, plannedAt: new Date('2026-03-29T09:15:00Z'), state: 'pending' },
      ],
    })
  })

  test('keeps the hour of the clock through the autumn night', async () => {
    world.clock.set('2026-10-24T05:00:00Z')
    const { id } = await givenTemplate(cast)
    await plan()
    const [saturday, sunday] = await storedRuns(cast, id)
    expect(saturday?.departsAt).toEqual(new Date('2026-10-24T08:30:00Z'))
    expect(sunday?.departsAt).toEqual(new Date('2026-10-25T09:30:00Z'))
  })

  test('plans nothing on the first of May unless the run also drives on public holidays', async () => {
    world.clock.set('2026-04-29T05:00:00Z')
    const usual = await givenTemplate(cast)
    const always = await givenTemplate(cast, { skipsPublicHolidays: false })
    await plan()
    const days = async (id: typeof usual.id) =>
      (await storedRuns(cast, id)).map(({ serviceOn }) => fromDateColumn(serviceOn)).slice(0, 3)
    expect(await days(usual.id)).toEqual(['2026-04-29', '2026-04-30', '2026-05-02'])
    expect(await days(always.id)).toEqual(['2026-04-29', '2026-04-30', '2026-05-01'])
  })

  test('twice in a row plans once, and the next day adds one', async () => {
    await givenTemplate(cast)
    await plan()
    expect(await plan()).toMatchObject({ planned: 0 })
    world.clock.advance({ days: 1 })
    expect(await plan()).toMatchObject({ planned: 1 })
  })

  test('by several workers at once plans each run once, without a gap in the numbers', async () => {
    const { id } = await givenTemplate(cast)
    const results = await Promise.all([plan(), plan(), plan(), plan()])
    expect(results.map(({ planned }) => planned).toSorted((a, b) => a - b)).toEqual([0, 0, 0, 15])
    const numbers = (await storedRuns(cast, id)).map(({ number }) => number)
    expect(numbers.at(-1)).toBe('T-2026-00015')
    expect(new Set(numbers).size).toBe(15)
  })

  test('leaves out a departure that is past', async () => {
    world.clock.set('2026-03-12T10:00:00Z')
    await givenTemplate(cast)
    expect(await plan()).toMatchObject({ planned: 14 })
  })

  test('passes by an establishment from the day after it left', async () => {
    const leaving = await world.given.member(cast.groupingId, { toOn: calendarDate('2026-03-13') })
    const [first, second] = timetable(cast).stops
    if (first === undefined || second === undefined) throw new Error('two stops')
    const { establishmentId, deliveryPointId } = leaving
    const stops = [first, { ...second, establishmentId, deliveryPointId }]
    const { id } = await givenTemplate(cast, { stops })
    await plan()
    const runs = await storedRuns(cast, id)
    expect(runs.slice(0, 3).map(({ runStops }) => runStops.length)).toEqual([2, 2, 1])
  })

  test('gives a run to an order that waited for one, in time at the very cut-off', async () => {
    const orderId = await givenOrder(cast, cast.near)
    const { id } = await givenTemplate(cast)
    world.clock.set('2026-03-12T08:00:00Z')
    await plan()
    const [today] = await storedRuns(cast, id)
    const order = await world.owner.prisma.supplyOrder.findUniqueOrThrow({ where: { id: orderId } })
    expect(order.runStopId).toBe(today?.runStops[0]?.id)
    expect(order.expectedAt).toEqual(new Date('2026-03-12T09:50:00Z'))
  })

  test('sends an order past the cut-off to the next run', async () => {
    const orderId = await givenOrder(cast, cast.near)
    const { id } = await givenTemplate(cast)
    world.clock.set('2026-03-12T08:00:01Z')
    await plan()
    const [, tomorrow] = await storedRuns(cast, id)
    const order = await world.owner.prisma.supplyOrder.findUniqueOrThrow({ where: { id: orderId } })
    expect(order.runStopId).toBe(tomorrow?.runStops[0]?.id)
  })

  test('by the nightly job, twice and at once, plans each run once', async () => {
    const { id } = await givenTemplate(cast)
    const services = {
      db: world.db,
      clock: world.clock.now,
      log: cast.dispatcher.log,
      metrics: { observe: () => undefined },
      blobs: openBlobs(`file://${tmpdir()}`),
      render: () => Promise.reject(new Error('Planning draws nothing')),
    }
    const { groupingId } = cast
    const job = {
      id: 'plan-runs-tonight',
      name: planRunsJob.name,
      queue: planRunsJob.queue,
      data: { payload: { groupingId }, groupingId, requestId: cast.dispatcher.requestId },
      attempt: 1,
      progress: async () => undefined,
    }
    await Promise.all([handler.run(services, job), handler.run(services, job)])
    await handler.run(services, job)
    expect(await storedRuns(cast, id)).toHaveLength(15)
  })

  test('is asked of the job when a timetable is opened, once per change', async () => {
    const { id } = await givenTemplate(cast)
    const messages = await world.owner.prisma.outboxMessage.findMany({
      where: { jobName: planRunsJob.name, groupingId: cast.groupingId },
    })
    expect(messages).toMatchObject([
      { jobId: expect.stringContaining(id), payload: { groupingId: cast.groupingId } },
    ])
  })
})

describe('a timetable is refused', () => {
  const refusal = (path: string) => ({ details: { errors: [expect.objectContaining({ path })] } })

  test('when an establishment is not a member on its first day', async () => {
    const later = await world.given.member(cast.groupingId, { fromOn: calendarDate('2026-05-01') })
    const stranger = await world.given.establishment()
    const stops = [later, stranger].map(({ establishmentId, deliveryPointId }, i) => ({
      establishmentId,
      deliveryPointId,
      offsetMinutes: i + 1,
      delivers: true,
      collectsSpecimens: false,
    }))
    await expect(givenTemplate(cast, { stops })).rejects.toMatchObject({
      code: 'invalid-input',
      details: {
        errors: [
          expect.objectContaining({ path: 'stops.0.establishmentId' }),
          expect.objectContaining({ path: 'stops.1.establishmentId' }),
        ],
      },
    })
    const validFrom = calendarDate('2026-05-01')
    await expect(
      givenTemplate(cast, { stops: stops.slice(0, 1), validFrom }),
    ).resolves.toBeDefined()
  })

  test('when a delivery point belongs to another establishment, or is closed as the van passes', async () => {
    const [first] = timetable(cast).stops
    if (first === undefined) throw new Error('a stop')
    const foreign = [{ ...first, deliveryPointId: cast.far.deliveryPointId }]
    await expect(givenTemplate(cast, { stops: foreign })).rejects.toMatchObject(
      refusal('stops.0.deliveryPointId'),
    )
    await expect(
      givenTemplate(cast, { departsAt: localTime('19:50'), stops: [first] }),
    ).rejects.toMatchObject({
      ...refusal('stops.0.deliveryPointId'),
      message: 'The run would pass at 20:10, but "Quai" is open from 06:00 to 20:00',
    })
  })

  test('when its name is taken, or a preparer opens it', async () => {
    await givenTemplate(cast, { name: 'Matin Nord' })
    await expect(givenTemplate(cast, { name: 'Matin Nord' })).rejects.toMatchObject({
      code: 'duplicate',
    })
    const preparer = await world.as({ role: 'preparer', groupingId: cast.groupingId })
    await expect(givenTemplate({ ...cast, dispatcher: preparer })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const elsewhere = await openCast(world)
    await expect(
      givenTemplate({ ...cast, dispatcher: elsewhere.dispatcher }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
