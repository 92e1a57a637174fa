import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { encodeGs1 } from '../../../src/kernel/gs1.js'
import type { ProductId } from '../../../src/kernel/ids.js'
import { receiveStock } from '../../../src/stock/index.js'
import { listItems } from '../../../src/stock/list-items.js'
import { listReceipts } from '../../../src/stock/receipt-view.js'
import { ItemsQuery, ReceiptsQuery, ReceiveStockInput } from '../../../src/stock/schema.js'
import { openWorld, type World, withKey } from '../../builders/world.js'
import { openPharmacy, type Pharmacy, violationsOf } from './pharmacy.js'

let world: World
let hub: Pharmacy
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  hub = await openPharmacy(world)
})

const receive = (line: object, rest: object = {}, ctx = hub.pharmacist) =>
  receiveStock(
    ctx,
    ReceiveStockInput.parse({
      groupingId: hub.groupingId,
      supplierName: 'Grossiste-répartiteur',
      supplierReference: 'BL 4512',
      lines: [line],
      ...rest,
    }),
  )

const byHand = (productId: ProductId, line: object = {}) => ({
  productId,
  lotNumber: 'LOT1',
  expiresOn: '2027-12-31',
  units: 10,
  unitCost: '2.5',
  ...line,
})

const boxOf = (productId: ProductId) =>
  world.owner.prisma.presentation.findFirstOrThrow({ where: { productId } })

async function scanOf(productId: ProductId, ...rest: [string, string][]): Promise<string> {
  return encodeGs1([['01', (await boxOf(productId)).gtin14 ?? ''], ...rest])
}

