import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  acknowledgeAlarm,
  addTube,
  listAlarms,
  sealShipment,
  watchDeadlines,
} from '../../../src/specimens/index.js'
import { openWorld, type World } from '../../builders/world.js'
import {
  draft,
  givenExam,
  givenRun,
  givenSealed,
  type Laboratory,
  openLaboratory,
  seal,
  tube,
} from './laboratory.js'

let world: World
let laboratory: Laboratory

beforeAll(async () => {
  world = await openWorld()
  laboratory = await openLaboratory(world)
  await givenExam(laboratory, { code: 'NFS', maximumMinutes: 240 })
})
afterAll(() => world.close())

const watch = () => watchDeadlines(laboratory.technician, laboratory)
const alarmsOf = async (shipmentId: string) =>
  (await listAlarms(laboratory.requester, { limit: 200 })).items.filter(
    ({ shipment }) => shipment.id === shipmentId,
  )

test('a deadline that comes near is told once per threshold', async () => {
  const { id } = await givenSealed(laboratory, ['A-1'])
  expect(await watch()).toBe(0)
  world.clock.advance({ minutes: 120 })
  expect(await watch()).toBe(1)
  expect(await watch()).toBe(0)
  world.clock.advance({ minutes: 90 })
  expect(await watch()).toBe(1)
  world.clock.advance({ minutes: 30 })
  expect(await watch()).toBe(1)
  expect(await watch()).toBe(0)
  const alarms = await alarmsOf(id)
  expect(alarms.map(({ thresholdMinutes }) => thresholdMinutes)).toEqual([0, 30, 120])
  expect(alarms[0]).toMatchObject({ kind: 'approaching', expectedAt: null, acknowledgedAt: null })
})

test('a run that falls behind is told before the deadline is', async () => {
  const { stopId } = await givenRun(laboratory, { inMinutes: 60, rideMinutes: 60 })
  const { requester } = laboratory
  const { id } = await draft(laboratory, requester)
  await addTube(requester, id, tube('A-2', ['NFS'], { collectedAt: world.clock.now() }))
  await sealShipment(requester, id, seal())
  expect(await watch()).toBe(0)
  world.clock.advance({ minutes: 105 })
  await world.owner.prisma.runStop.update({
    where: { id: stopId },
    data: { state: 'arrived', arrivedAt: world.clock.now() },
  })
  expect(await watch()).toBe(0)
  world.clock.advance({ minutes: 10 })
  await world.owner.prisma.runStop.update({
    where: { id: stopId },
    data: { arrivedAt: new Date(world.clock.now().getTime() + 3_600_000) },
  })
  expect(await watch()).toBe(1)
  expect(await watch()).toBe(0)
  expect(await alarmsOf(id)).toMatchObject([{ kind: 'expected-late', thresholdMinutes: null }])
})

test('is acknowledged once, by the first person, and hidden from other members', async () => {
  const { groupingId, requester, technician, courier } = laboratory
  const [alarm] = (await listAlarms(technician, { limit: 1 })).items
  if (alarm === undefined) throw new TypeError('No alarm')
  const { establishmentId } = await world.given.member(groupingId)
  const other = await world.as({ role: 'requester', groupingId, establishmentId })
  expect(await listAlarms(other, { limit: 50 })).toEqual({ items: [] })
  const said = { comment: 'Coursier appelé, arrive à 10 h 20' }
  await expect(acknowledgeAlarm(other, alarm.id, said)).rejects.toMatchObject({ code: 'not-found' })
  await expect(acknowledgeAlarm(courier, alarm.id, said)).rejects.toMatchObject({
    code: 'forbidden',
  })

  const first = await acknowledgeAlarm(requester, alarm.id, said)
  expect(first).toMatchObject({ ...said, acknowledgedBy: requester.actor.displayName })
  world.clock.advance({ minutes: 1 })
  expect(await acknowledgeAlarm(technician, alarm.id, { comment: 'Moi aussi' })).toEqual(first)
  const open = await listAlarms(technician, { limit: 50, acknowledged: false })
  expect(open.items.map(({ id }) => id)).not.toContain(alarm.id)
})

test('a watch that runs twice at once raises one alarm', async () => {
  await givenSealed(laboratory, ['A-3'])
  world.clock.advance({ minutes: 200 })
  const raised = await Promise.all([watch(), watch(), watch()])
  const { items } = await listAlarms(laboratory.technician, { limit: 200 })
  const own = items.filter(
    ({ thresholdMinutes, raisedAt }) =>
      thresholdMinutes === 60 && raisedAt === world.clock.now().toISOString(),
  )
  expect(own).toHaveLength(1)
  expect(raised.filter((count) => count > 0)).toHaveLength(1)
})
