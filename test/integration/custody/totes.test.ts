import { afterAll, beforeAll, expect, test } from 'vitest'
import { DeliveryId, newId, OrderId } from '../../../src/kernel/ids.js'
import { openWorld, type World } from '../../builders/world.js'
import { Phone, results } from './story.js'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

let made = 0

/** A delivery with two totes, as the hub sent it away. */
async function givenDelivery(state: 'packed' | 'dispatched') {
  const groupingId = await world.given.grouping()
  const { establishmentId, deliveryPointId } = await world.given.member(groupingId)
  const courier = await world.as({ role: 'courier', groupingId })
  const packedById = courier.actor.userId
  const now = world.clock.now()
  made += 1
  const codes = [`BAC-${made}-1`, `BAC-${made}-2`]
  const orderId = newId(OrderId)
  const deliveryId = newId(DeliveryId)
  const common = { groupingId, establishmentId }
  await world.owner.prisma.supplyOrder.create({
    data: {
      ...common,
      id: orderId,
      deliveryPointId,
      number: `C-2026-${made}`,
      kind: 'allotment',
      state: state === 'packed' ? 'released' : 'dispatched',
      requestedById: packedById,
      createdAt: now,
      updatedAt: now,
    },
  })
  await world.owner.prisma.delivery.create({
    data: {
      ...common,
      id: deliveryId,
      orderId,
      deliveryPointId,
      state,
      packedById,
      packedAt: now,
      totes: {
        create: codes.map((code, i) => ({
          ...common,
          id: newId(DeliveryId),
          code,
          position: i + 1,
          storageClass: 'cold',
        })),
      },
    },
  })
  const read = () => world.owner.prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } })
  return { courier, codes, read, establishmentId, phone: new Phone(world.clock.now) }
}

test('a delivery is handed over when its last tote is, at the time the phone saw it', async () => {
  const { courier, codes, read, establishmentId, phone } = await givenDelivery('dispatched')
  const [first, second] = codes
  const seenAt = new Date(world.clock.now().getTime() - 1_800_000)
  const deviceAt = seenAt.toISOString()
  const place = { placeEstablishmentId: establishmentId, deviceAt }
  const pickUps = codes.map((containerCode) =>
    phone.event('picked-up', { containerCode, deviceAt }),
  )
  await phone.send(courier, pickUps)
  await phone.send(courier, [phone.event('dropped-off', { containerCode: first, ...place })])
  expect((await read()).state).toBe('dispatched')
  const last = phone.event('dropped-off', { containerCode: second, ...place })
  await phone.send(courier, [last])
  expect(await read()).toMatchObject({ state: 'delivered', deliveredAt: seenAt })
  expect(results(await phone.send(courier, [last]))).toEqual(['duplicate'])
})

test('a tote put down elsewhere is not handed over', async () => {
  const { courier, codes, read, phone } = await givenDelivery('dispatched')
  const { establishmentId } = await world.given.establishment()
  const place = { placeEstablishmentId: establishmentId }
  await phone.send(
    courier,
    codes.map((containerCode) => phone.event('dropped-off', { containerCode, ...place })),
  )
  expect((await read()).state).toBe('dispatched')
})

test('events on a delivery the hub has not recorded as gone are kept, and move nothing', async () => {
  const { courier, codes, read, establishmentId, phone } = await givenDelivery('packed')
  const place = { placeEstablishmentId: establishmentId, temperatureDeciCelsius: 95 }
  const answer = await phone.send(
    courier,
    codes.map((containerCode) => phone.event('dropped-off', { containerCode, ...place })),
  )
  expect(results(answer)).toEqual(['accepted', 'accepted'])
  expect(answer.items[0]?.flags).toEqual(['excursion'])
  expect((await read()).state).toBe('packed')
})
