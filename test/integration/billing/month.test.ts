import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderDocumentKind } from '../../../jobs/handlers/document-renderer.js'
import { createAllocationKey } from '../../../src/billing/create-allocation-key.js'
import { createCostPool } from '../../../src/billing/create-cost-pool.js'
import { closePeriod, freezePeriod, recordCharge } from '../../../src/billing/index.js'
import { listStatements } from '../../../src/billing/queries.js'
import { simulatePeriod } from '../../../src/billing/simulate-period.js'
import { getStatementDetail } from '../../../src/billing/statement-detail.js'
import { billingViolations } from '../../../src/billing/violations.js'
import { openWorld, type World } from '../../builders/world.js'
import { APRIL, charge, MARCH, monthScene, withPools } from './month-scene.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const scene = () => monthScene(world)

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
