import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { explainShare } from '../../../src/billing/explain-share.js'
import { closePeriod, freezePeriod, openPeriod, recordCharge } from '../../../src/billing/index.js'
import { listActivity } from '../../../src/billing/list-activity.js'
import { listMonthTotals } from '../../../src/billing/list-month-totals.js'
import { previewKey } from '../../../src/billing/preview-key.js'
import { listCharges } from '../../../src/billing/queries.js'
import { reverseCharge } from '../../../src/billing/reverse-charge.js'
import { simulatePeriod } from '../../../src/billing/simulate-period.js'
import { openWorld, type World } from '../../builders/world.js'
import { APRIL, charge, MARCH, monthScene, withPools } from './month-scene.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** March of three members, with staff charged and shared by units. */
async function march() {
  const s = await monthScene(world)
  const pools = await withPools(s)
  const [foch, fleurs, joining] = s.members
  if (!foch || !fleurs || !joining) throw new TypeError('three members')
  await s.deliver(foch, 6120, 123_457n)
  await s.deliver(foch, -20, 123_457n)
  await s.deliver(fleurs, 1430, 98_765n)
  await s.deliver(joining, 980, 333_333n)
  await recordCharge(s.finance, charge(pools.staff.id, '12345.67'))
  await recordCharge(s.finance, charge(pools.structure.id, '1000.00'))
  const { id: periodId } = await openPeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
  return { ...s, ...pools, foch, fleurs, joining, periodId }
}

describe('an amount of a month', () => {
  test('is explained by its key, its remainder and its charges, to the cent of the split', async () => {
    const s = await march()
    const split = await simulatePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
    const shown = split.pools.find(({ poolId }) => poolId === s.staff.id)
    const explained = await Promise.all(
      s.members.map(({ establishmentId }) =>
        explainShare(s.finance, { periodId: s.periodId, poolId: s.staff.id, establishmentId }),
      ),
    )

    expect(explained.map(({ amount }) => amount)).toEqual(shown?.shares.map(({ amount }) => amount))
    expect(explained[0]).toMatchObject({
      numerator: '6100',
      denominator: '8510',
      ownTotal: '12345.67',
      parts: [{ driver: 'units-dispensed', quantity: '6100', total: '8510' }],
      charges: [{ amount: '12345.67', documentReference: 'OD-1' }],
    })
    const cents = explained.filter(({ rounding }) => rounding?.hasExtraCent)
    const cut = explained.map(({ rounding }) => BigInt((rounding?.cut ?? '0.00').replace('.', '')))
    expect(cut.reduce((sum, value) => sum + value, BigInt(cents.length))).toBe(1_234_567n)
  })

  test('counts a contractual weight by days of membership', async () => {
    const s = await march()
    const { establishmentId } = s.joining
    const share = { periodId: s.periodId, poolId: s.structure.id, establishmentId }

    expect(await explainShare(s.finance, share)).toMatchObject({
      ...{ memberDays: 20, monthDays: 31, amount: '78.67' },
      parts: [{ driver: 'contractual', quantity: '1800', total: '22880' }],
    })
  })

  test('opens onto the movements that make its numerator, page by page', async () => {
    const s = await march()
    const { establishmentId } = s.foch
    const wish = { establishmentId, driver: 'units-dispensed', limit: 1 } as const
    const first = await listActivity(s.finance, s.periodId, wish)
    const cursor = first.nextCursor
    const second = await listActivity(s.finance, s.periodId, { ...wish, cursor })
    const all = [...first.items, ...second.items]

    expect(all.map(({ counts }) => counts).toSorted()).toEqual(['-20', '6120'])
    expect(all[0]).toMatchObject({ kind: 'movement', lotNumber: 'L1', unitCost: '0.123457' })
    expect(second.nextCursor).toBeUndefined()
    const deliveries = { establishmentId, driver: 'deliveries', limit: 10 } as const
    const { items } = await listActivity(s.finance, s.periodId, deliveries)
    expect(items.map(({ counts }) => counts).toSorted()).toEqual(['0', '1'])
  })

  test('stays with the hub: a member is told nothing of it', async () => {
    const s = await march()
    const { establishmentId } = s.foch
    const { groupingId, fleurs } = s
    const other = { groupingId, establishmentId: fleurs.establishmentId }
    const ward = await world.as({ role: 'requester', ...other })
    const wish = { periodId: s.periodId, poolId: s.staff.id, establishmentId }
    const facts = { establishmentId, driver: 'stops', limit: 10 } as const

    for (const reading of [
      () => explainShare(ward, wish),
      () => listActivity(ward, s.periodId, facts),
      () => listMonthTotals(ward, s.groupingId),
      () => previewKey(ward, { poolId: s.staff.id, month: MARCH, components: [] }),
    ]) {
      await expect(reading()).rejects.toMatchObject({
        code: expect.stringMatching(/^(forbidden|not-found)$/),
      })
    }
  })
})