describe('a receipt', () => {
  test('by scan fills product, lot and expiry, and turns packs into units', async () => {
    const productId = await world.given.product({ unitsPerPack: 28 })
    await world.owner.prisma.product.update({
      where: { id: productId },
      data: { isSerialised: true },
    })
    const scan = await scanOf(productId, ['17', '271200'], ['10', 'A12B'], ['21', 'SER900001'])
    const view = await receive({ scan, packs: 3, unitCost: '0.25' })
    expect(view.number).toBe('R-2026-00001')
    expect(view.lines).toMatchObject([
      {
        productId,
        lotNumber: 'A12B',
        // A day of 00 is the last of the month.
        expiresOn: '2027-12-31',
        units: 84,
        locationName: 'Réserve',
        unitCost: '0.250000',
        averageCostAfter: '0.250000',
        inputMode: 'scan',
      },
    ])
    expect(await violationsOf(hub)).toEqual([])
  })

  test('a scan without an expiry keeps the one of the known lot', async () => {
    const productId = await world.given.product()
    await receive(byHand(productId, { lotNumber: 'CONNU' }))
    const scan = await scanOf(productId, ['10', 'CONNU'])
    const view = await receive({ scan, units: 5, unitCost: '2.5' })
    expect(view.lines[0]?.expiresOn).toBe('2027-12-31')
    const lots = await world.owner.prisma.lot.findMany({ where: { productId } })
    expect(lots).toHaveLength(1)
  })

  test('a lost separator is an error, never a wrong lot', async () => {
    const productId = await world.given.product()
    await world.owner.prisma.product.update({
      where: { id: productId },
      data: { isSerialised: true },
    })
    const scan = await scanOf(productId, ['17', '271231'], ['10', 'LOT121SER9'])
    await expect(receive({ scan, units: 5, unitCost: '1' })).rejects.toMatchObject({
      code: 'scan-unreadable',
    })
    expect(await world.owner.prisma.lot.count({ where: { productId } })).toBe(0)
  })

  test('a box that says something else than what was typed is refused', async () => {
    const productId = await world.given.product()
    const scan = await scanOf(productId, ['17', '271231'], ['10', 'VRAI'])
    await expect(
      receive({ scan, lotNumber: 'TYPED', units: 5, unitCost: '1' }),
    ).rejects.toMatchObject({ code: 'scan-mismatch', details: { scanned: 'VRAI' } })
  })

  test('narcotics go to the safe, cold goods to the cold room', async () => {
    const narcotic = await world.given.product({ isNarcotic: true, storageClass: 'cold' })
    const cold = await world.given.product({ storageClass: 'cold' })
    const view = await receive(byHand(narcotic), { lines: [byHand(narcotic), byHand(cold)] })
    expect(view.lines.map(({ locationName }) => locationName)).toEqual([
      'Coffre des stupéfiants',
      'Chambre froide',
    ])
  })

  test('an expired lot, another expiry or a recalled lot is refused and writes nothing', async () => {
    const productId = await world.given.product()
    await expect(receive(byHand(productId, { expiresOn: '2026-03-11' }))).rejects.toMatchObject({
      code: 'lot-expired',
    })
    await receive(byHand(productId, { expiresOn: '2026-03-12' }))
    await expect(receive(byHand(productId))).rejects.toMatchObject({
      code: 'lot-conflict',
      details: { expiresOn: '2026-03-12' },
    })
    await world.owner.prisma.lot.updateMany({ where: { productId }, data: { status: 'recalled' } })
    await expect(receive(byHand(productId, { expiresOn: '2026-03-12' }))).rejects.toMatchObject({
      code: 'lot-blocked',
    })
    expect(
      await world.owner.prisma.stockReceipt.count({ where: { groupingId: hub.groupingId } }),
    ).toBe(1)
  })

  test('numbers have no gap after a refusal', async () => {
    const productId = await world.given.product()
    await expect(receive(byHand(productId, { expiresOn: '2020-01-01' }))).rejects.toMatchObject({
      code: 'lot-expired',
    })
    expect((await receive(byHand(productId))).number).toBe('R-2026-00001')
  })

  test('the average cost follows line after line, half up at six decimals', async () => {
    const productId = await world.given.product()
    await receive(byHand(productId, { units: 100, unitCost: '2.500000' }))
    const view = await receive(byHand(productId), {
      lines: [
        byHand(productId, { units: 50, unitCost: '2.80' }),
        byHand(productId, { units: 3, unitCost: '1.000001' }),
      ],
    })
    // (250 + 140) / 150, then (390 + 3.000003) / 153 = 2.5686274…
    expect(view.lines.map(({ averageCostAfter }) => averageCostAfter)).toEqual([
      '2.600000',
      '2.568627',
    ])
    expect(await violationsOf(hub)).toEqual([])
  })

  test('into a closed month is refused', async () => {
    const productId = await world.given.product()
    await world.owner.prisma.period.create({
      data: {
        id: crypto.randomUUID(),
        groupingId: hub.groupingId,
        month: new Date('2026-02-01'),
        state: 'closed',
        createdAt: world.clock.now(),
      },
    })
    await expect(
      receive(byHand(productId), { receivedAt: '2026-02-20T10:00:00Z' }),
    ).rejects.toMatchObject({ code: 'period-closed' })
  })

  test('sent twice under one key, comes in once', async () => {
    const productId = await world.given.product()
    const ctx = withKey(hub.pharmacist, 'double-click')
    const first = await receive(byHand(productId), {}, ctx)
    expect(await receive(byHand(productId), {}, ctx)).toEqual(first)
    const { items } = await listItems(
      hub.pharmacist,
      ItemsQuery.parse({ groupingId: hub.groupingId }),
    )
    expect(items).toMatchObject([{ id: productId, availableUnits: 10, averageCost: '2.500000' }])
    expect(
      await listReceipts(hub.pharmacist, ReceiptsQuery.parse({ groupingId: hub.groupingId })),
    ).toMatchObject({ items: [{ id: first.id }] })
  })

  test('is not for a member', async () => {
    const productId = await world.given.product()
    const { groupingId } = hub
    const { establishmentId } = hub.member
    const receiver = await world.as({ role: 'receiver', groupingId, establishmentId })
    await expect(receive(byHand(productId), {}, receiver)).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
