import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { DomainError } from './errors.js'
import { splitByWeight, splitEqually, weightedMix } from './largest-remainder.js'
import { cents } from './money.js'

const amount = fc.bigInt({ min: -10_000_000_000_000n, max: 10_000_000_000_000n }).map(cents)
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 40 })
  .filter((values) => values.some((value) => value > 0n))
const sum = (values: readonly bigint[]) => values.reduce((acc, value) => acc + value, 0n)

describe('splitByWeight', () => {
  test('splits 12 345,67 € by dispensed lines, to the cent', () => {
    expect(splitByWeight(cents(1_234_567n), [6120n, 1430n, 980n])).toEqual([
      885_762n,
      206_967n,
      141_838n,
    ])
  })

  test('gives the odd cent of 10 000 € in three to the first member', () => {
    expect(splitByWeight(cents(1_000_000n), [1n, 1n, 1n])).toEqual([333_334n, 333_333n, 333_333n])
  })

  test.prop([amount, weights])('invents and loses no cent', (total, key) => {
    expect(sum(splitByWeight(total, key))).toBe(total)
  })

  test.prop([amount, weights])('charges nothing to a member with no activity', (total, key) => {
    const shares = splitByWeight(total, key)
    expect(shares.filter((share, i) => key[i] === 0n && share !== 0n)).toEqual([])
  })

  test.prop([amount.filter((total) => total >= 0n), weights])(
    'never charges a larger weight less than a smaller one, nor equals a cent apart or more',
    (total, key) => {
      const byWeight = splitByWeight(total, key)
        .map((share, i) => ({ share, weight: key[i] ?? 0n }))
        .toSorted((a, b) => (a.weight === b.weight ? 0 : a.weight < b.weight ? -1 : 1))
      for (const [i, larger] of byWeight.entries()) {
        const smaller = byWeight[i - 1]
        if (smaller === undefined) continue
        const difference = larger.share - smaller.share
        if (larger.weight === smaller.weight) expect([-1n, 0n, 1n]).toContain(difference)
        else expect(difference).toBeGreaterThanOrEqual(0n)
      }
    },
  )

  test.prop([amount, weights])('stays within one cent of the exact share', (total, key) => {
    const whole = sum(key)
    for (const [i, share] of splitByWeight(total, key).entries()) {
      const error = share * whole - total * (key[i] ?? 0n)
      expect(error < whole && error > -whole).toBe(true)
    }
  })

  test.prop([amount, weights])('mirrors a charge into its credit', (total, key) => {
    const mirrored = splitByWeight(cents(-total), key).map((share) => 0n - share)
    expect(mirrored).toEqual(splitByWeight(total, key))
  })

  test.prop([amount, weights, fc.bigInt({ min: 1n, max: 1000n })])(
    'depends on the proportions of the weights alone',
    (total, key, factor) => {
      expect(
        splitByWeight(
          total,
          key.map((weight) => weight * factor),
        ),
      ).toEqual(splitByWeight(total, key))
    },
  )

  test('refuses a key that charges nobody', () => {
    for (const key of [[], [0n, 0n]]) {
      expect(() => splitByWeight(cents(100n), key)).toThrow(
        expect.objectContaining({ code: 'key-missing' }),
      )
    }
  })

  test('treats a negative weight as a defect', () => {
    expect(() => splitByWeight(cents(100n), [2n, -1n])).toThrow(RangeError)
  })
})

describe('weightedMix', () => {
  test('mixes 70 % lines and 30 % beds without rounding', () => {
    const mixed = weightedMix([
      { weight: 70n, members: [1n, 2n] },
      { weight: 30n, members: [1n, 0n] },
    ])
    // 0.7 × 1/3 + 0.3 = 16/30 and 0.7 × 2/3 = 14/30
    expect(mixed).toEqual([8n, 7n])
  })

  test.prop([weights, fc.bigInt({ min: 1n, max: 100n })])(
    'of one key splits as that key does',
    (members, weight) => {
      const total = cents(9_999_999n)
      expect(splitByWeight(total, weightedMix([{ weight, members }]))).toEqual(
        splitByWeight(total, members),
      )
    },
  )

  test.prop([
    fc.integer({ min: 1, max: 6 }).chain((length) =>
      fc.array(
        fc.record({
          weight: fc.bigInt({ min: 1n, max: 50n }),
          members: fc
            .array(fc.bigInt({ min: 0n, max: 500n }), { minLength: length, maxLength: length })
            .filter((values) => values.some((value) => value > 0n)),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    ),
  ])('keeps each component at its agreed proportion, exactly', (components) => {
    const mixed = weightedMix(components)
    const scale = components.reduce((product, { members }) => product * sum(members), 1n)
    const counted = sum(components.map(({ weight }) => weight))
    for (const [i, weight] of mixed.entries()) {
      const expected = sum(
        components.map((c) => (c.weight * (c.members[i] ?? 0n) * scale) / sum(c.members)),
      )
      expect(weight * counted * scale).toBe(expected * sum(mixed))
    }
  })

  test('leaves out a component that counts for nothing', () => {
    expect(
      weightedMix([
        { weight: 1n, members: [3n, 1n] },
        { weight: 0n, members: [0n, 0n] },
      ]),
    ).toEqual([3n, 1n])
  })

  test('names the component whose driver is empty', () => {
    const mix = () =>
      weightedMix([
        { weight: 1n, members: [3n, 1n] },
        { weight: 1n, members: [0n, 0n] },
      ])
    expect(mix).toThrow(DomainError)
    expect(mix).toThrow(/Component 2/)
  })

  test('refuses a mix in which nothing counts', () => {
    expect(() => weightedMix([])).toThrow(expect.objectContaining({ code: 'key-missing' }))
  })

  test('treats components of different lengths and negative weights as defects', () => {
    const one = { weight: 1n, members: [1n] }
    expect(() => weightedMix([one, { weight: 1n, members: [1n, 2n] }])).toThrow(RangeError)
    expect(() => weightedMix([one, { weight: -1n, members: [1n] }])).toThrow(RangeError)
  })
})

describe('splitEqually', () => {
  test('gives the odd cents of a year to its first months, and loses none', () => {
    expect(splitEqually(cents(10_000_07n), 12)).toEqual([
      ...Array.from({ length: 11 }, () => 83_334n),
      83_333n,
    ])
  })

  test.prop([amount, fc.integer({ min: 1, max: 40 })])(
    'gives parts that differ by a cent at most',
    (total, parts) => {
      const shares = splitEqually(total, parts)
      const ordered = shares.toSorted((a, b) => Number(a - b))
      expect(sum(shares)).toBe(total)
      expect((ordered.at(-1) ?? 0n) - (ordered[0] ?? 0n)).toBeLessThanOrEqual(1n)
    },
  )
})
