import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src/kernel/calendar.js'
import type { LocationId, LotId, OrderLineId, ProductId } from '../../../src/kernel/ids.js'
import { microEuros, microsToDecimal } from '../../../src/kernel/money.js'
import { units } from '../../../src/kernel/units.js'
import type { Context } from '../../../src/platform/context.js'
import { hasSqlState } from '../../../src/platform/db/sql-errors.js'
import {
  allocateLines,
  type MemberPlaces,
  memberPlaces,
  moveStock,
  type NewMovement,
  quarantinePlace,
  traceLot,
} from '../../../src/stock/index.js'
import { reverseMovement } from '../../../src/stock/reverse-movement.js'
import { openWorld, type World } from '../../builders/world.js'
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
let member: MemberPlaces
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  hub = await openPharmacy(world)
  productId = await world.given.product()
  lotId = await givenLot(hub, { productId, units: 10, costMicros: 2_500_000n })
  member = await committed(hub.pharmacist, (tx) =>
    memberPlaces(tx, hub.pharmacist, {
      groupingId: hub.groupingId,
      establishmentId: hub.member.establishmentId,
    }),
  )
})

type Wish = Pick<NewMovement, 'reason'> & {
  from: LocationId
  to: LocationId
  count: number
} & Partial<NewMovement>

const movement = ({ from, to, count, reason, ...rest }: Wish): NewMovement => ({
  key: `${lotId}:${reason}`,
  lotId,
  fromLocationId: from,
  toLocationId: to,
  units: units(count),
  reason,
  subjectType: 'delivery',
  subjectId: lotId,
  ...rest,
})

const move = (wish: Wish, ctx: Context = hub.pharmacist) =>
  committed(ctx, (tx) =>
    moveStock(tx, ctx, { groupingId: hub.groupingId, movements: [movement(wish)] }),
  )

const onHand = async (locationId: LocationId) =>
  (await world.owner.prisma.stockBalance.findFirst({ where: { locationId, lotId } }))
    ?.onHandUnits ?? 0

/** A line with `count` units reserved for it. */
async function reserved(count: number): Promise<OrderLineId> {
  const { lineIds } = await givenOrder(hub, [{ productId, units: count }])
  const lineId = lineIds[0] as OrderLineId
  await committed(hub.pharmacist, (tx) =>
    allocateLines(tx, hub.pharmacist, {
      groupingId: hub.groupingId,
      lines: [{ lineId, productId, units: units(count) }],
      usableUntilAtLeast: calendarDate('2026-03-12'),
    }),
  )
  return lineId
}

async function dispatched(count: number): Promise<OrderLineId> {
  const lineId = await reserved(count)
  await move({
    from: hub.storeId,
    to: member.inTransitId,
    count,
    reason: 'dispatch',
    lineId,
    takesReservation: true,
  })
  return lineId
}

