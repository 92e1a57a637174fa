import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src/kernel/calendar.js'
import type { EstablishmentId, OrderLineId, ProductId } from '../../../src/kernel/ids.js'
import { units } from '../../../src/kernel/units.js'
import { inTransaction } from '../../../src/platform/db/transaction.js'
import { allocateLines, reduceAllocation, releaseLines } from '../../../src/stock/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { committed, givenLot, givenOrder, openPharmacy, type Pharmacy } from './pharmacy.js'

let world: World
let hub: Pharmacy
beforeAll(async () => {
  world = await openWorld()
  hub = await openPharmacy(world)
})
afterAll(() => world.close())

const TODAY = calendarDate('2026-03-12')

const allocate = (
  lines: readonly { lineId: OrderLineId; productId: ProductId; units: number }[],
  isAllOrNothing = false,
) =>
  committed(hub.pharmacist, (tx) =>
    allocateLines(tx, hub.pharmacist, {
      groupingId: hub.groupingId,
      lines: lines.map((line) => ({ ...line, units: units(line.units) })),
      usableUntilAtLeast: TODAY,
      isAllOrNothing,
    }),
  )

const item = (productId: ProductId) =>
  world.owner.prisma.stockItem.findUniqueOrThrow({
    where: { groupingId_productId: { groupingId: hub.groupingId, productId } },
  })

async function ordered(productId: ProductId, asked: number) {
  const order = await givenOrder(hub, [{ productId, units: asked }])
  const [lineId] = order.lineIds
  if (lineId === undefined) throw new Error('no line')
  return { ...order, lineId, line: { lineId, productId, units: asked } }
}

