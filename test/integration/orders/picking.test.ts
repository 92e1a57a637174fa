import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeGs1 } from '../../../src/kernel/gs1.js'
import type { LotId, ProductId } from '../../../src/kernel/ids.js'
import { type OrderView, PickInput, pickForOrder } from '../../../src/orders/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { givenLot } from '../stock/pharmacy.js'
import { type Cast, openCast, picking } from './journey.js'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

const refusal = (code: string) => expect.objectContaining({ code })

interface Shelf {
  readonly productId: ProductId
  readonly lotId: LotId
  readonly gtin: string
  readonly order: OrderView
}

/** An order being picked, whose one lot is LOT-1, good until the end of 2027. */
async function givenShelf(units = 5): Promise<Shelf> {
  const productId = await world.given.product()
  const lotId = await givenLot(cast, { productId, units: 20, lotNumber: 'LOT-1' })
  const { gtin14 } = await world.owner.prisma.presentation.findFirstOrThrow({
    where: { productId },
  })
  return {
    productId,
    lotId,
    gtin: gtin14 ?? '',
    order: await picking(cast, [{ productId, units }]),
  }
}

const scanOf = (gtin: string, lot = 'LOT-1', expiry = '271231') =>
  encodeGs1([
    ['01', gtin],
    ['17', expiry],
    ['10', lot],
  ])

const pick = ({ order }: Shelf, input: object) =>
  pickForOrder(cast.preparer, order.id, PickInput.parse(input))

describe('picking by scan', () => {
  test('takes units of the lot that is kept, and names the picker once', async () => {
    const shelf = await givenShelf()
    await pick(shelf, { scan: scanOf(shelf.gtin), units: 2 })
    const after = await pick(shelf, { scan: scanOf(shelf.gtin), units: 3 })
    expect(after.lines[0]).toMatchObject({ pickedUnits: 5 })
    expect(after.timeline.filter(({ action }) => action === 'pick')).toHaveLength(1)
  })

  test('refuses another product, another lot and another expiry, saying what is expected', async () => {
    const shelf = await givenShelf()
    const other = await givenShelf()
    for (const scan of [
      scanOf(other.gtin),
      scanOf(shelf.gtin, 'LOT-2'),
      scanOf(shelf.gtin, 'LOT-1', '280131'),
    ]) {
      await expect(pick(shelf, { scan, units: 1 })).rejects.toEqual(
        expect.objectContaining({
          code: 'scan-mismatch',
          details: { expected: [expect.objectContaining({ lotNumber: 'LOT-1', units: 5 })] },
        }),
      )
    }
  })

  test('refuses a code without a lot: the box must say which one it is', async () => {
    const shelf = await givenShelf()
    await expect(pick(shelf, { scan: shelf.gtin, units: 1 })).rejects.toEqual(
      refusal('scan-unreadable'),
    )
  })

  test('never takes more than is kept, and audits the attempt', async () => {
    const shelf = await givenShelf()
    await expect(pick(shelf, { scan: scanOf(shelf.gtin), units: 6 })).rejects.toMatchObject({
      code: 'over-approved',
      details: {
        ...{ takenUnits: 6, remainingUnits: 5, lotNumber: expect.any(String) },
        denomination: expect.stringContaining('PRODUIT'),
      },
    })
    const attempts = await world.owner.prisma.auditEntry.findMany({
      where: { subjectId: shelf.order.id, action: 'order.attempt-refused' },
    })
    expect(attempts).toHaveLength(1)
  })

  test('refuses a lot that was recalled or that expired since it was reserved', async () => {
    const recalled = await givenShelf()
    await world.owner.prisma.lot.update({
      where: { id: recalled.lotId },
      data: { status: 'recalled' },
    })
    await expect(pick(recalled, { scan: scanOf(recalled.gtin), units: 1 })).rejects.toEqual(
      refusal('lot-blocked'),
    )

    const old = await givenShelf()
    world.clock.set('2028-01-01T09:00:00Z')
    await expect(
      pick(old, { productId: old.productId, lotNumber: 'LOT-1', units: 1 }),
    ).rejects.toEqual(refusal('lot-expired'))
    world.clock.set('2026-03-12T08:00:00Z')
  })
})

describe('picking by hand', () => {
  test('takes a product and its lot, and refuses a lot that is not kept', async () => {
    const shelf = await givenShelf()
    const { productId } = shelf
    const after = await pick(shelf, { productId, lotNumber: 'LOT-1', units: 1 })
    expect(after.lines[0]).toMatchObject({ pickedUnits: 1 })
    await expect(pick(shelf, { productId, lotNumber: 'LOT-9', units: 1 })).rejects.toEqual(
      refusal('scan-mismatch'),
    )
  })

  test('needs either a scan or both product and lot', () => {
    expect(PickInput.safeParse({ units: 1 }).success).toBe(false)
    expect(PickInput.safeParse({ units: 1, lotNumber: 'A' }).success).toBe(false)
  })
})
