import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { assignRun } from '../../../src/courier/assign-run.js'
import { getRun, listRuns, RunView, runRoutes, templateRoutes } from '../../../src/courier/index.js'
import { listTemplates } from '../../../src/courier/list-templates.js'
import { RunId } from '../../../src/kernel/ids.js'
import type { Context } from '../../../src/platform/context.js'
import { createRouter } from '../../../src/platform/http/contract.js'
import { onError } from '../../../src/platform/http/problem.js'
import { openWorld, type World } from '../../builders/world.js'
import {
  type Cast,
  firstOf,
  givenDelivery,
  givenRuns,
  givenShipment,
  openCast,
  type StoredRun,
  timetable,
} from './rounds.js'

let world: World
let cast: Cast
let runs: StoredRun[]
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  world.clock.set('2026-03-12T05:00:00Z')
  cast = await openCast(world)
  runs = (await givenRuns(cast)).runs
})
afterAll(() => world.close())

const today = () => firstOf(runs)
const idsSeenBy = async (ctx: Context) =>
  (await listRuns(ctx, { limit: 200 })).items.map(({ id }) => id)

test('a courier sees the unassigned runs and their own, around today', async () => {
  const [first, second, third] = runs.map(({ id }) => RunId.parse(id))
  const other = await world.as({ role: 'courier', groupingId: cast.groupingId })
  if (first === undefined) throw new Error('no run')
  await assignRun(cast.dispatcher, first, { courierId: other.actor.userId })
  expect(await idsSeenBy(cast.courier)).toEqual([second])
  expect(await idsSeenBy(other)).toEqual([first, second])
  await expect(getRun(cast.courier, first)).rejects.toMatchObject({ code: 'not-found' })
  world.clock.advance({ days: 1 })
  expect(await idsSeenBy(other)).toEqual([first, second, third])
  const mine = await listRuns(other, { limit: 50, mine: true })
  expect(mine.items.map(({ id }) => id)).toEqual([first])
})

test('a dispatcher and a pharmacist see all of them, page by page, by day and by state', async () => {
  const pharmacist = await world.as({ role: 'pharmacist', groupingId: cast.groupingId })
  const all = runs.map(({ id }) => id)
  expect(await idsSeenBy(cast.dispatcher)).toEqual(all)
  const page = await listRuns(pharmacist, { limit: 10 })
  const rest = await listRuns(pharmacist, { limit: 10, cursor: page.nextCursor })
  expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual(all)
  expect(await listRuns(pharmacist, { limit: 10, state: 'aborted' })).toEqual({ items: [] })
})

test('a member sees the runs that stop there, with its own stop alone', async () => {
  const { groupingId, near, far } = cast
  const { establishmentId } = near
  const receiver = await world.as({ role: 'receiver', groupingId, establishmentId })
  await givenDelivery(cast, far, {
    state: 'packed',
    runStopId: today().runStops[1]?.id ?? '',
  })
  const run = await getRun(receiver, RunId.parse(today().id))
  expect(run.stops).toMatchObject([{ establishmentId, deliveries: [] }])
  expect(await listTemplates(receiver, {})).toEqual({ items: [] })

  const third = await world.given.member(groupingId)
  const outside = await world.as({
    role: 'receiver',
    groupingId,
    establishmentId: third.establishmentId,
  })
  expect(await idsSeenBy(outside)).toEqual([])
})

test('another grouping sees nothing and changes nothing', async () => {
  const elsewhere = await openCast(world)
  const runId = RunId.parse(today().id)
  expect(await idsSeenBy(elsewhere.dispatcher)).toEqual([])
  await expect(getRun(elsewhere.dispatcher, runId)).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    assignRun(elsewhere.dispatcher, runId, { courierId: elsewhere.courier.actor.userId }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('the courier of both groupings takes the laboratory’s sealed bags on the pharmacy’s run', async () => {
  const laboratory = await world.given.grouping({ kind: 'laboratory' })
  const { establishmentId } = cast.near
  await world.given.membership({ groupingId: laboratory, establishmentId })
  const sealed = await givenShipment(cast, cast.near, { groupingId: laboratory })
  await givenShipment(cast, cast.near, { groupingId: laboratory, state: 'draft' })
  const runStopId = today().runStops[0]?.id ?? ''
  const deliveryId = await givenDelivery(cast, cast.near, { state: 'dispatched', runStopId })
  const both = await world.as(
    { role: 'courier', groupingId: cast.groupingId },
    { role: 'courier', groupingId: laboratory },
  )
  const runId = RunId.parse(today().id)
  expect((await getRun(both, runId)).stops).toMatchObject([
    {
      deliveries: [{ id: deliveryId, totes: [{ storageClass: 'cold' }] }],
      shipments: [{ id: sealed, groupingId: laboratory }],
    },
    { deliveries: [], shipments: [] },
  ])
  expect(firstOf((await getRun(cast.courier, runId)).stops).shipments).toEqual([])
})

/** The routes as one caller meets them. */
function callerOf(ctx: Context) {
  const app = createRouter()
    .use(async (c, next) => {
      c.set('ctx', ctx)
      c.set('log', ctx.log)
      c.set('requestId', ctx.requestId)
      c.set('checksReplies', true)
      await next()
    })
    .route('/', templateRoutes)
    .route('/', runRoutes)
  app.onError(onError)
  return async (method: string, path: string, body?: object) => {
    const answer = await app.request(path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const json: unknown = await answer.json()
    return { status: answer.status, body: json }
  }
}

test('over HTTP a run is opened, driven and closed, replies checked', async () => {
  const [dispatcher, courier] = [callerOf(cast.dispatcher), callerOf(cast.courier)]
  const created = await dispatcher('POST', '/run-templates', timetable(cast))
  expect(created).toMatchObject({ status: 201 })
  expect(await dispatcher('GET', '/run-templates')).toMatchObject({ status: 200 })
  const path = `/runs/${today().id}`
  const courierId = cast.courier.actor.userId
  expect(await dispatcher('POST', `${path}/assign`, { courierId })).toMatchObject({ status: 200 })
  const started = await courier('POST', `${path}/start`, {})
  expect(started).toMatchObject({ status: 200 })
  const stop = `${path}/stops/${firstOf(RunView.parse(started.body).stops).id}`
  expect(await courier('POST', `${stop}/arrive`, {})).toMatchObject({ status: 200 })
  expect(await courier('POST', `${stop}/close`, { outcome: 'partial' })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'reason' }] },
  })
  expect(await courier('POST', `${stop}/close`, { outcome: 'done' })).toMatchObject({ status: 200 })
  expect(await courier('POST', `${path}/sheet`, {})).toMatchObject({ status: 201 })
  expect(await courier('GET', '/runs?day=2026-03-12&mine=true')).toMatchObject({
    status: 200,
    body: { items: [{ id: today().id, openStops: 1 }] },
  })
  const late = { ...timetable(cast), stops: timetable(cast).stops.toReversed() }
  expect(await dispatcher('POST', '/run-templates', late)).toMatchObject({
    body: { errors: [{ path: 'stops.1.offsetMinutes' }] },
  })
})
