import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { costOf, microEuros, microsToDecimal, toCents } from '../kernel/money.js'
import { units } from '../kernel/units.js'
import { type CostEvent, NO_STOCK, nextAverageCost, replayAverageCost } from './average-cost.js'

const receipt = (count: number, unitCostMicros: bigint): CostEvent => ({
  kind: 'receipt',
  units: units(count),
  unitCostMicros: microEuros(unitCostMicros),
})

describe('nextAverageCost', () => {
  test('weighs 100 units at 2,50 € and 50 at 2,80 € into 2,60 €', () => {
    const before = { onHandUnits: units(100), averageCostMicros: microEuros(2_500_000n) }
    const after = nextAverageCost(before, {
      units: units(50),
      unitCostMicros: microEuros(2_800_000n),
    })
    expect(microsToDecimal(after)).toBe('2.600000')
    // An issue of 30 units is worth 78,00 €; 120 units stay, worth 312,00 €.
    expect(toCents(costOf(after, 30))).toBe(78_00n)
    expect(toCents(costOf(after, 120))).toBe(312_00n)
  })

  test('rounds half a micro-euro up, once', () => {
    const before = { onHandUnits: units(1), averageCostMicros: microEuros(1n) }
    expect(nextAverageCost(before, { units: units(1), unitCostMicros: microEuros(2n) })).toBe(2n)
    expect(nextAverageCost(before, { units: units(2), unitCostMicros: microEuros(2n) })).toBe(2n)
    expect(nextAverageCost(before, { units: units(3), unitCostMicros: microEuros(0n) })).toBe(0n)
  })

  test('takes the cost of the receipt when nothing is left', () => {
    const before = { onHandUnits: units(0), averageCostMicros: microEuros(9_000_000n) }
    expect(nextAverageCost(before, { units: units(7), unitCostMicros: microEuros(123_457n) })).toBe(
      123_457n,
    )
  })

  test('treats an average of nothing as a defect', () => {
    expect(() =>
      nextAverageCost(NO_STOCK, { units: units(0), unitCostMicros: microEuros(1n) }),
    ).toThrow(RangeError)
  })

  const cost = fc.bigInt({ min: 0n, max: 10_000_000_000n }).map(microEuros)
  const count = fc.integer({ min: 1, max: 100_000 }).map(units)
  test.prop([count, cost, count, cost])('stays between the two costs', (held, was, came, price) => {
    const after = nextAverageCost(
      { onHandUnits: held, averageCostMicros: was },
      { units: came, unitCostMicros: price },
    )
    const [low, high] = was < price ? [was, price] : [price, was]
    expect(after >= low && after <= high).toBe(true)
  })

  test.prop([count, cost, count, cost])(
    'is never half a micro-euro per unit away',
    (held, was, came, price) => {
      const after = nextAverageCost(
        { onHandUnits: held, averageCostMicros: was },
        { units: came, unitCostMicros: price },
      )
      const error = 2n * (after * BigInt(held + came) - costOf(was, held) - costOf(price, came))
      expect(error <= BigInt(held + came) && error > -BigInt(held + came)).toBe(true)
    },
  )
})

describe('replayAverageCost', () => {
  test('gives the cost after each event, and only receipts change it', () => {
    const history = replayAverageCost([
      receipt(100, 2_500_000n),
      receipt(50, 2_800_000n),
      { kind: 'issue', units: units(30) },
      { kind: 'return', units: units(5) },
    ])
    expect(history).toEqual([
      { onHandUnits: 100, averageCostMicros: 2_500_000n },
      { onHandUnits: 150, averageCostMicros: 2_600_000n },
      { onHandUnits: 120, averageCostMicros: 2_600_000n },
      { onHandUnits: 125, averageCostMicros: 2_600_000n },
    ])
  })

  test('keeps the last average of an empty stock until the next receipt', () => {
    const history = replayAverageCost([
      receipt(2, 1_000_000n),
      { kind: 'issue', units: units(2) },
      { kind: 'return', units: units(1) },
      receipt(1, 2_000_000n),
    ])
    expect(history.map(({ averageCostMicros }) => averageCostMicros)).toEqual([
      1_000_000n,
      1_000_000n,
      1_000_000n,
      1_500_000n,
    ])
  })

  test('refuses to issue what is not there', () => {
    expect(() => replayAverageCost([{ kind: 'issue', units: units(1) }])).toThrow(
      expect.objectContaining({ code: 'insufficient-stock' }),
    )
  })

  test('nothing happened, nothing to say', () => {
    expect(replayAverageCost([])).toEqual([])
  })
})