describe('movements', () => {
  test('a dispatch takes what was reserved, at the average cost of the moment', async () => {
    const lineId = await dispatched(4)
    const item = await world.owner.prisma.stockItem.findFirstOrThrow({ where: { productId } })
    expect(item).toMatchObject({ availableUnits: 6, ownedUnits: 6, averageCostMicros: 2_500_000n })
    expect(await world.owner.prisma.allocation.count({ where: { lineId } })).toBe(0)
    const sent = await world.owner.prisma.stockMovement.findFirstOrThrow({
      where: { reason: 'dispatch', lotId },
    })
    expect(sent).toMatchObject({
      units: 4,
      unitCostMicros: 2_500_000n,
      establishmentId: hub.member.establishmentId,
    })
    expect(await onHand(member.inTransitId)).toBe(4)
    expect(await violationsOf(hub)).toEqual([])
  })

  test('the same key moves nothing the second time, and is refused with another content', async () => {
    const wish = {
      from: hub.storeId,
      to: hub.places.byKind.quarantine,
      count: 3,
      reason: 'quarantine-in',
    } as const
    const [first] = await move(wish)
    const [again] = await move(wish)
    expect([first?.isNew, again?.isNew]).toEqual([true, false])
    expect(again?.id).toBe(first?.id)
    expect(await onHand(hub.storeId)).toBe(7)
    await expect(move({ ...wish, count: 4 })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    })
    expect(await onHand(hub.storeId)).toBe(7)
  })

  test('no place falls below zero, and reserved units are not taken by somebody else', async () => {
    const toLoss = { from: hub.storeId, to: hub.places.byKind.loss, reason: 'write-off' } as const
    await expect(move({ ...toLoss, count: 11 })).rejects.toMatchObject({
      code: 'insufficient-stock',
    })
    await reserved(8)
    await expect(move({ ...toLoss, count: 3 })).rejects.toMatchObject({
      code: 'insufficient-stock',
    })
    await move({ ...toLoss, count: 2 })
    expect(await violationsOf(hub)).toEqual([])
  })

  test('a dispatch beyond the reservation is refused', async () => {
    const lineId = await reserved(4)
    await expect(
      move({
        from: hub.storeId,
        to: member.inTransitId,
        count: 5,
        reason: 'dispatch',
        lineId,
        takesReservation: true,
      }),
    ).rejects.toMatchObject({ code: 'insufficient-stock' })
  })

  test('a receiver accepts and refuses what is on the way to its own place, and touches nothing else', async () => {
    await dispatched(4)
    const { groupingId } = hub
    const { establishmentId } = hub.member
    const receiver = await world.as({ role: 'receiver', groupingId, establishmentId })
    await move(
      { from: member.inTransitId, to: member.memberStoreId, count: 3, reason: 'delivery-accepted' },
      receiver,
    )
    const quarantineId = await committed(receiver, (tx) => quarantinePlace(tx, groupingId))
    await move(
      { from: member.inTransitId, to: quarantineId, count: 1, reason: 'delivery-refused' },
      receiver,
    )
    expect(await onHand(member.memberStoreId)).toBe(3)
    expect(await onHand(quarantineId)).toBe(1)
    const theft = { from: hub.storeId, to: member.memberStoreId, count: 1 }
    await expect(move({ ...theft, reason: 'adjustment' }, receiver)).rejects.toMatchObject({
      code: 'forbidden',
    })
    const stranger = await world.given.member(groupingId)
    const other = await world.as({
      role: 'receiver',
      groupingId,
      establishmentId: stranger.establishmentId,
    })
    await expect(
      move({ from: member.memberStoreId, to: quarantineId, count: 1, reason: 'adjustment' }, other),
    ).rejects.toMatchObject({ code: 'forbidden' })
    expect(await violationsOf(hub)).toEqual([])
  })

  test('a movement of a closed month is recorded in the next open one', async () => {
    await world.owner.prisma.period.updateMany({
      where: { groupingId: hub.groupingId },
      data: { state: 'closed' },
    })
    await move({ from: hub.storeId, to: hub.places.byKind.loss, count: 1, reason: 'write-off' })
    const late = await world.owner.prisma.stockMovement.findFirstOrThrow({
      where: { lotId, reason: 'write-off' },
    })
    expect(late.accountingMonth.toISOString().slice(0, 7)).toBe('2026-04')
    expect(await violationsOf(hub)).toEqual([])
  })
})

