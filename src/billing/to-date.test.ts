import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { type Cents, cents } from '../kernel/money.js'
import { addPools, type BudgetedMonth, toDate } from './to-date.js'

const month = (budget: bigint, charged: bigint | null): BudgetedMonth => ({
  budget: cents(budget),
  charged: charged === null ? null : cents(charged),
})
const anyMonth = fc
  .record({ budget: fc.bigInt({ min: 0n, max: 10n ** 9n }), charged: fc.option(fc.bigInt()) })
  .map(({ budget, charged }) => month(budget, charged))
const year = fc.array(anyMonth, { minLength: 12, maxLength: 12 })
const sum = (values: readonly (Cents | null)[]): bigint =>
  values.reduce<bigint>((total, value) => total + (value ?? 0n), 0n)

describe('a year against its budget', () => {
  test('counts everything since January, month by month', () => {
    expect(toDate([month(100n, 90n), month(100n, null), month(100n, 130n)])).toEqual([
      { budget: 100n, charged: 90n, budgetToDate: 100n, chargedToDate: 90n },
      { budget: 100n, charged: null, budgetToDate: 200n, chargedToDate: 90n },
      { budget: 100n, charged: 130n, budgetToDate: 300n, chargedToDate: 220n },
    ])
  })

  test('a month in which no pool had anything stays empty, it is not a month of nothing', () => {
    expect(
      addPools([
        [month(1n, null), month(2n, 5n)],
        [month(10n, null), month(20n, null)],
      ]),
    ).toEqual([month(11n, null), month(22n, 5n)])
  })

  test.prop([fc.array(year, { minLength: 1, maxLength: 6 })])(
    'ends with the sum of every pool and every month, to the cent',
    (pools) => {
      const december = toDate(addPools(pools)).at(-1)
      expect(december?.budgetToDate).toBe(sum(pools.flat().map(({ budget }) => budget)))
      expect(december?.chargedToDate).toBe(sum(pools.flat().map(({ charged }) => charged)))
    },
  )
})
