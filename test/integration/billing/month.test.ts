import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderDocumentKind } from '../../../jobs/handlers/document-renderer.js'
import { createAllocationKey } from '../../../src/billing/create-allocation-key.js'
import { createCostPool } from '../../../src/billing/create-cost-pool.js'
import { closePeriod, freezePeriod, recordCharge } from '../../../src/billing/index.js'
import { listStatements } from '../../../src/billing/queries.js'
import { simulatePeriod } from '../../../src/billing/simulate-period.js'
import { getStatementDetail } from '../../../src/billing/statement-detail.js'
import { billingViolations } from '../../../src/billing/violations.js'
import { calendarDate, yearMonth } from '../../../src/kernel/calendar.js'
import { DeliveryId, type GroupingId, LocationId, LotId, newId } from '../../../src/kernel/ids.js'
import { AmountInput } from '../../../src/kernel/money.js'
import type { Context } from '../../../src/platform/context.js'
import { inReadTransaction } from '../../../src/platform/db/transaction.js'
import type { GivenMember } from '../../builders/given.js'
import { openWorld, type World } from '../../builders/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const MARCH = yearMonth('2026-03')
const APRIL = yearMonth('2026-04')
const euros = (text: string) => AmountInput.parse(text)

interface Scene {
  readonly groupingId: GroupingId
  readonly finance: Context
  readonly members: readonly GivenMember[]
  readonly deliver: (
    member: GivenMember,
    units: number,
    unitCostMicros: bigint,
    at?: string,
  ) => Promise<void>
}

/** A pharmacy with three members and somebody in finance, on 2 April 2026. */
async function scene(): Promise<Scene> {
  const { given, owner } = world
  world.clock.set('2026-04-02T08:00:00Z')
  const groupingId = await given.grouping()
  const members = [await given.member(groupingId), await given.member(groupingId)]
  members.push(await given.member(groupingId, { fromOn: calendarDate('2026-03-12') }))
  const finance = await world.as({ role: 'finance-controller', groupingId })
  const productId = await given.product()
  const lotId = newId(LotId)
  const createdAt = world.clock.now()
  await owner.prisma.lot.create({
    data: {
      id: lotId,
      groupingId,
      productId,
      lotNumber: 'L1',
      expiresOn: new Date('2030-01-01'),
      createdAt,
    },
  })
  const places = new Map<string, { transit: string; store: string }>()
  for (const { establishmentId } of members) {
    const [transit, store] = [newId(LocationId), newId(LocationId)]
    await owner.prisma.location.createMany({
      data: [
        {
          id: transit,
          groupingId,
          establishmentId,
          kind: 'in-transit',
          name: 'En transit',
          createdAt,
        },
        {
          id: store,
          groupingId,
          establishmentId,
          kind: 'member-store',
          name: 'Réserve',
          createdAt,
        },
      ],
    })
    places.set(establishmentId, { transit, store })
  }
  let moves = 0
  return {
    groupingId,
    finance,
    members,
    deliver: async ({ establishmentId }, units, unitCostMicros, at = '2026-03-15T09:00:00Z') => {
      moves += 1
      const place = places.get(establishmentId)
      const [from, to] = units > 0 ? [place?.transit, place?.store] : [place?.store, place?.transit]
      const month = await inReadTransaction(
        finance,
        (tx) =>
          tx.$queryRaw<[{ month: Date }]>`
          select navette_accounting_month(${groupingId}::uuid, ${new Date(at)}::date, ${new Date(at)}) as month`,
      )
      await owner.prisma.stockMovement.create({
        data: {
          groupingId,
          establishmentId,
          productId,
          lotId,
          fromLocationId: from ?? '',
          toLocationId: to ?? '',
          units: Math.abs(units),
          reason: 'delivery-accepted',
          unitCostMicros,
          subjectType: 'delivery',
          subjectId: newId(DeliveryId),
          lineId: newId(DeliveryId),
          actorId: finance.actor.userId,
          occurredAt: new Date(at),
          recordedAt: new Date(at),
          accountingMonth: month[0].month,
          movementKey: `${groupingId}-${moves}`,
        },
      })
    },
  }
}

