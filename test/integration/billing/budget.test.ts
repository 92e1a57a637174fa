import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RecordBudgetInput } from '../../../src/billing/budget-schema.js'
import { compareBudget } from '../../../src/billing/compare-budget.js'
import { closePeriod, freezePeriod, recordCharge } from '../../../src/billing/index.js'
import { listBudgets } from '../../../src/billing/list-budgets.js'
import { recordBudget } from '../../../src/billing/record-budget.js'
import { openWorld, type World } from '../../builders/world.js'
import { APRIL, charge, MARCH, monthScene, type Scene, withPools } from './month-scene.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const YEAR = 2026

async function yearScene() {
  const scene = await monthScene(world)
  return { ...scene, ...(await withPools(scene)) }
}

/** A vote that gives each pool the same amount every month. */
const vote = (
  { groupingId }: Scene,
  replacesVersion: number,
  monthly: Readonly<Record<string, string>>,
) =>
  RecordBudgetInput.parse({
    ...{ groupingId, year: YEAR, votedOn: '2026-01-15', replacesVersion },
    decisionReference: `AG, vote ${replacesVersion + 1}`,
    pools: Object.entries(monthly).map(([poolId, amount]) => ({
      poolId,
      amounts: Array.from({ length: 12 }, () => amount),
    })),
  })

describe('the budget of a year', () => {
  test('is what was voted last; earlier votes stay readable', async () => {
    const s = await yearScene()
    const { groupingId, finance } = s
    await recordBudget(finance, vote(s, 0, { [s.staff.id]: '1000.01' }))
    await recordBudget(finance, vote(s, 1, { [s.staff.id]: '1200.00', [s.products.id]: '0.50' }))

    const votes = await listBudgets(finance, { groupingId, year: YEAR })

    expect(votes.map(({ version, total }) => [version, total])).toEqual([
      [2, '14406.00'],
      [1, '12000.12'],
    ])
    expect(votes[0]?.pools.map(({ label, total }) => [label, total])).toEqual([
      ['Produits de santé', '6.00'],
      ['Dispensation', '14400.00'],
    ])
    const compared = await compareBudget(finance, { groupingId, year: YEAR })
    expect(compared).toMatchObject({ version: 2 })
    expect(compared.total.at(-1)).toMatchObject({ budgetToDate: '14406.00' })
  })

  test('two people who record a vote at once: one does, the other is told to read it first', async () => {
    const s = await yearScene()
    const first = vote(s, 0, { [s.staff.id]: '1.00' })

    const outcomes = await Promise.allSettled([
      recordBudget(s.finance, first),
      recordBudget(s.finance, first),
    ])

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'precondition-failed' },
    })
  })

  test('is not recorded before it is voted, nor for a pool of another grouping', async () => {
    const [s, other] = [await yearScene(), await yearScene()]
    const own = vote(s, 0, { [s.staff.id]: '1.00' })
    const tomorrow = RecordBudgetInput.shape.votedOn.parse('2026-04-03')

    await expect(recordBudget(s.finance, { ...own, votedOn: tomorrow })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await expect(
      recordBudget(s.finance, vote(s, 0, { [other.staff.id]: '1.00' })),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(await listBudgets(s.finance, { groupingId: s.groupingId, year: YEAR })).toEqual([])
  })

  test('is a fact: not even the owner of the database rewrites it', async () => {
    const s = await yearScene()
    const { id } = await recordBudget(s.finance, vote(s, 0, { [s.staff.id]: '1.00' }))

    await expect(
      world.owner.prisma.budgetLine.updateMany({
        where: { voteId: id },
        data: { amountCents: 1n },
      }),
    ).rejects.toThrow(/facts/)
  })

  test('stays with the hub: a member is told nothing of it', async () => {
    const s = await yearScene()
    const { groupingId } = s
    await recordBudget(s.finance, vote(s, 0, { [s.staff.id]: '1.00' }))
    const establishmentId = s.members[0]?.establishmentId
    if (establishmentId === undefined) throw new TypeError('a member')
    const ward = await world.as({ role: 'requester', groupingId, establishmentId })

    await expect(listBudgets(ward, { groupingId, year: YEAR })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(compareBudget(ward, { groupingId, year: YEAR })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('a year against its budget', () => {
  test('counts a closed month as it was frozen, an open one as recorded so far', async () => {
    const s = await yearScene()
    const { groupingId, finance, staff, products } = s
    const [foch] = s.members
    if (foch === undefined) throw new TypeError('a member')
    await s.deliver(foch, 100, 1_250_000n)
    await recordCharge(finance, charge(staff.id, '900.00'))
    await recordCharge(finance, charge(s.structure.id, '10.00'))
    await freezePeriod(finance, { groupingId, month: MARCH })
    await closePeriod(finance, { groupingId, month: MARCH })
    await recordCharge(finance, charge(staff.id, '50.00', APRIL))
    await recordCharge(finance, charge(staff.id, '25.00', MARCH))
    await recordBudget(finance, vote(s, 0, { [staff.id]: '1000.00', [products.id]: '100.00' }))

    const { months, pools, total } = await compareBudget(finance, { groupingId, year: YEAR })

    const of = (poolId: string) => pools.find((pool) => pool.poolId === poolId)?.months
    expect(months.map(({ period }) => period?.state ?? null).slice(0, 5)).toEqual([
      ...[null, null],
      ...['closed', 'open', null],
    ])
    expect(of(products.id)?.[2]).toEqual({
      ...{ budget: '100.00', charged: '125.00', budgetToDate: '300.00', chargedToDate: '125.00' },
    })
    expect(of(staff.id)?.slice(1, 5)).toEqual([
      { budget: '1000.00', charged: null, budgetToDate: '2000.00', chargedToDate: '0.00' },
      { budget: '1000.00', charged: '900.00', budgetToDate: '3000.00', chargedToDate: '900.00' },
      // The late charge of March lands in April.
      { budget: '1000.00', charged: '75.00', budgetToDate: '4000.00', chargedToDate: '975.00' },
      { budget: '1000.00', charged: null, budgetToDate: '5000.00', chargedToDate: '975.00' },
    ])
    expect(of(s.structure.id)?.[2]).toMatchObject({ budget: '0.00', charged: '10.00' })
    expect(total[2]).toMatchObject({ budget: '1100.00', charged: '1035.00' })
  })
})
