import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src/kernel/calendar.js'
import type { LotId, OrderLineId, ProductId } from '../../../src/kernel/ids.js'
import { units } from '../../../src/kernel/units.js'
import {
  allocateLines,
  expireLots,
  moveStock,
  reconcileStock,
  releaseLines,
} from '../../../src/stock/index.js'
import { listBalances } from '../../../src/stock/list-balances.js'
import { quarantineLot } from '../../../src/stock/quarantine-lot.js'
import { releaseQuarantine } from '../../../src/stock/release-quarantine.js'
import { BalancesQuery } from '../../../src/stock/schema.js'
import { openWorld, START, type World } from '../../builders/world.js'
import {
  committed,
  givenLot,
  givenOrder,
  openPharmacy,
  type Pharmacy,
  violationsOf,
} from './pharmacy.js'

let world: World
let hub: Pharmacy
let productId: ProductId
let lotId: LotId
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set(START)
  hub = await openPharmacy(world)
  productId = await world.given.product()
  lotId = await givenLot(hub, { productId, units: 10, expiresOn: '2026-03-12' })
})

const available = async () =>
  (await world.owner.prisma.stockItem.findFirstOrThrow({ where: { productId } })).availableUnits

async function allocate(count: number) {
  const { lineIds } = await givenOrder(hub, [{ productId, units: count }])
  const [given] = await committed(hub.pharmacist, (tx) =>
    allocateLines(tx, hub.pharmacist, {
      groupingId: hub.groupingId,
      lines: [{ lineId: lineIds[0] as OrderLineId, productId, units: units(count) }],
      usableUntilAtLeast: calendarDate('2026-03-12'),
    }),
  )
  return given
}

describe('quarantine', () => {
  test('takes a lot out of what is available at once, and the refusal says so', async () => {
    await allocate(4)
    expect(await available()).toBe(6)
    const view = await quarantineLot(hub.pharmacist, lotId, { reason: 'Aspect trouble' })
    expect(view).toMatchObject({ status: 'quarantine', statusReason: 'Aspect trouble' })
    expect(await available()).toBe(0)
    expect(await allocate(2)).toMatchObject({
      allocatedUnits: 0,
      unmet: [{ reason: 'quarantine', units: 2 }],
    })
    expect(await violationsOf(hub)).toEqual([])
    await expect(quarantineLot(hub.pharmacist, lotId, { reason: 'Encore' })).rejects.toMatchObject({
      code: 'wrong-state',
    })

    await releaseQuarantine(hub.pharmacist, lotId, { reason: 'Contrôle conforme' })
    expect(await available()).toBe(6)
    expect(await violationsOf(hub)).toEqual([])
  })

  test('a reservation given back while its lot is blocked becomes available with the lot, not before', async () => {
    const kept = await allocate(4)
    await quarantineLot(hub.pharmacist, lotId, { reason: 'Doute' })
    const lineIds = kept === undefined ? [] : [kept.lineId]
    await committed(hub.pharmacist, (tx) =>
      releaseLines(tx, hub.pharmacist, { groupingId: hub.groupingId, lineIds }),
    )
    expect(await available()).toBe(0)
    await releaseQuarantine(hub.pharmacist, lotId, { reason: 'Conforme' })
    expect(await available()).toBe(10)
  })

  test('a release puts what a member sent back into its store again', async () => {
    await committed(hub.pharmacist, (tx) =>
      moveStock(tx, hub.pharmacist, {
        groupingId: hub.groupingId,
        movements: [
          {
            key: `${lotId}:back`,
            lotId,
            fromLocationId: hub.storeId,
            toLocationId: hub.places.byKind.quarantine,
            units: units(3),
            reason: 'quarantine-in',
            subjectType: 'lot',
            subjectId: lotId,
          },
        ],
      }),
    )
    expect(await available()).toBe(7)
    await releaseQuarantine(hub.pharmacist, lotId, { reason: 'Conforme' })
    expect(await available()).toBe(10)
    await expect(
      releaseQuarantine(hub.pharmacist, lotId, { reason: 'Conforme' }),
    ).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('is a pharmacist’s decision', async () => {
    const preparer = await world.as({ role: 'preparer', groupingId: hub.groupingId })
    await expect(quarantineLot(preparer, lotId, { reason: 'Doute' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('the day a lot expires', () => {
  test('its free units leave what is available, once', async () => {
    await allocate(4)
    world.clock.set('2026-03-13T00:05:00.000+01:00')
    expect(await expireLots(hub.pharmacist, hub.groupingId)).toBe(1)
    expect(await available()).toBe(0)
    expect(await expireLots(hub.pharmacist, hub.groupingId)).toBe(0)
    expect(await violationsOf(hub)).toEqual([])
  })

  test('a lot is left alone through its last day', async () => {
    world.clock.set('2026-03-12T23:30:00.000+01:00')
    expect(await expireLots(hub.pharmacist, hub.groupingId)).toBe(0)
    expect(await available()).toBe(10)
  })
})

describe('the nightly comparison', () => {
  const alarms = () =>
    world.owner.prisma.auditEntry.findMany({
      where: { groupingId: hub.groupingId, action: 'stock.differs-from-ledger' },
    })

  test('finds nothing in a sound stock', async () => {
    expect(await reconcileStock(hub.pharmacist, hub.groupingId)).toBe(0)
    expect(await alarms()).toEqual([])
    const noted = { groupingId: hub.groupingId, action: 'stock.agrees-with-ledger' }
    expect(await world.owner.prisma.auditEntry.count({ where: noted })).toBe(1)
  })

  test('raises an alarm on a planted difference and repairs nothing', async () => {
    await world.owner.prisma.stockItem.updateMany({
      where: { productId },
      data: { availableUnits: 9 },
    })
    expect(await reconcileStock(hub.pharmacist, hub.groupingId)).toBe(1)
    expect(await alarms()).toMatchObject([
      { details: { differences: 1, first: [{ rule: 'available-is-free', found: '9' }] } },
    ])
    expect(await available()).toBe(9)
  })
})

describe('balances', () => {
  test('page through by expiry without missing or repeating a row', async () => {
    for (const expiresOn of ['2026-05-01', '2026-05-01', '2026-04-01']) {
      await givenLot(hub, { productId, units: 2, expiresOn })
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const query = { groupingId: hub.groupingId, productId, limit: '2', ...(cursor && { cursor }) }
      const page = await listBalances(hub.pharmacist, BalancesQuery.parse(query))
      seen.push(...page.items.map(({ expiresOn }) => expiresOn))
      cursor = page.nextCursor
    } while (cursor !== undefined)
    expect(seen).toEqual(['2026-03-12', '2026-04-01', '2026-05-01', '2026-05-01'])
  })
})
