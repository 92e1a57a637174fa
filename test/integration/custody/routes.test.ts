import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { custodyRoutes } from '../../../src/custody/index.js'
import type { Context } from '../../../src/platform/context.js'
import type { AppEnv } from '../../../src/platform/http/env.js'
import { specimenRoutes } from '../../../src/specimens/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { givenExam, givenSealed, type Laboratory, openLaboratory } from '../specimens/laboratory.js'

let world: World
let laboratory: Laboratory

beforeAll(async () => {
  world = await openWorld()
  laboratory = await openLaboratory(world)
  await givenExam(laboratory, { code: 'NFS', maximumMinutes: 720 })
})
afterAll(() => world.close())

const apiFor = (ctx: Context) =>
  new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set('ctx', ctx)
      c.set('checksReplies', true)
      await next()
    })
    .route('/', specimenRoutes)
    .route('/', custodyRoutes)

const json = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

test('every answer fits its published schema, from the catalogue to the bench', async () => {
  const { id, containerCode } = await givenSealed(laboratory, ['H-1'])
  const courier = apiFor(laboratory.courier)
  const bench = apiFor(laboratory.technician)
  const event = {
    eventId: randomUUID(),
    sequence: 1,
    kind: 'received',
    containerCode,
    inputMode: 'wedge',
    deviceAt: world.clock.now().toISOString(),
  }
  const sentAt = world.clock.now().toISOString()
  const batch = { deviceId: randomUUID(), sentAt, events: [event] }
  const sent = await courier.request('/custody-events', json(batch))
  expect(sent.status).toBe(200)
  expect(await sent.json()).toMatchObject({ counts: { accepted: 1 } })

  const shipment = `/specimen-shipments/${id}`
  const verdict = { tubeCode: 'h-1', verdict: 'accepted', inputMode: 'scan' }
  const calls: [string, RequestInit?][] = [
    [`${shipment}/start-receiving`, json({})],
    [`${shipment}/receptions`, json(verdict)],
    [`${shipment}/reconcile`, json({})],
    [shipment],
    ['/specimen-shipments?state=reconciled,sealed'],
    ['/exams'],
    ['/stability-rules'],
    ['/reception-reasons'],
    ['/deadline-alarms?acknowledged=false'],
    [`/custody-events?containerCode=${containerCode}`],
    ['/custody-conflicts'],
  ]
  for (const [path, init] of calls) {
    const answer = await bench.request(path, init)
    expect([path, answer.ok]).toEqual([path, true])
  }
})

test('a batch of more than 200 events is refused whole: the phone sends less at a time', async () => {
  const batch = {
    deviceId: randomUUID(),
    sentAt: world.clock.now().toISOString(),
    events: Array.from({ length: 201 }, () => ({})),
  }
  const answer = await apiFor(laboratory.courier).request('/custody-events', json(batch))
  expect(answer.ok).toBe(false)
})