describe('the ledger', () => {
  test('the application role may neither change nor delete a movement', async () => {
    for (const statement of [
      'update stock_movement set units = 1',
      'delete from stock_movement',
      'truncate stock_movement',
    ]) {
      const refused = world.db.pool.query(statement)
      await expect(refused).rejects.toSatisfy((error) => hasSqlState(error, '42501'))
    }
  })

  test('even the owner is refused by the trigger', async () => {
    for (const statement of ['update stock_movement set units = 1', 'delete from stock_movement']) {
      const refused = world.owner.pool.query(statement)
      await expect(refused).rejects.toSatisfy((error) => hasSqlState(error, 'NV001'))
    }
  })

  test('a mistake is corrected by one contrary entry, once', async () => {
    const [lost] = await move({
      from: hub.storeId,
      to: hub.places.byKind.loss,
      count: 4,
      reason: 'write-off',
    })
    const id = lost?.id ?? 0n
    const view = await reverseMovement(hub.pharmacist, id, { reason: 'Retrouvé derrière le bac' })
    expect(view).toMatchObject({ reversesId: `${id}`, units: 4 })
    expect(await onHand(hub.storeId)).toBe(10)
    await expect(reverseMovement(hub.pharmacist, id, { reason: 'Encore' })).rejects.toMatchObject({
      code: 'wrong-state',
    })
    expect(await violationsOf(hub)).toEqual([])
  })

  test('a delivery is not undone behind the back of its order', async () => {
    await dispatched(2)
    const sent = await world.owner.prisma.stockMovement.findFirstOrThrow({
      where: { reason: 'dispatch', lotId },
    })
    await expect(
      reverseMovement(hub.pharmacist, sent.id, { reason: 'Erreur' }),
    ).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('the trace of a lot adds up to what was received', async () => {
    await dispatched(4)
    await move({ from: hub.storeId, to: hub.places.byKind.loss, count: 1, reason: 'write-off' })
    const trace = await traceLot(hub.pharmacist, lotId)
    expect(trace).toMatchObject({ receivedUnits: 10, heldUnits: 9, goneUnits: 1 })
    expect(trace.holders.map((holder) => [holder.locationKind, holder.onHandUnits])).toEqual([
      ['store', 5],
      ['in-transit', 4],
    ])
    expect(trace.movements.map(({ reason }) => reason)).toEqual([
      'supplier-receipt',
      'dispatch',
      'write-off',
    ])
  })

  test('the trace shows each movement as it was written', async () => {
    const [lost] = await move({
      from: hub.storeId,
      to: hub.places.byKind.loss,
      count: 1,
      reason: 'write-off',
    })
    await reverseMovement(hub.pharmacist, lost?.id ?? 0n, { reason: 'Flacon « retrouvé »' })
    const { movements } = await traceLot(hub.pharmacist, lotId)
    const written = await world.owner.prisma.stockMovement.findMany({
      where: { lotId },
      orderBy: { id: 'asc' },
      include: { fromLocation: true, toLocation: true },
    })
    expect(movements).toHaveLength(written.length)
    expect(movements).toMatchObject(
      written.map(({ fromLocation, toLocation, ...row }) => ({
        id: `${row.id}`,
        occurredAt: row.occurredAt.toISOString(),
        recordedAt: row.recordedAt.toISOString(),
        reason: row.reason,
        units: row.units,
        unitCost: microsToDecimal(microEuros(row.unitCostMicros)),
        fromKind: fromLocation.kind,
        fromName: fromLocation.name,
        toKind: toLocation.kind,
        toName: toLocation.name,
        establishmentId: row.establishmentId,
        subjectType: row.subjectType,
        subjectId: row.subjectId,
        actorId: row.actorId,
        reversesId: row.reversesId === null ? null : `${row.reversesId}`,
        note: row.note,
      })),
    )
  })

  test('another grouping cannot even learn that the lot exists', async () => {
    const other = await openPharmacy(world)
    await expect(traceLot(other.pharmacist, lotId)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('verification', () => {
  const planted = [
    [
      'balance-is-ledger',
      'update stock_balance set on_hand_units = on_hand_units + 1, is_depleted = false',
    ],
    ['available-is-free', 'update stock_item set available_units = available_units - 1'],
    ['owned-is-held', 'update stock_item set owned_units = owned_units + 1'],
    ['average-cost-replays', 'update stock_item set average_cost_micros = average_cost_micros + 1'],
    ['reserved-is-allocations', 'update stock_balance set reserved_units = reserved_units + 1'],
    ['pickable-is-usable', 'update stock_balance set is_pickable = not is_pickable'],
    [
      'movement-has-period',
      `set local session_replication_role = replica; delete from period where grouping_id in
        (select grouping_id from stock_item)`,
    ],
  ] as const

  test.for(planted)('%s is found when it is broken', async ([rule, damage]) => {
    expect(await violationsOf(hub)).toEqual([])
    const where = rule === 'movement-has-period' ? '' : ` where product_id = '${productId}'`
    await world.owner.pool.query(`begin; ${damage}${where}; commit`)
    expect((await violationsOf(hub)).map((violation) => violation.rule)).toContain(rule)
  })
})