async function withPools({ finance, groupingId, members }: Scene) {
  const products = await createCostPool(finance, {
    groupingId,
    code: 'PRODUITS',
    label: 'Produits de santé',
    source: 'products',
  })
  const staff = await createCostPool(finance, {
    groupingId,
    code: 'DISPENSATION',
    label: 'Dispensation',
    source: 'charges',
  })
  const structure = await createCostPool(finance, {
    groupingId,
    code: 'STRUCTURE',
    label: 'Structure',
    source: 'charges',
  })
  await createAllocationKey(finance, {
    poolId: staff.id,
    label: 'Unités dispensées',
    fromMonth: yearMonth('2026-01'),
    decisionReference: 'AG du 12/12/2025',
    components: [{ driver: 'units-dispensed', weight: 1, weights: [] }],
  })
  await createAllocationKey(finance, {
    poolId: structure.id,
    label: 'Lits et places',
    fromMonth: yearMonth('2026-01'),
    decisionReference: 'AG du 12/12/2025',
    components: [
      {
        driver: 'contractual',
        weight: 1,
        weights: members.map(({ establishmentId }, i) => ({
          establishmentId,
          weight: [580, 100, 90][i] ?? 0,
        })),
      },
    ],
  })
  return { products, staff, structure }
}

const charge = (
  poolId: Awaited<ReturnType<typeof withPools>>['staff']['id'],
  amount: string,
  month = MARCH,
) => ({
  poolId,
  month,
  amount: euros(amount),
  label: 'Charges du mois',
  documentReference: 'OD-1',
})