describe('months side by side', () => {
  test('are what their closing froze, by pool and by member', async () => {
    const s = await march()
    await freezePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
    await closePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })
    const split = await simulatePeriod(s.finance, { groupingId: s.groupingId, month: MARCH })

    const [frozen, ...others] = await listMonthTotals(s.finance, s.groupingId)

    expect(others).toEqual([])
    expect(frozen).toMatchObject({ month: MARCH, total: split.total })
    expect(frozen?.members.map(({ total }) => total)).toEqual(
      split.members.map(({ total }) => total),
    )
    expect(frozen?.pools.map(({ total }) => total)).toEqual(split.pools.map(({ total }) => total))
  })

  test('a closed month is read from its snapshot, whatever became of its members since', async () => {
    const s = await march()
    const month = { groupingId: s.groupingId, month: MARCH }
    await freezePeriod(s.finance, month)
    await closePeriod(s.finance, month)
    const { establishmentId } = s.joining
    const wish = { periodId: s.periodId, poolId: s.structure.id, establishmentId }
    const read = async () => ({
      split: await simulatePeriod(s.finance, month),
      share: await explainShare(s.finance, wish),
    })
    const before = await read()

    await world.owner.prisma.membership.updateMany({
      where: { groupingId: s.groupingId, establishmentId },
      data: { toOn: new Date('2026-03-13') },
    })
    await world.owner.prisma.establishment.updateMany({
      where: { id: s.foch.establishmentId },
      data: { name: 'Un autre nom' },
    })

    expect(await read()).toEqual(before)
    expect(before.share).toMatchObject({
      ...{ memberDays: 20, monthDays: 31, amount: '78.67' },
      parts: [{ driver: 'contractual', quantity: '1800', total: '22880' }],
    })
  })

  test('another key is tried on a month without writing anything', async () => {
    const s = await march()
    const keys = () => world.owner.prisma.allocationKey.count({ where: { poolId: s.staff.id } })
    const before = await keys()

    const preview = await previewKey(s.finance, {
      poolId: s.staff.id,
      month: MARCH,
      components: [
        {
          driver: 'contractual',
          weight: 1,
          weights: s.members.map(({ establishmentId }) => ({ establishmentId, weight: 1 })),
        },
      ],
    })

    expect(preview).toMatchObject({ total: '12345.67', denominator: '82' })
    expect(preview.members.map(({ after }) => after)).toEqual(['4667.27', '4667.26', '3011.14'])
    const changes = preview.members.map(({ change }) => BigInt(change.replace('.', '')))
    expect(changes.reduce((sum, change) => sum + change, 0n)).toBe(0n)
    expect(await keys()).toBe(before)
  })
})

describe('before closing', () => {
  test('a charge names who recorded it, and the contrary one', async () => {
    const s = await march()
    const wrong = await recordCharge(s.finance, charge(s.staff.id, '99.99'))
    const contrary = await reverseCharge(s.finance, wrong.id, { reason: 'Saisie en double' })

    const charges = await listCharges(s.finance, { groupingId: s.groupingId, month: MARCH })

    expect(contrary).toMatchObject({ amount: '-99.99', reversesId: wrong.id, reversedById: null })
    expect(charges.find(({ id }) => id === wrong.id)).toMatchObject({
      reversedById: contrary.id,
      recordedBy: s.finance.actor.displayName,
    })
  })

  test('every pool that nothing was recorded for is named', async () => {
    const s = await march()
    const april = await simulatePeriod(s.finance, { groupingId: s.groupingId, month: APRIL })

    expect(april.warnings).toEqual([
      {
        code: 'pools-without-charges',
        message: 'No charge is recorded for Dispensation, Structure',
        count: 2,
        subjects: [
          { id: s.staff.id, label: 'Dispensation' },
          { id: s.structure.id, label: 'Structure' },
        ],
      },
    ])
  })
})
