import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type DeliveryView,
  deliverDelivery,
  dispatchDelivery,
  getDelivery,
  leaveBehind,
  listDeliveries,
  listDiscrepancies,
  packDelivery,
  ReceiveDeliveryInput,
  receiveDelivery,
  settleDiscrepancy,
} from '../../../src/deliveries/index.js'
import { LotId, RunStopId } from '../../../src/kernel/ids.js'
import { cancelOrder, getOrder, suspendOrder } from '../../../src/orders/index.js'
import { inTransaction } from '../../../src/platform/db/transaction.js'
import { setLotStatus } from '../../../src/stock/index.js'
import { openWorld, type World, withKey } from '../../builders/world.js'
import {
  type Cast,
  delivered,
  dispatched,
  givenRun,
  openCast,
  orderIdOf,
  packed,
  packInput,
  receipt,
  released,
  stocked,
} from '../orders/journey.js'
import { violationsOf } from '../stock/pharmacy.js'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

const refusal = (code: string) => expect.objectContaining({ code })

const receive = (delivery: DeliveryView, change?: Parameters<typeof receipt>[1]) =>
  receiveDelivery(cast.receiver, delivery.id, ReceiveDeliveryInput.parse(receipt(delivery, change)))

/** As a recall does: through the stock, which also stops promising the lot. */
async function block(productId: string): Promise<void> {
  const { id } = await world.owner.prisma.lot.findFirstOrThrow({ where: { productId } })
  await inTransaction(cast.pharmacist, async (tx) => {
    const lotId = LotId.parse(id)
    await setLotStatus(tx, cast.pharmacist, {
      groupingId: cast.groupingId,
      lotId,
      status: 'recalled',
      reason: 'Rappel',
    })
    return null
  })
}

async function unitsAt(kind: string, productId: string): Promise<number> {
  const rows = await world.owner.prisma.stockBalance.findMany({
    where: { productId, location: { kind, groupingId: cast.groupingId } },
  })
  return rows.reduce((total, { onHandUnits }) => total + onHandUnits, 0)
}

describe('packing', () => {
  test('puts every picked unit in the tote of its class, and issues the labels', async () => {
    const ambient = await stocked(cast, 10)
    const cold = await stocked(cast, 4, { storageClass: 'cold' })
    const order = await released(cast, [
      { productId: ambient, units: 10 },
      { productId: cold, units: 4 },
    ])
    const delivery = await packDelivery(
      cast.preparer,
      packInput(order.id, [
        { storageClass: 'ambient' },
        { storageClass: 'cold', loggerId: 'TL-0032' },
      ]),
    )
    expect(delivery.totes.map(({ code }) => code)).toEqual([
      expect.stringMatching(/^BAC-G\d+-2026-\d{5}$/),
      expect.stringMatching(/^BAC-G\d+-2026-\d{5}$/),
    ])
    const coldTote = delivery.totes.find(({ storageClass }) => storageClass === 'cold')
    expect(delivery.lines.find(({ product }) => product.id === cold)?.toteId).toBe(coldTote?.id)
    const labels = await world.owner.prisma.document.findFirstOrThrow({
      where: { subjectId: delivery.id },
    })
    expect(labels).toMatchObject({ kind: 'tote-label', number: null })
  })

  test('refuses cold goods without a cold tote, and a cold tote without its logger', async () => {
    const productId = await stocked(cast, 4, { storageClass: 'cold' })
    const order = await released(cast, [{ productId, units: 4 }])
    for (const tote of [{ storageClass: 'ambient' }, { storageClass: 'cold' }]) {
      await expect(packDelivery(cast.preparer, packInput(order.id, [tote]))).rejects.toEqual(
        refusal('cold-chain-incomplete'),
      )
    }
  })

  test('refuses narcotics in a tote without a seal', async () => {
    const productId = await stocked(cast, 7, { isNarcotic: true })
    const order = await released(cast, [{ productId, units: 7 }], 'narcotics')
    await expect(
      packDelivery(cast.preparer, packInput(order.id, [{ storageClass: 'ambient' }])),
    ).rejects.toEqual(refusal('invalid-input'))
  })

  test('refuses a second packing, a tote code used before, and what is not released', async () => {
    const productId = await stocked(cast, 30)
    const wishes = [{ productId, units: 5 }]
    const first = await packed(cast, wishes)
    await expect(packDelivery(cast.preparer, packInput(orderIdOf(first)))).rejects.toEqual(
      refusal('duplicate'),
    )
    const again = await released(cast, wishes)
    await expect(
      packDelivery(
        cast.preparer,
        packInput(again.id, [{ storageClass: 'ambient', code: first.totes[0]?.code }]),
      ),
    ).rejects.toEqual(refusal('duplicate'))
    const gone = await dispatched(cast, wishes)
    await expect(packDelivery(cast.preparer, packInput(orderIdOf(gone)))).rejects.toEqual(
      refusal('wrong-state'),
    )
  })
})