describe('closing a month', () => {
  test('splits products by consumption, staff by units and structure by beds and days, to the cent', async () => {
    const s = await scene()
    const { staff, structure } = await withPools(s)
    const [foch, fleurs, joining] = s.members
    if (!foch || !fleurs || !joining) throw new TypeError('three members')
    await s.deliver(foch, 6120, 123_457n)
    await s.deliver(fleurs, 1430, 98_765n)
    await s.deliver(joining, 980, 333_333n)
    await recordCharge(s.finance, charge(staff.id, '12345.67'))
    await recordCharge(s.finance, charge(structure.id, '1000.00'))

    await freezePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
    const closed = await closePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })

    expect(closed.state).toBe('closed')
    const split = await simulatePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
    const amounts = split.pools.map((pool) => pool.shares.map(({ amount }) => amount))
    expect(amounts[0]).toEqual(['755.56', '141.23', '326.67'])
    expect(amounts[1]).toEqual(['8857.62', '2069.67', '1418.38'])
    // 580 × 31, 100 × 31, 90 × 20 (member from the 12th): 17 980 / 3 100 / 1 800 of 22 880.
    expect(amounts[2]).toEqual(['785.84', '135.49', '78.67'])
    const violations = await billingViolations(world.owner.prisma)
    expect(violations).toEqual([])
  })

  test('issues one statement per member and the split table, each drawable from its frozen data', async () => {
    const s = await scene()
    await withPools(s)
    for (const member of s.members) await s.deliver(member, 10, 2_600_000n)
    await freezePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
    await closePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })

    const documents = await world.owner.prisma.document.findMany({
      where: { groupingId: s.groupingId },
    })
    expect(documents.map(({ kind }) => kind).toSorted()).toEqual([
      'cost-split',
      'usage-statement',
      'usage-statement',
      'usage-statement',
      'usage-statement-csv',
      'usage-statement-csv',
      'usage-statement-csv',
    ])
    for (const { kind, data } of documents) {
      const [once, again] = [
        await renderDocumentKind(kind, data),
        await renderDocumentKind(kind, data),
      ]
      expect(Buffer.compare(once, again)).toBe(0)
    }
    const { items } = await listStatements(s.finance, { groupingId: s.groupingId, limit: 10 })
    expect(items.map(({ total }) => total)).toEqual(['26.00', '26.00', '26.00'])
  })

  test('a member reads its own statement and nobody else’s', async () => {
    const s = await scene()
    await withPools(s)
    const [foch, fleurs] = s.members
    if (!foch || !fleurs) throw new TypeError('two members')
    await s.deliver(foch, 10, 1_000_000n)
    await freezePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
    await closePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
    const ward = await world.as({
      role: 'requester',
      groupingId: s.groupingId,
      establishmentId: fleurs.establishmentId,
    })

    const { items } = await listStatements(ward, { limit: 10 })

    expect(items.map(({ establishmentId }) => establishmentId)).toEqual([fleurs.establishmentId])
    await expect(
      simulatePeriod(ward, { groupingId: s.groupingId, month: MARCH }),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('opens a statement on the figures it prints, for its member alone', async () => {
    const s = await scene()
    await withPools(s)
    const [foch, fleurs] = s.members
    if (!foch || !fleurs) throw new TypeError('two members')
    await s.deliver(foch, 10, 1_000_000n)
    await freezePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
    await closePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
    const as = (establishmentId: typeof foch.establishmentId) =>
      world.as({ role: 'requester', groupingId: s.groupingId, establishmentId })
    const [own, other] = [await as(foch.establishmentId), await as(fleurs.establishmentId)]
    const [statement] = (await listStatements(own, { limit: 1 })).items
    if (!statement) throw new TypeError('a statement')

    const detail = await getStatementDetail(own, statement.id)

    expect(detail).toMatchObject({ previous: null, consumption: { total: '10.00' } })
    expect(detail.consumption.lines.map(({ units }) => units)).toEqual([10])
    await expect(getStatementDetail(other, statement.id)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('a late movement and a late charge land in the next month and name their origin', async () => {
    const s = await scene()
    const { structure } = await withPools(s)
    const [foch] = s.members
    if (!foch) throw new TypeError('a member')
    await s.deliver(foch, 100, 1_000_000n)
    await recordCharge(s.finance, charge(structure.id, '1000.00'))
    await freezePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
    await s.deliver(foch, -40, 1_000_000n, '2026-03-20T09:00:00Z')
    await closePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
    const late = await recordCharge(s.finance, charge(structure.id, '-100.00'))
    expect(late).toMatchObject({ accountingMonth: APRIL, originMonth: MARCH })

    world.clock.set('2026-05-04T08:00:00Z')
    await freezePeriod(s.finance, { groupingId: s.groupingId, month: APRIL })
    await closePeriod(s.finance, { groupingId: s.groupingId, month: APRIL })

    const statement = await world.owner.prisma.document.findFirstOrThrow({
      where: {
        groupingId: s.groupingId,
        kind: 'usage-statement',
        establishmentId: foch.establishmentId,
      },
      orderBy: { issuedAt: 'desc' },
    })
    expect(statement.data).toMatchObject({
      period: '2026-04',
      total: '-118.58',
      corrections: [
        { originPeriod: '2026-03', reason: 'Produits de santé', amount: '-40.00' },
        { originPeriod: '2026-03', reason: 'Structure', amount: '-78.58' },
      ],
    })
    expect(await billingViolations(world.owner.prisma)).toEqual([])
  })

  test('refuses to freeze a month that is not over, and to close one that is not frozen', async () => {
    const s = await scene()
    await expect(
      freezePeriod(s.finance, { groupingId: s.groupingId, month: APRIL }),
    ).rejects.toMatchObject({
      code: 'period-not-ready',
      details: { blockers: [{ code: 'month-not-over' }] },
    })
    await expect(
      closePeriod(s.finance, { groupingId: s.groupingId, month: MARCH }),
    ).rejects.toMatchObject({
      code: 'wrong-state',
    })
  })

  test('names the pool that has money and no key', async () => {
    const s = await scene()
    const pool = await createCostPool(s.finance, {
      groupingId: s.groupingId,
      code: 'TRANSPORT',
      label: 'Transport',
      source: 'charges',
    })
    await recordCharge(s.finance, charge(pool.id, '10.00'))
    await freezePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
    await expect(
      closePeriod(s.finance, { groupingId: s.groupingId, month: MARCH }),
    ).rejects.toMatchObject({
      code: 'key-missing',
      details: { pool: 'TRANSPORT' },
    })
  })

  test('a closed month refuses a new key and keeps its figures whatever is tried', async () => {
    const s = await scene()
    const { staff } = await withPools(s)
    await freezePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
    await closePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })

    await expect(
      createAllocationKey(s.finance, {
        poolId: staff.id,
        label: 'Autre clé',
        fromMonth: MARCH,
        decisionReference: 'AG',
        components: [{ driver: 'stops', weight: 1, weights: [] }],
      }),
    ).rejects.toMatchObject({ code: 'period-closed' })
    await expect(
      world.db.pool.query(`update period_share set amount_cents = 0`),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      world.owner.pool.query(`update period_pool set total_cents = 0`),
    ).rejects.toMatchObject({ code: 'NV001' })
  })
})
