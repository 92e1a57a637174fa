import { expect, test } from 'vitest'
import {
  type DraftLine,
  EMPTY_DRAFT,
  isComplete,
  totalOf,
  unitCostOf,
  unitsOf,
  withBox,
} from './receipt-draft.js'

const line: DraftLine = {
  key: 'a',
  productId: 'p',
  productName: 'DOLIPRANE',
  storageClass: 'ambient',
  isNarcotic: false,
  cip13: '3400936062720',
  unitsPerPack: 8,
  averageCost: null,
  lotNumber: 'L1',
  expiresOn: '2027-12-31',
  countsPacks: true,
  count: 1,
  cost: '0,93',
  serials: ['S1'],
}

test('another box of the same lot adds to its line, another lot is another line', () => {
  const one = withBox(EMPTY_DRAFT, line)
  const two = withBox(one, { ...line, key: 'b', serials: ['S2'] })
  const three = withBox(two, { ...line, key: 'c', lotNumber: 'L2' })

  expect(three.lines.map(({ lotNumber, count, serials }) => [lotNumber, count, serials])).toEqual([
    ['L1', 2, ['S1', 'S2']],
    ['L2', 1, ['S1']],
  ])
})

test('a box without a lot is a line of its own', () => {
  const bare = { ...line, lotNumber: '' }
  expect(withBox(withBox(EMPTY_DRAFT, bare), { ...bare, key: 'b' }).lines).toHaveLength(2)
})

test('the cost of a pack becomes a cost per unit to the millionth, half up', () => {
  expect(unitCostOf(line)).toBe('0.116250')
  expect(unitCostOf({ ...line, unitsPerPack: 3, cost: '1' })).toBe('0.333333')
  expect(unitCostOf({ ...line, unitsPerPack: 3, cost: '2' })).toBe('0.666667')
  expect(unitCostOf({ ...line, countsPacks: false, cost: '0.063505' })).toBe('0.063505')
  expect(unitCostOf({ ...line, cost: '1,2345678' })).toBeUndefined()
  expect(unitCostOf({ ...line, cost: '-1' })).toBeUndefined()
})

test('a receipt is worth its units at their costs, to the cent', () => {
  expect(unitsOf({ ...line, count: 2 })).toBe(16)
  expect(
    totalOf([
      { ...line, count: 2 },
      { ...line, countsPacks: false, count: 10 },
    ]),
  ).toBe('11.16')
  expect(totalOf([])).toBe('0.00')
})

test('a line is complete when the server has all it asks for', () => {
  expect(isComplete(line)).toBe(true)
  for (const lacking of [{ lotNumber: ' ' }, { expiresOn: null }, { count: 0 }, { cost: '' }]) {
    expect(isComplete({ ...line, ...lacking })).toBe(false)
  }
  expect(isComplete({ ...line, unitsPerPack: null })).toBe(false)
})
