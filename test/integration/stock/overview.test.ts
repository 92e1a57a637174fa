import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src/kernel/calendar.js'
import type { LotId, OrderLineId, ProductId } from '../../../src/kernel/ids.js'
import { units } from '../../../src/kernel/units.js'
import { listCoverage } from '../../../src/stock/coverage.js'
import { expiryHorizon } from '../../../src/stock/expiry-horizon.js'
import { allocateLines, memberPlaces, moveStock, traceLot } from '../../../src/stock/index.js'
import { listItems } from '../../../src/stock/list-items.js'
import { listLots } from '../../../src/stock/list-lots.js'
import { listMovements } from '../../../src/stock/list-movements.js'
import { listPlaces } from '../../../src/stock/list-places.js'
import { listReservations } from '../../../src/stock/list-reservations.js'
import { LotsQuery, MovementsQuery } from '../../../src/stock/overview-schema.js'
import { quarantineLot } from '../../../src/stock/quarantine-lot.js'
import { ItemsQuery } from '../../../src/stock/schema.js'
import { weeklyConsumption } from '../../../src/stock/weekly-consumption.js'
import { openWorld, START, type World } from '../../builders/world.js'
import { committed, givenLot, givenOrder, openPharmacy, type Pharmacy } from './pharmacy.js'

let world: World
let hub: Pharmacy
let productId: ProductId
let early: LotId
let late: LotId
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
// Thursday 12 March 2026.
beforeEach(async () => {
  world.clock.set(START)
  hub = await openPharmacy(world)
  productId = await world.given.product()
  early = await givenLot(hub, { productId, units: 10, expiresOn: '2026-03-31', lotNumber: 'E1' })
  late = await givenLot(hub, { productId, units: 30, expiresOn: '2027-12-31', lotNumber: 'L1' })
})

/** Some units of the early lot leave for the member, and stay on the road. */
async function dispatch(count: number) {
  const { orderId, lineIds } = await givenOrder(hub, [{ productId, units: count }])
  await committed(hub.pharmacist, async (tx) => {
    const { inTransitId } = await memberPlaces(tx, hub.pharmacist, {
      groupingId: hub.groupingId,
      establishmentId: hub.member.establishmentId,
    })
    return moveStock(tx, hub.pharmacist, {
      groupingId: hub.groupingId,
      movements: [
        {
          key: `${orderId}:dispatch`,
          lotId: early,
          fromLocationId: hub.storeId,
          toLocationId: inTransitId,
          units: units(count),
          reason: 'dispatch',
          subjectType: 'order',
          subjectId: orderId,
          lineId: lineIds[0] as OrderLineId,
        },
      ],
    })
  })
}

const lots = async (wish: object = {}) => {
  const query = LotsQuery.parse({ groupingId: hub.groupingId, ...wish })
  return (await listLots(hub.pharmacist, query)).items
}
const itemsOf = async (wish: object = {}) => {
  const query = ItemsQuery.parse({ groupingId: hub.groupingId, ...wish })
  return (await listItems(hub.pharmacist, query)).items
}

describe('the stock by lot', () => {
  test('says where the units of a lot are, and what the hub holds is worth', async () => {
    await dispatch(4)

    expect(await lots()).toMatchObject([
      { lotId: early, hubUnits: 6, inTransitUnits: 4, memberUnits: 0, hubValue: '6.00' },
      { lotId: late, hubUnits: 30, inTransitUnits: 0, hubValue: '30.00' },
    ])
  })

  test('is narrowed by expiry, number, status and place, and paged', async () => {
    await quarantineLot(hub.pharmacist, late, { reason: 'Doute' })
    const numbers = async (wish: object) =>
      (await lots(wish)).map(({ lotNumber }) => lotNumber).join()

    expect(await numbers({ expiresBefore: '2026-04-01' })).toBe('E1')
    expect(await numbers({ expiresFrom: '2026-04-01' })).toBe('L1')
    expect(await numbers({ q: 'l1' })).toBe('L1')
    expect(await numbers({ status: 'blocked' })).toBe('L1')
    expect(await numbers({ locationId: hub.storeId })).toBe('E1,L1')
    expect(await numbers({ locationId: hub.places.byKind.quarantine })).toBe('')
    const first = await listLots(
      hub.pharmacist,
      LotsQuery.parse({ groupingId: hub.groupingId, limit: '1' }),
    )
    expect(await numbers({ cursor: first.nextCursor })).toBe('L1')
  })

  test('that no unit is left of is not listed', async () => {
    await dispatch(10)

    expect((await lots()).map(({ lotId }) => lotId)).toEqual([late])
    expect((await lots({ held: 'anywhere' })).map(({ lotId }) => lotId)).toEqual([early, late])
  })
})

