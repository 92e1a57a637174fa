import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ingestEvents } from '../../../src/custody/index.js'
import {
  getShipment,
  receiveTube,
  reconcileShipment,
  startReceiving,
} from '../../../src/specimens/index.js'
import { ReceiveTubeInput } from '../../../src/specimens/schema.js'
import type { ShipmentView } from '../../../src/specimens/view-schema.js'
import { openWorld, type World } from '../../builders/world.js'
import { Phone } from '../custody/story.js'
import { givenExam, givenSealed, type Laboratory, openLaboratory } from './laboratory.js'

let world: World
let laboratory: Laboratory

beforeAll(async () => {
  world = await openWorld()
  laboratory = await openLaboratory(world)
  await givenExam(laboratory, { code: 'NFS', maximumMinutes: 240 })
})
afterAll(() => world.close())

const code = (value: string) => expect.objectContaining({ code: value })
const field = (path: string) =>
  expect.objectContaining({ details: { errors: [expect.objectContaining({ path })] } })

async function atTheBench(codes: readonly string[]): Promise<ShipmentView> {
  const sealed = await givenSealed(laboratory, codes)
  const device = new Phone(world.clock.now)
  const { containerCode } = sealed
  const arrival = device.event('received', { containerCode })
  await ingestEvents(laboratory.technician, {
    deviceId: device.deviceId,
    sentAt: world.clock.now(),
    events: [arrival],
  })
  return startReceiving(laboratory.technician, sealed.id)
}

const verdict = (tubeCode: string, wish: Partial<ReceiveTubeInput> = {}): ReceiveTubeInput =>
  ReceiveTubeInput.parse({ tubeCode, verdict: 'accepted', inputMode: 'scan', ...wish })