describe('allocation', () => {
  test('takes the earliest expiry first, over as many lots as it needs', async () => {
    const productId = await world.given.product()
    const late = await givenLot(hub, { productId, units: 10, expiresOn: '2027-06-30' })
    const early = await givenLot(hub, { productId, units: 4, expiresOn: '2026-09-30' })
    const { line } = await ordered(productId, 6)
    const [given] = await allocate([line])
    expect(given?.picks.map(({ lotId, units: taken }) => [lotId, taken])).toEqual([
      [early, 4],
      [late, 2],
    ])
    expect(given?.unmet).toEqual([])
    expect((await item(productId)).availableUnits).toBe(8)
  })

  test('a line that needs more lots than are read at first is not short', async () => {
    const productId = await world.given.product()
    for (let lot = 0; lot < 11; lot++) await givenLot(hub, { productId, units: 1 })
    const { line } = await ordered(productId, 11)
    const [given] = await allocate([line], true)
    expect(given?.picks).toHaveLength(11)
    expect((await item(productId)).availableUnits).toBe(0)
  })

  test('two lines of one product in one call never take the same units', async () => {
    const productId = await world.given.product()
    for (let lot = 0; lot < 3; lot++) await givenLot(hub, { productId, units: 5 })
    const first = await ordered(productId, 7)
    const second = await ordered(productId, 9)
    const given = await allocate([first.line, second.line])
    expect(given.map(({ allocatedUnits }) => allocatedUnits)).toEqual([7, 8])
    expect(given[1]?.unmet).toMatchObject([{ units: 1, reason: 'reserved' }])
  })

  test('says why for every unit it does not give', async () => {
    const productId = await world.given.product({ minimumShelfLifeDays: 30 })
    await givenLot(hub, { productId, units: 5, expiresOn: '2026-04-01', lotNumber: 'COURT' })
    await givenLot(hub, { productId, units: 4, expiresOn: '2026-12-31', lotNumber: 'PRIS' })
    const other = await ordered(productId, 4)
    await allocate([other.line])
    const mine = await ordered(productId, 12)
    const [given] = await allocate([mine.line])
    expect(given?.allocatedUnits).toBe(0)
    expect(given?.unmet).toEqual([
      {
        reason: 'expires-too-soon',
        units: 5,
        detail: {
          presentUnits: 5,
          orderNumbers: [],
          lots: [{ lotNumber: 'COURT', expiresOn: '2026-04-01', units: 5 }],
        },
      },
      {
        reason: 'reserved',
        units: 4,
        detail: {
          presentUnits: 4,
          orderNumbers: [other.number],
          lots: [{ lotNumber: 'PRIS', expiresOn: null, units: 4 }],
        },
      },
      { reason: 'none', units: 3, detail: { presentUnits: 0, orderNumbers: [], lots: [] } },
    ])
  })

  test('all or nothing leaves nothing reserved when one line is short', async () => {
    const productId = await world.given.product()
    await givenLot(hub, { productId, units: 3 })
    const { line } = await ordered(productId, 4)
    await expect(allocate([line], true)).rejects.toMatchObject({ code: 'insufficient-stock' })
    expect((await item(productId)).availableUnits).toBe(3)
  })

  test('a second call for the rest of a line adds to what it holds', async () => {
    const productId = await world.given.product()
    const lotId = await givenLot(hub, { productId, units: 10 })
    const { line, lineId } = await ordered(productId, 6)
    await allocate([{ ...line, units: 2 }])
    await allocate([{ ...line, units: 4 }])
    const kept = await world.owner.prisma.allocation.findMany({ where: { lineId } })
    expect(kept).toMatchObject([{ lotId, units: 6 }])
  })

  test('released units may be promised again at once', async () => {
    const productId = await world.given.product()
    await givenLot(hub, { productId, units: 10 })
    const { line, lineId } = await ordered(productId, 10)
    await allocate([line])
    await committed(hub.pharmacist, (tx) =>
      releaseLines(tx, hub.pharmacist, { groupingId: hub.groupingId, lineIds: [lineId] }),
    )
    expect(await item(productId)).toMatchObject({ availableUnits: 10, ownedUnits: 10 })
    expect(await world.owner.prisma.allocation.count({ where: { lineId } })).toBe(0)
  })

  test('a member may give back what is kept for its own lines, and for no other', async () => {
    const productId = await world.given.product()
    await givenLot(hub, { productId, units: 10 })
    const { line, lineId } = await ordered(productId, 10)
    await allocate([line])
    const { groupingId } = hub
    const release = async (establishmentId: EstablishmentId) => {
      const ctx = await world.as({ role: 'requester', groupingId, establishmentId })
      return committed(ctx, (tx) => releaseLines(tx, ctx, { groupingId, lineIds: [lineId] }))
    }
    const stranger = await world.given.member(groupingId)
    await expect(release(stranger.establishmentId)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await release(hub.member.establishmentId)).toMatchObject([{ lineId, units: 10 }])
    expect((await item(productId)).availableUnits).toBe(10)
  })

  test('a pick shortage gives back exactly what was not found', async () => {
    const productId = await world.given.product()
    const lotId = await givenLot(hub, { productId, units: 10 })
    const { line, lineId } = await ordered(productId, 8)
    await allocate([line])
    const reduce = (fewer: number) =>
      inTransaction(hub.pharmacist, async (tx) => {
        const less = { groupingId: hub.groupingId, lineId, lotId, units: units(fewer) }
        await reduceAllocation(tx, hub.pharmacist, less)
        return null
      })
    await reduce(3)
    expect((await item(productId)).availableUnits).toBe(5)
    await expect(reduce(6)).rejects.toMatchObject({ code: 'insufficient-stock' })
    await world.owner.prisma.allocation.updateMany({ where: { lineId }, data: { pickedUnits: 4 } })
    // What is in the crate is not given back.
    await expect(reduce(2)).rejects.toMatchObject({ code: 'insufficient-stock' })
    await reduce(1)
    expect((await item(productId)).availableUnits).toBe(6)
  })

  test('a lot is usable through its expiry day in Paris, and never the day after', async () => {
    const productId = await world.given.product()
    await givenLot(hub, { productId, units: 10, expiresOn: '2026-03-12' })
    const first = await ordered(productId, 1)
    world.clock.set('2026-03-12T22:59:59.000Z')
    expect((await allocate([first.line]))[0]?.allocatedUnits).toBe(1)
    const second = await ordered(productId, 1)
    world.clock.set('2026-03-12T23:00:00.000Z')
    const [refused] = await allocate([second.line])
    expect(refused).toMatchObject({ allocatedUnits: 0, unmet: [{ reason: 'expired', units: 1 }] })
    world.clock.set('2026-03-12T08:00:00.000Z')
  })
})