describe('the run of a delivery', () => {
  test('is the one of its order, or the next one when that has left; the site sees when', async () => {
    const other = await openCast(world)
    const first = await givenRun(other, { number: 'T-1', cutoffAt: '10:00', plannedAt: '11:00' })
    const productId = await stocked(other, 10)
    const order = await released(other, [{ productId, units: 6 }])
    expect(order.expectedAt).toBe('2026-03-12T11:00:00.000Z')

    const second = await givenRun(other, { number: 'T-2', cutoffAt: '14:00', plannedAt: '15:00' })
    await world.owner.prisma.run.update({
      where: { id: first.runId },
      data: { state: 'started' },
    })
    await expect(
      packDelivery(other.preparer, {
        ...packInput(order.id),
        runStopId: RunStopId.parse(first.stopId),
      }),
    ).rejects.toEqual(refusal('invalid-input'))
    const delivery = await packDelivery(other.preparer, packInput(order.id))
    expect(delivery.runStopId).toBe(second.stopId)
    const after = await getOrder(other.requester, order.id)
    expect(after).toMatchObject({ expectedAt: '2026-03-12T15:00:00.000Z', run: { number: 'T-2' } })
  })
})

describe('dispatch', () => {
  test('moves the units in transit, ships the lines and numbers the note', async () => {
    const productId = await stocked(cast, 10)
    const delivery = await dispatched(cast, [{ productId, units: 6 }])
    expect(delivery).toMatchObject({ state: 'dispatched' })
    expect(delivery.noteNumber).toMatch(/^BL-2026-\d{5}$/)
    expect(await unitsAt('in-transit', productId)).toBe(6)
    const order = await getOrder(cast.pharmacist, orderIdOf(delivery))
    expect(order).toMatchObject({ state: 'dispatched' })
    expect(order.lines[0]).toMatchObject({ shippedUnits: 6, inProcessUnits: 0 })
    expect(await violationsOf(cast)).toEqual([])
  })

  test('repeated under one key gives one note, under another is refused', async () => {
    const productId = await stocked(cast, 10)
    const delivery = await packed(cast, [{ productId, units: 6 }])
    const keyed = withKey(cast.pharmacist, `dispatch-${delivery.id}`)
    const [first, second] = await Promise.all([
      dispatchDelivery(keyed, delivery.id),
      dispatchDelivery(keyed, delivery.id),
    ])
    expect(second).toEqual(first)
    await expect(dispatchDelivery(cast.pharmacist, delivery.id)).rejects.toEqual(
      refusal('wrong-state'),
    )
  })

  test('gives narcotics a series of their own', async () => {
    const productId = await stocked(cast, 7, { isNarcotic: true })
    const delivery = await dispatched(cast, [{ productId, units: 7 }], 'narcotics')
    expect(delivery.noteNumber).toMatch(/^BLS-2026-\d{5}$/)
  })

  test('is refused for a lot recalled since, and for an order suspended since', async () => {
    const productId = await stocked(cast, 10)
    const delivery = await packed(cast, [{ productId, units: 6 }])
    const orderId = orderIdOf(delivery)
    await expect(cancelOrder(cast.pharmacist, orderId, { reason: 'Erreur' })).rejects.toEqual(
      refusal('wrong-state'),
    )
    await block(productId)
    await expect(dispatchDelivery(cast.courier, delivery.id)).rejects.toEqual(
      refusal('lot-blocked'),
    )
    await suspendOrder(cast.pharmacist, orderId, { reason: 'Rappel' })
    await expect(dispatchDelivery(cast.courier, delivery.id)).rejects.toEqual(
      refusal('wrong-state'),
    )
  })

  test('left behind at loading, the order is packed again with everything in it', async () => {
    const productId = await stocked(cast, 10)
    const delivery = await packed(cast, [{ productId, units: 6 }])
    const left = await leaveBehind(cast.courier, delivery.id, { reason: 'Camion plein' })
    expect(left.state).toBe('cancelled')
    const again = await packDelivery(cast.preparer, packInput(orderIdOf(delivery)))
    const gone = await dispatchDelivery(cast.courier, again.id)
    expect(gone.lines.map(({ shippedUnits }) => shippedUnits)).toEqual([6])
    await expect(leaveBehind(cast.courier, gone.id, { reason: 'Trop tard' })).rejects.toEqual(
      refusal('wrong-state'),
    )
  })
})

