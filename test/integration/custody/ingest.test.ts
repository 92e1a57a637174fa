import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { custodyViolations, getTimeline, listConflicts } from '../../../src/custody/index.js'
import { inReadTransaction } from '../../../src/platform/db/transaction.js'
import {
  addTube,
  cancelShipment,
  declareLost,
  findShipment,
  getShipment,
  receiveTube,
  reconcileShipment,
  sealShipment,
  startReceiving,
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
  stateOf,
  tube,
} from '../specimens/laboratory.js'
import { Phone, results } from './story.js'

let world: World
let laboratory: Laboratory

beforeAll(async () => {
  world = await openWorld()
  laboratory = await openLaboratory(world)
  await givenExam(laboratory, { code: 'NFS', maximumMinutes: 720 })
})
afterAll(async () => {
  const violations = await inReadTransaction(laboratory.technician, custodyViolations)
  await world.close()
  expect(violations).toEqual([])
})

const phone = () => new Phone(world.clock.now)
let made = 0
const sealed = (tubes = 1) => {
  made += 1
  return givenSealed(
    laboratory,
    Array.from({ length: tubes }, (_, i) => `C${made}-${i}`),
  )
}
const eventCount = () => world.owner.prisma.custodyEvent.count()

describe('a batch of custody events', () => {
  test('carries a container from its sender to the hub', async () => {
    const { id, containerCode } = await sealed(2)
    const device = phone()
    const pickUp = device.event('picked-up', { containerCode: containerCode.toLowerCase() })
    const first = await device.send(laboratory.courier, [pickUp])
    expect(first).toMatchObject({ clockOffsetMs: 0, counts: { accepted: 1, rejected: 0 } })
    const carried = await getShipment(laboratory.requester, id)
    expect(carried).toMatchObject({
      state: 'in-transit',
      holder: { kind: 'courier', id: laboratory.courier.actor.userId },
    })
    expect(carried.tubes.map(({ state }) => state)).toEqual(['loaded', 'loaded'])

    const { establishmentId } = laboratory.hub
    const drop = device.event('dropped-off', {
      containerCode,
      placeEstablishmentId: establishmentId,
    })
    await device.send(laboratory.courier, [drop])
    const arrived = await getShipment(laboratory.requester, id)
    expect(arrived).toMatchObject({
      state: 'delivered',
      holder: { kind: 'hub', id: establishmentId },
      hasDiscrepancy: false,
    })
    expect(arrived.tubes.map(({ state }) => state)).toEqual(['arrived', 'arrived'])
    expect(arrived.custody.map(({ kind }) => kind)).toEqual(['picked-up', 'dropped-off'])
  })

  test('taken by another van is expected with that van, not with the run it was sealed for', async () => {
    await givenRun(laboratory, { inMinutes: 30, rideMinutes: 600 })
    const pharmacyId = await world.given.grouping({ kind: 'pharmacy' })
    const van = await givenRun(laboratory, {
      ...{ inMinutes: 20, rideMinutes: 40 },
      groupingId: pharmacyId,
    })
    const { id, containerCode, expectedAt } = await sealed()
    const at = (minutes: number) => new Date(world.clock.now().getTime() + minutes * 60_000)
    expect(expectedAt).toBe(at(630).toISOString())

    const taken = { containerCode, runId: van.runId, runStopId: van.stopId }
    const device = phone()
    await device.send(laboratory.courier, [device.event('picked-up', taken)])
    const { technician, requester } = laboratory
    for (const ctx of [technician, requester]) {
      expect(await getShipment(ctx, id)).toMatchObject({ expectedAt: at(60).toISOString() })
    }
  })

  test('sent again writes nothing and answers duplicate', async () => {
    const { containerCode } = await sealed()
    const device = phone()
    const events = ['picked-up', 'temperature', 'dropped-off'].map((kind) =>
      device.event(kind, {
        containerCode,
        ...(kind === 'temperature' && { temperatureDeciCelsius: 200 }),
      }),
    )
    await device.send(laboratory.courier, events)
    const before = [await eventCount(), await world.owner.prisma.auditEntry.count()]
    const again = await device.send(laboratory.courier, events)
    expect(results(again)).toEqual(['duplicate', 'duplicate', 'duplicate'])
    expect([await eventCount(), await world.owner.prisma.auditEntry.count()]).toEqual(before)
  })

  test('keeps the same id or the same sequence with other content as a conflict, once', async () => {
    const { containerCode } = await sealed()
    const device = phone()
    const pickUp = device.event('picked-up', { containerCode })
    await device.send(laboratory.courier, [pickUp])
    const reused = { ...pickUp, kind: 'dropped-off' }
    const sameSequence = { ...pickUp, eventId: randomUUID() }
    for (const _ of [1, 2]) {
      const answer = await device.send(laboratory.courier, [reused, sameSequence])
      expect(answer.items.map(({ result, reason }) => [result, reason])).toEqual([
        ['conflict', 'event-id-reused'],
        ['conflict', 'sequence-reused'],
      ])
    }
    const { items } = await listConflicts(laboratory.technician, {
      limit: 50,
      groupingId: laboratory.groupingId,
    })
    expect(items.filter(({ deviceId }) => deviceId === device.deviceId)).toHaveLength(2)
    expect(await listConflicts(laboratory.requester, { limit: 50 })).toEqual({ items: [] })
  })

  test('repeated within one batch: the first counts', async () => {
    const { containerCode } = await sealed()
    const device = phone()
    const pickUp = device.event('picked-up', { containerCode })
    const answer = await device.send(laboratory.courier, [
      pickUp,
      pickUp,
      { ...pickUp, sequence: 9 },
    ])
    expect(results(answer)).toEqual(['accepted', 'duplicate', 'conflict'])
  })

  test('rejects a malformed event alone, in its place', async () => {
    const { containerCode } = await sealed()
    const device = phone()
    const answer = await device.send(laboratory.courier, [
      device.event('picked-up', { containerCode, inputMode: 'manual' }),
      device.event('picked-up', { containerCode }),
      device.event('flown-away', { containerCode }),
      device.event('picked-up'),
    ])
    expect(results(answer)).toEqual(['rejected', 'accepted', 'rejected', 'rejected'])
    expect(answer.items[0]?.reason).toContain('manualReason')
    expect(answer.counts).toEqual({ accepted: 1, duplicate: 0, conflict: 0, rejected: 3 })
  })

  test('corrects the clock of the device and says so', async () => {
    const { id, containerCode } = await sealed()
    const device = phone()
    const now = world.clock.now()
    const slow = new Date(now.getTime() - 3_600_000)
    const deviceAt = new Date(slow.getTime() - 600_000).toISOString()
    const answer = await device.send(
      laboratory.courier,
      [device.event('picked-up', { containerCode, deviceAt })],
      slow,
    )
    expect(answer.clockOffsetMs).toBe(3_600_000)
    expect(answer.items[0]?.flags).toEqual(['clock-corrected'])
    const [line] = (await getShipment(laboratory.requester, id)).custody
    expect(line?.occurredAt).toBe(new Date(now.getTime() - 600_000).toISOString())

    const later = new Date(now.getTime() + 60_000).toISOString()
    const future = await device.send(laboratory.courier, [
      device.event('temperature', { containerCode, temperatureDeciCelsius: 210, deviceAt: later }),
    ])
    expect(future.items[0]?.flags).toEqual(['future-dated'])
  })

  test('flags a temperature outside the class, another seal, and a container nobody knows', async () => {
    const { containerCode } = await sealed()
    const device = phone()
    const answer = await device.send(laboratory.courier, [
      device.event('temperature', { containerCode, temperatureDeciCelsius: 260 }),
      device.event('temperature', { containerCode, temperatureDeciCelsius: 250 }),
      device.event('picked-up', { containerCode, sealNumber: 'S-other' }),
      device.event('picked-up', { containerCode: 'SAC-UNKNOWN' }),
    ])
    expect(answer.items.map(({ result, flags }) => [result, flags])).toEqual([
      ['accepted', ['excursion']],
      ['accepted', []],
      ['accepted', ['seal-mismatch']],
      ['accepted', ['unknown-container']],
    ])
    const unknown = await getTimeline(laboratory.technician, 'SAC-UNKNOWN')
    expect(unknown).toMatchObject({ subjectType: 'unknown', holderKind: 'courier' })
    await expect(getTimeline(laboratory.requester, 'SAC-UNKNOWN')).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('is taken after the shipment is reconciled, as late, and changes no verdict', async () => {
    const { id, containerCode, tubes } = await sealed()
    const device = phone()
    await device.send(laboratory.courier, [device.event('received', { containerCode })])
    await startReceiving(laboratory.technician, id)
    const tubeCode = tubes[0]?.code ?? ''
    const accepted = { tubeCode, verdict: 'accepted', inputMode: 'scan', comment: '' } as const
    await receiveTube(laboratory.technician, id, accepted)
    await reconcileShipment(laboratory.technician, id)
    const deviceAt = new Date(world.clock.now().getTime() - 600_000).toISOString()
    const answer = await device.send(laboratory.courier, [
      device.event('picked-up', { containerCode, deviceAt }),
    ])
    expect(answer.items[0]).toMatchObject({ result: 'accepted', flags: ['late'] })
    const view = await getShipment(laboratory.requester, id)
    expect(view).toMatchObject({ state: 'reconciled', pickedUpAt: deviceAt })
    expect(view.tubes[0]?.state).toBe('accepted')
  })

  test('infers the pick-up of a container that arrives without one', async () => {
    const { id, containerCode } = await sealed()
    const device = phone()
    await device.send(laboratory.technician, [device.event('received', { containerCode })])
    expect(await stateOf(laboratory, id)).toBe('delivered')
    const { findings } = await getTimeline(laboratory.requester, containerCode)
    expect(findings).toMatchObject([{ reason: 'inferred-pick-up' }])
  })

  test('two couriers on one container, at once: both events stay, the first holds it', async () => {
    const { id, containerCode } = await sealed()
    const { groupingId } = laboratory
    const second = await world.as({ role: 'courier', groupingId })
    const [one, two] = [phone(), phone()]
    const early = new Date(world.clock.now().getTime() - 60_000).toISOString()
    const pickUps = [
      one.event('picked-up', { containerCode }),
      two.event('picked-up', { containerCode, deviceAt: early }),
    ] as const
    const answers = await Promise.all([
      one.send(laboratory.courier, [pickUps[0]]),
      two.send(second, [pickUps[1]]),
    ])
    expect(answers.flatMap(results)).toEqual(['accepted', 'accepted'])
    const timeline = await getTimeline(laboratory.technician, containerCode)
    expect(timeline).toMatchObject({
      holderKind: 'courier',
      holderId: second.actor.userId,
      findings: [{ reason: 'second-pick-up', eventId: pickUps[0].eventId }],
    })
    expect(timeline.events.map(({ position }) => position).sort()).toEqual([1, 2])
    expect((await getShipment(laboratory.technician, id)).hasDiscrepancy).toBe(true)
    const { items } = await listConflicts(laboratory.technician, { limit: 200 })
    expect(items).toContainEqual(
      expect.objectContaining({ eventId: pickUps[0].eventId, reason: 'second-pick-up' }),
    )
  })

  test('the same batch sent by two requests at once is written once', async () => {
    const { containerCode } = await sealed()
    const device = phone()
    const events = [
      device.event('picked-up', { containerCode }),
      device.event('dropped-off', { containerCode }),
    ]
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => device.send(laboratory.courier, events)),
    )
    expect(answers.flatMap(results).filter((result) => result === 'accepted')).toHaveLength(2)
    expect(await world.owner.prisma.custodyEvent.count({ where: { containerCode } })).toBe(2)
  })

  test('a hundred events on fifty containers, then the same again', async () => {
    const device = phone()
    const codes = Array.from({ length: 50 }, (_, i) => `BULK-${i}`)
    const events = codes.flatMap((containerCode) => [
      device.event('picked-up', { containerCode }),
      device.event('dropped-off', { containerCode }),
    ])
    const first = await device.send(laboratory.courier, events)
    expect(first.counts).toEqual({ accepted: 100, duplicate: 0, conflict: 0, rejected: 0 })
    const written = await eventCount()
    const again = await device.send(laboratory.courier, events.toReversed())
    expect(again.counts.duplicate).toBe(100)
    expect(await eventCount()).toBe(written)
  })

  test('arrivals and closings make the stops of a run follow', async () => {
    const { stopId, runId } = await givenRun(laboratory, { inMinutes: 5 })
    const device = phone()
    const runStop = () => world.owner.prisma.runStop.findUniqueOrThrow({ where: { id: stopId } })
    const stop = { runStopId: stopId, runId }
    const answer = await device.send(laboratory.courier, [device.event('arrived-at-stop', stop)])
    expect(results(answer)).toEqual(['accepted'])
    expect(await runStop()).toMatchObject({ state: 'arrived', arrivedAt: world.clock.now() })
    await device.send(laboratory.courier, [device.event('closed-stop', stop)])
    expect(await runStop()).toMatchObject({ state: 'done', closedAt: world.clock.now() })
    const earlier = new Date(world.clock.now().getTime() - 300_000)
    const first = device.event('arrived-at-stop', { ...stop, deviceAt: earlier.toISOString() })
    await device.send(laboratory.courier, [first])
    expect(await runStop()).toMatchObject({ state: 'done', arrivedAt: earlier })
  })

  test('a stop somebody skipped stays skipped, whatever a phone says later', async () => {
    const { stopId, runId } = await givenRun(laboratory, { inMinutes: 5 })
    const where = { id: stopId }
    await world.owner.prisma.runStop.update({ where, data: { state: 'skipped' } })
    const device = phone()
    const answer = await device.send(laboratory.courier, [
      device.event('closed-stop', { runStopId: stopId, runId }),
    ])
    expect(results(answer)).toEqual(['accepted'])
    const { state } = await world.owner.prisma.runStop.findUniqueOrThrow({ where })
    expect(state).toBe('skipped')
  })

  test('a tube scanned alone belongs to the container it is packed in', async () => {
    const { id, tubes, containerCode } = await sealed(2)
    const device = phone()
    const tubeCode = tubes[0]?.code ?? ''
    const answer = await device.send(laboratory.courier, [device.event('picked-up', { tubeCode })])
    expect(answer.items[0]?.containerCode).toBe(containerCode)
    const view = await getShipment(laboratory.requester, id)
    expect(view.state).toBe('sealed')
    expect(view.tubes.map(({ state }) => state)).toEqual(['loaded', 'listed'])
  })

  test('after the first pick-up a shipment is not cancelled; lost and found, it is where it was', async () => {
    const { id, containerCode } = await sealed()
    const device = phone()
    await device.send(laboratory.courier, [device.event('picked-up', { containerCode })])
    const reason = { reason: 'Introuvable' }
    await expect(cancelShipment(laboratory.requester, id, reason)).rejects.toMatchObject({
      code: 'wrong-state',
    })
    await declareLost(laboratory.technician, id, reason)
    const drop = await device.send(laboratory.courier, [
      device.event('dropped-off', { containerCode }),
    ])
    expect(drop.items[0]).toMatchObject({ result: 'accepted', flags: ['late'] })
    expect(await stateOf(laboratory, id)).toBe('lost')
    expect((await findShipment(laboratory.technician, id, reason)).state).toBe('delivered')
  })

  test('a container taken before it was sealed is on its way once it is', async () => {
    const { requester, courier } = laboratory
    const { id, containerCode } = await draft(laboratory, requester)
    const device = phone()
    const answer = await device.send(courier, [device.event('picked-up', { containerCode })])
    expect(answer.items[0]?.flags).toEqual(['not-sealed'])
    expect(await stateOf(laboratory, id)).toBe('draft')
    const collectedAt = world.clock.now()
    await addTube(requester, id, tube('EARLY-1', ['NFS'], { collectedAt }))
    const sealedLate = seal({ overrideReason: 'Déjà parti' })
    expect(await sealShipment(requester, id, sealedLate)).toMatchObject({
      state: 'in-transit',
      tubes: [{ state: 'loaded' }],
    })
  })

  test('a cancelled container that was picked up after all is shown, not revived', async () => {
    const { id, containerCode } = await sealed()
    await cancelShipment(laboratory.requester, id, { reason: 'Erreur' })
    const device = phone()
    await device.send(laboratory.courier, [device.event('picked-up', { containerCode })])
    expect(await getShipment(laboratory.requester, id)).toMatchObject({
      state: 'cancelled',
      hasDiscrepancy: true,
      holder: { kind: 'courier' },
    })
  })
})
