import { describe, expect, test } from 'vitest'
import { OrderLineView } from '../../../../src/orders/view-schema.js'
import { firstUnits, isReduced, lacksReason, toInput } from './decisions.js'

const [lineId, productId, otherId] = [1, 2, 3].map((n) => `01a2298e-75c4-77c8-9e11-00000000000${n}`)
const product = {
  ...{ id: productId, denomination: 'Paracétamol', storageClass: 'ambient' },
  ...{ isNarcotic: false, requiresFourEyes: false },
}
const line = OrderLineView.parse({
  ...{ id: lineId, lineNo: 1, requestedProduct: product, product, orderedUnits: 10 },
  ...{ approvedUnits: null, inProcessUnits: 10, pickedUnits: 0, shippedUnits: 0 },
  ...{ backorderedUnits: 0, cancelledUnits: 0, reasonCode: null, comment: '' },
  ...{ explanation: null, allocations: [] },
})

describe('what is sent when a pharmacist approves', () => {
  test('is nothing for lines left as they were asked', () => {
    expect(toInput([line], {})).toEqual([])
    expect(toInput([line], { [line.id]: { units: 10, reason: 'other' } })).toEqual([])
  })

  test('is the units and the reason of a reduced line', () => {
    const decisions = { [line.id]: { units: 6, reason: 'supply-tension', comment: ' ' } } as const
    expect(toInput([line], decisions)).toEqual([
      { lineId, approvedUnits: 6, reasonCode: 'supply-tension' },
    ])
  })

  test('is the other product of a substituted line', () => {
    expect(toInput([line], { [line.id]: { productId: otherId } })).toEqual([
      { lineId, approvedUnits: 10, productId: otherId },
    ])
  })
})

test('a reduced line needs a reason, and «other» needs words', () => {
  expect(isReduced(line, { units: 6 })).toBe(true)
  expect(lacksReason(line, { units: 6 })).toBe(true)
  expect(lacksReason(line, { units: 6, reason: 'other' })).toBe(true)
  expect(lacksReason(line, { units: 6, reason: 'other', comment: 'Vu au téléphone' })).toBe(false)
  expect(lacksReason(line, undefined)).toBe(false)
})

test('of the lots that would leave, only those of the approved units are shown', () => {
  const lots = [
    { lotNumber: 'A1', units: 4 },
    { lotNumber: 'B2', units: 104 },
  ]
  expect(firstUnits(lots, 0)).toEqual([])
  expect(firstUnits(lots, 3)).toEqual([{ lotNumber: 'A1', units: 3 }])
  expect(firstUnits(lots, 10)).toEqual([
    { lotNumber: 'A1', units: 4 },
    { lotNumber: 'B2', units: 6 },
  ])
})