describe('the reception bench', () => {
  test('opens only what was delivered, and receives nothing by that', async () => {
    const sealed = await givenSealed(laboratory, ['R-0'])
    await expect(startReceiving(laboratory.technician, sealed.id)).rejects.toEqual(
      code('wrong-state'),
    )
    await expect(startReceiving(laboratory.requester, sealed.id)).rejects.toEqual(code('not-found'))
    const open = await atTheBench(['R-1'])
    expect(open).toMatchObject({ state: 'receiving', tubes: [{ state: 'arrived', verdicts: [] }] })
  })

  test('closes only when every tube has a verdict, and names those left', async () => {
    const { id } = await atTheBench(['R-2', 'R-3', 'R-4'])
    world.clock.advance({ minutes: 45 })
    const first = await receiveTube(laboratory.technician, id, verdict('r-2'))
    expect(first).toMatchObject({
      outcome: 'accepted',
      minutesSinceCollection: 45,
      remainingTubes: 2,
    })
    await expect(reconcileShipment(laboratory.technician, id)).rejects.toMatchObject({
      code: 'unreconciled',
      details: { remaining: ['R-3', 'R-4'] },
    })
    const gone = verdict('R-3', { verdict: 'missing', inputMode: 'hand', reasonCode: 'SNR' })
    await receiveTube(laboratory.technician, id, gone)
    const broken = verdict('R-4', { verdict: 'rejected', reasonCode: 'RB' })
    await receiveTube(laboratory.technician, id, broken)
    const closed = await reconcileShipment(laboratory.technician, id)
    expect(closed).toMatchObject({ state: 'reconciled', hasDiscrepancy: true })
    expect(closed.tubes.map(({ state }) => state)).toEqual(['accepted', 'missing', 'rejected'])
    expect(closed.tubes[2]?.verdicts).toMatchObject([
      { reasonLabel: 'Récipient cassé', responsible: 'courier', needsNewCollection: true },
    ])
    await expect(receiveTube(laboratory.technician, id, verdict('R-2'))).rejects.toEqual(
      code('wrong-state'),
    )
  })

  test('asks for a reason that goes with the verdict, and why a code was not scanned', async () => {
    const { id } = await atTheBench(['R-5'])
    const say = (wish: Partial<ReceiveTubeInput>) =>
      receiveTube(laboratory.technician, id, verdict('R-5', wish))
    await expect(say({ verdict: 'rejected' })).rejects.toEqual(field('reasonCode'))
    await expect(say({ verdict: 'rejected', reasonCode: 'SNR' })).rejects.toEqual(
      field('reasonCode'),
    )
    await expect(say({ inputMode: 'hand' })).rejects.toEqual(field('comment'))
    await expect(say({ verdict: 'missing', reasonCode: 'SNR' })).rejects.toEqual(field('inputMode'))
    const byHand = await say({ inputMode: 'hand', reasonCode: 'barcode-unreadable' })
    expect(byHand.outcome).toBe('accepted')
  })

  test('leaves a reservation to a biologist', async () => {
    const { id } = await atTheBench(['R-6'])
    const reserve = verdict('R-6', {
      verdict: 'accepted-with-reservation',
      reasonCode: 'RH',
      comment: 'LCR, irremplaçable',
    })
    await expect(receiveTube(laboratory.technician, id, reserve)).rejects.toEqual(code('forbidden'))
    const answer = await receiveTube(laboratory.biologist, id, reserve)
    expect(answer.outcome).toBe('accepted-with-reservation')
  })

  test('scanned twice is one verdict; another verdict corrects the first, which stays', async () => {
    const { id } = await atTheBench(['R-7'])
    await receiveTube(laboratory.technician, id, verdict('R-7'))
    const again = await receiveTube(laboratory.technician, id, verdict('R-7'))
    expect(again.isRepetition).toBe(true)
    const clotted = verdict('R-7', { verdict: 'rejected', reasonCode: 'RC' })
    await receiveTube(laboratory.technician, id, clotted)
    const { tubes } = await getShipment(laboratory.requester, id)
    expect(tubes[0]?.state).toBe('rejected')
    expect(tubes[0]?.verdicts.map((line) => line.verdict)).toEqual(['accepted', 'rejected'])
  })

  test('tells when the deadline of a tube is passed', async () => {
    const { id } = await atTheBench(['R-8'])
    world.clock.advance({ minutes: 241 })
    const answer = await receiveTube(laboratory.technician, id, verdict('R-8'))
    expect(answer.isPastDeadline).toBe(true)
  })

  test('attaches a tube nobody announced, and wants a verdict on it', async () => {
    const { id } = await atTheBench(['R-9'])
    const found = await receiveTube(laboratory.technician, id, verdict('X-1'))
    expect(found).toMatchObject({ outcome: 'unexpected', remainingTubes: 2, listedIn: null })
    await receiveTube(laboratory.technician, id, verdict('R-9'))
    await expect(reconcileShipment(laboratory.technician, id)).rejects.toMatchObject({
      details: { remaining: ['X-1'] },
    })
    await receiveTube(laboratory.technician, id, verdict('X-1'))
    const closed = await reconcileShipment(laboratory.technician, id)
    expect(closed).toMatchObject({ hasDiscrepancy: true, state: 'reconciled' })
    expect(closed.tubes.find((tube) => tube.code === 'X-1')).toMatchObject({
      isUnlisted: true,
      state: 'accepted',
    })
  })

  test('names the shipment a misrouted tube was announced in', async () => {
    const other = await givenSealed(laboratory, ['M-1'])
    const { id } = await atTheBench(['R-10'])
    const found = await receiveTube(laboratory.technician, id, verdict('M-1'))
    expect(found).toMatchObject({ outcome: 'misrouted', listedIn: { number: other.number } })
    await expect(
      receiveTube(
        laboratory.technician,
        id,
        verdict('Z', { verdict: 'missing', inputMode: 'hand' }),
      ),
    ).rejects.toEqual(field('tubeCode'))
  })

  test('several technicians on one tube at once: everybody is answered, one verdict is written', async () => {
    const { id } = await atTheBench(['R-11'])
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => receiveTube(laboratory.technician, id, verdict('R-11'))),
    )
    expect(answers.filter(({ isRepetition }) => !isRepetition)).toHaveLength(1)
  })
})
