import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { EstablishmentId, newId } from '../kernel/ids.js'
import { cents } from '../kernel/money.js'
import { type KeyComponent, splitPool } from './split-pools.js'

const [foch, fleurs, solemnes] = [
  newId(EstablishmentId),
  newId(EstablishmentId),
  newId(EstablishmentId),
]
const members = [foch, fleurs, solemnes].map((establishmentId) => ({ establishmentId, days: 31 }))
const lines: KeyComponent = {
  driver: 'lines-dispensed',
  weight: 1,
  quantities: new Map([
    [foch, 6120n],
    [fleurs, 1430n],
    [solemnes, 980n],
  ]),
}
const beds = (weight: number): KeyComponent => ({
  driver: 'contractual',
  weight,
  quantities: new Map([
    [foch, 580n],
    [fleurs, 100n],
    [solemnes, 90n],
  ]),
})
const amounts = (split: ReturnType<typeof splitPool>) =>
  split.shares.map(({ amountCents }) => amountCents)

describe('splitPool', () => {
  test('splits by lines dispensed as the worked example of the convention does', () => {
    expect(amounts(splitPool(cents(1_234_567n), [lines], members))).toEqual([
      885_762n,
      206_967n,
      141_838n,
    ])
  })

  test('counts a member that joined on day 12 for the days it was there', () => {
    const joined = [...members.slice(0, 2), { establishmentId: solemnes, days: 20 }]
    const { shares, denominator } = splitPool(cents(100_000n), [beds(1)], joined)
    expect(shares.map(({ numerator }) => numerator)).toEqual([580n * 31n, 100n * 31n, 90n * 20n])
    expect(denominator).toBe(680n * 31n + 90n * 20n)
  })

  test('leaves an empty pool without a driver at zero for everybody', () => {
    const idle = { ...lines, quantities: new Map() }
    expect(amounts(splitPool(cents(0n), [idle], members))).toEqual([0n, 0n, 0n])
  })

  test('refuses to split money when the key gives nobody any weight', () => {
    const idle = { ...lines, quantities: new Map() }
    expect(() => splitPool(cents(1n), [idle], members)).toThrow(
      expect.objectContaining({ code: 'key-missing' }),
    )
  })

  test.prop([
    fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n }),
    fc.integer({ min: 1, max: 9 }),
  ])('mixes a measured and a contractual key to the cent', (total, weight) => {
    const split = splitPool(cents(total), [lines, beds(weight)], members)
    expect(amounts(split).reduce((sum, value) => sum + value, 0n)).toBe(total)
  })
})