describe('receipt', () => {
  test('without difference shelves everything and closes the order', async () => {
    const productId = await stocked(cast, 10)
    const delivery = await delivered(cast, [{ productId, units: 6 }])
    const after = await receive(delivery)
    expect(after).toMatchObject({
      state: 'closed',
      discrepancies: [],
      receiverTitle: 'Cadre de santé',
    })
    expect(await unitsAt('member-store', productId)).toBe(6)
    const order = await getOrder(cast.requester, orderIdOf(delivery))
    expect(order.state).toBe('closed')
    expect(order.timeline.map(({ action }) => action).slice(-4)).toEqual([
      'dispatch',
      'deliver',
      'receive',
      'close',
    ])
  })

  test('keeps refused and missing units apart until both are settled', async () => {
    const productId = await stocked(cast, 10)
    const delivery = await delivered(cast, [{ productId, units: 6 }])
    const after = await receive(delivery, { refused: 2, missing: 1 })
    expect(after.state).toBe('received')
    expect(after.discrepancies.map(({ kind, units }) => [kind, units])).toEqual([
      ['refused', 2],
      ['missing', 1],
    ])
    expect(await unitsAt('member-store', productId)).toBe(3)
    expect(await unitsAt('quarantine', productId)).toBe(2)
    expect(await unitsAt('in-transit', productId)).toBe(1)

    const [refused, missing] = after.discrepancies
    if (refused === undefined || missing === undefined) throw new Error('two differences')
    const note = 'Vérifié avec le service'
    await expect(
      settleDiscrepancy(cast.receiver, missing.id, { settlement: 'lost', note }),
    ).rejects.toEqual(refusal('forbidden'))
    await settleDiscrepancy(cast.pharmacist, missing.id, { settlement: 'found-delivered', note })
    await settleDiscrepancy(cast.pharmacist, refused.id, { settlement: 'returned-to-stock', note })
    await expect(
      settleDiscrepancy(cast.pharmacist, refused.id, { settlement: 'lost', note }),
    ).rejects.toEqual(refusal('wrong-state'))

    expect((await getDelivery(cast.receiver, delivery.id)).state).toBe('closed')
    expect((await getOrder(cast.receiver, orderIdOf(delivery))).state).toBe('closed')
    expect(await unitsAt('member-store', productId)).toBe(4)
    expect(await unitsAt('store', productId)).toBe(6)
    expect(await violationsOf(cast)).toEqual([])
  })

  test('a loss and a destruction take the units out of every place', async () => {
    const productId = await stocked(cast, 10)
    const after = await receive(await delivered(cast, [{ productId, units: 6 }]), {
      refused: 2,
      missing: 1,
    })
    const [refused, missing] = after.discrepancies
    if (refused === undefined || missing === undefined) throw new Error('two differences')
    const note = 'Constat joint'
    await settleDiscrepancy(cast.pharmacist, refused.id, { settlement: 'destroyed', note })
    await settleDiscrepancy(cast.pharmacist, missing.id, { settlement: 'lost', note })
    expect(await unitsAt('quarantine', productId)).toBe(0)
    expect(await unitsAt('in-transit', productId)).toBe(0)
    expect(await violationsOf(cast)).toEqual([])
  })

  test('names the line whose units do not add up, and accepts no silence', async () => {
    const productId = await stocked(cast, 10)
    const other = await stocked(cast, 10)
    const delivery = await delivered(cast, [
      { productId, units: 6 },
      { productId: other, units: 2 },
    ])
    const whole = ReceiveDeliveryInput.parse(receipt(delivery))
    const short = ReceiveDeliveryInput.parse({
      ...whole,
      lines: whole.lines.map((line, i) => (i === 1 ? { ...line, acceptedUnits: 1 } : line)),
    })
    await expect(receiveDelivery(cast.receiver, delivery.id, short)).rejects.toMatchObject({
      code: 'quantities-unbalanced',
      details: { deliveryLineIds: [delivery.lines[1]?.id] },
    })
    await expect(
      receiveDelivery(cast.receiver, delivery.id, { ...whole, lines: whole.lines.slice(0, 1) }),
    ).rejects.toEqual(refusal('quantities-unbalanced'))
    expect((await getDelivery(cast.receiver, delivery.id)).state).toBe('delivered')
  })

  test('needs a reason for a difference', () => {
    const line = {
      deliveryLineId: crypto.randomUUID(),
      acceptedUnits: 0,
      refusedUnits: 1,
      missingUnits: 0,
      reasonCode: 'other',
    }
    expect(ReceiveDeliveryInput.safeParse({ receiverTitle: 'IDE', lines: [line] }).success).toBe(
      false,
    )
  })

  test('is the word of the establishment: neither the hub nor a courier signs for it', async () => {
    const productId = await stocked(cast, 10)
    const delivery = await delivered(cast, [{ productId, units: 6 }])
    const whole = ReceiveDeliveryInput.parse(receipt(delivery))
    for (const ctx of [cast.pharmacist, cast.courier, cast.requester]) {
      await expect(receiveDelivery(ctx, delivery.id, whole)).rejects.toEqual(refusal('forbidden'))
    }
  })

  test('of narcotics needs another hand than the one that sent them', async () => {
    const { groupingId, member } = cast
    const both = await world.as(
      { role: 'dispatcher', groupingId },
      { role: 'receiver', groupingId, establishmentId: member.establishmentId },
    )
    const productId = await stocked(cast, 7, { isNarcotic: true })
    const ready = await packed(cast, [{ productId, units: 7 }], 'narcotics')
    await dispatchDelivery(both, ready.id)
    const delivery = await deliverDelivery(cast.courier, ready.id)
    const whole = ReceiveDeliveryInput.parse(receipt(delivery))
    await expect(receiveDelivery(both, delivery.id, whole)).rejects.toEqual(
      refusal('four-eyes-required'),
    )
    expect((await receive(delivery)).state).toBe('closed')
  })
})

describe('who sees a delivery', () => {
  test('another member sees neither the delivery nor its differences', async () => {
    const productId = await stocked(cast, 10)
    const delivery = await delivered(cast, [{ productId, units: 6 }])
    await receive(delivery, { missing: 1 })
    const { groupingId } = cast
    const { establishmentId } = await world.given.member(groupingId)
    const stranger = await world.as({ role: 'receiver', groupingId, establishmentId })
    await expect(getDelivery(stranger, delivery.id)).rejects.toEqual(refusal('not-found'))
    await expect(
      receiveDelivery(stranger, delivery.id, ReceiveDeliveryInput.parse(receipt(delivery))),
    ).rejects.toEqual(refusal('not-found'))
    const page = { limit: 50 }
    expect((await listDeliveries(stranger, page)).items).toEqual([])
    expect((await listDiscrepancies(stranger, page)).items).toEqual([])
    expect((await listDiscrepancies(cast.receiver, { ...page, state: 'open' })).items).not.toEqual(
      [],
    )
  })
})