describe('the figures of the stock', () => {
  test('tell what expires in which week, what has expired, and what comes later', async () => {
    const horizon = await expiryHorizon(hub.pharmacist, { groupingId: hub.groupingId, weeks: 4 })
    const [week] = horizon.items.filter((each) => each.units > 0)
    expect([week, horizon.later, horizon.expired.units]).toEqual([
      { fromOn: '2026-03-30', beforeOn: '2026-04-06', lots: 1, units: 10, value: '10.00' },
      { lots: 1, units: 30, value: '30.00' },
      0,
    ])

    world.clock.set('2026-04-01T08:00:00Z')
    const after = await expiryHorizon(hub.pharmacist, { groupingId: hub.groupingId, weeks: 4 })
    expect(after.expired).toEqual({ lots: 1, units: 10, value: '10.00' })
    expect(after.items.every((each) => each.units === 0)).toBe(true)
  })

  test('tell what left in which week', async () => {
    await dispatch(4)
    world.clock.advance({ days: 7 })
    await dispatch(5)

    const { groupingId } = hub
    const { items } = await weeklyConsumption(hub.pharmacist, { groupingId, productId, weeks: 3 })
    expect(items.map(({ fromOn, units: sent, value }) => [fromOn, sent, value])).toEqual([
      ['2026-03-02', 0, '0.00'],
      ['2026-03-09', 4, '4.00'],
      ['2026-03-16', 5, '5.00'],
    ])
  })

  test('tell how long what is available lasts, where anything was sent', async () => {
    await world.given.product()
    await dispatch(4)

    const { items } = await listCoverage(hub.pharmacist, { groupingId: hub.groupingId, limit: 5 })
    expect(items).toMatchObject([{ productId, availableUnits: 36, coverageDays: 810 }])
    expect(await itemsOf()).toMatchObject([
      { ownedUnits: 36, inTransitUnits: 4, coverageDays: 810, value: '36.00' },
    ])
  })

  test('tell what each place holds', async () => {
    await dispatch(4)

    const { items } = await listPlaces(hub.pharmacist, { groupingId: hub.groupingId })
    const held = items.filter(({ onHandUnits }) => onHandUnits > 0)
    expect(
      held.map(({ kind, lots: count, onHandUnits, value }) => [kind, count, onHandUnits, value]),
    ).toEqual([
      ['store', 2, 36, '36.00'],
      ['in-transit', 1, 4, '4.00'],
    ])
  })
})

describe('a product of the stock', () => {
  test('is found by what is wrong with it', async () => {
    const names = async (wish: object) => (await itemsOf(wish)).length

    expect(await names({ expiresBefore: '2026-03-31' })).toBe(0)
    expect(await names({ expiresBefore: '2026-04-01' })).toBe(1)
    expect(await names({ narcotic: 'true' })).toBe(0)
    expect(await names({ onlyBlocked: 'true' })).toBe(0)
    expect(await names({ onlyBelowAllotment: 'true' })).toBe(0)
    expect(await names({ onlyUnavailable: 'true' })).toBe(0)
    await quarantineLot(hub.pharmacist, early, { reason: 'Doute' })
    expect(await itemsOf({ onlyBlocked: 'true' })).toMatchObject([{ blockedUnits: 10 }])
    await quarantineLot(hub.pharmacist, late, { reason: 'Doute' })
    expect(await itemsOf({ onlyUnavailable: 'true', onlyInStock: 'true' })).toMatchObject([
      { availableUnits: 0 },
    ])
  })

  test('says for whom it is kept and what moved, with who did it', async () => {
    const { groupingId, pharmacist } = hub
    const { number, lineIds } = await givenOrder(hub, [{ productId, units: 3 }])
    const [before] = (await traceLot(pharmacist, early)).movements
    expect(before).toMatchObject({ isReversible: true, subjectNumber: expect.any(String) })
    await committed(pharmacist, (tx) =>
      allocateLines(tx, pharmacist, {
        groupingId,
        lines: [{ lineId: lineIds[0] as OrderLineId, productId, units: units(3) }],
        usableUntilAtLeast: calendarDate('2026-03-12'),
      }),
    )

    expect((await listReservations(pharmacist, { groupingId, productId })).items).toMatchObject([
      { orderNumber: number, lotId: early, units: 3, pickedUnits: 0 },
    ])
    const moved = await listMovements(
      pharmacist,
      MovementsQuery.parse({ groupingId, productId, limit: '1' }),
    )
    expect(moved.items).toMatchObject([{ lotId: late, reason: 'supplier-receipt', units: 30 }])
    expect(moved.nextCursor).toBe(moved.items[0]?.id)
    const [received] = (await traceLot(pharmacist, early)).movements
    // Some of what came in is kept for an order now: its contrary would be refused.
    expect(received).toMatchObject({ isReversible: false })
    expect(received?.actorName).toEqual(expect.any(String))
  })
})
