import { describe, expect, test } from 'vitest'
import { type BasketLine, differencesOf, united, withLineAt, withUnits } from './basket-line.js'

const line = (productId: string, units = 1): BasketLine => ({
  productId,
  denomination: productId,
  storageClass: 'ambient',
  isNarcotic: false,
  units,
})
const [a, b, c] = [line('a'), line('b', 40), line('c')]

describe('a line that was taken out and is put back', () => {
  test('stands where it stood, with its units', () => {
    const without = withUnits([a, b, c], b, 0)

    expect(withLineAt(without, b, 1)).toEqual([a, b, c])
  })

  test('leaves alone what was done meanwhile', () => {
    const meanwhile = withUnits([a, c], c, 7)

    expect(withLineAt(meanwhile, b, 1)).toEqual([a, b, line('c', 7)])
  })

  test('does not replace the quantity of a product ordered again meanwhile', () => {
    expect(withLineAt([a, line('b', 2)], b, 0)).toEqual([a, line('b', 2)])
  })

  test('comes last when the lines after it are gone', () => {
    expect(withLineAt([a], c, 2)).toEqual([a, c])
  })
})

describe('a draft that two people filled at once', () => {
  const ours = [a, line('b', 20), c]
  const theirs = [a, b, line('d', 6)]

  test('shows each product on which the two versions differ', () => {
    expect(differencesOf(ours, theirs)).toEqual([
      { productId: 'b', denomination: 'b', ours: 20, theirs: 40 },
      { productId: 'c', denomination: 'c', ours: 1, theirs: 0 },
      { productId: 'd', denomination: 'd', ours: 0, theirs: 6 },
    ])
    expect(differencesOf(ours, ours)).toEqual([])
  })

  test('is united without losing a product, at the quantity of whoever unites', () => {
    expect(united(ours, theirs)).toEqual([a, line('b', 20), c, line('d', 6)])
  })
})
