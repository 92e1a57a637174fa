import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { DeliveryLineId, newId } from '../kernel/ids.js'
import { units } from '../kernel/units.js'
import { checkReceipt } from './check-receipt.js'
import type { ReceiptLineInput } from './schema.js'

const shipped = (shippedUnits: number) => ({
  id: newId(DeliveryLineId),
  lotNumber: 'L1',
  shippedUnits,
})
type Shipped = ReturnType<typeof shipped>

const answer = (line: Shipped, counts: [number, number, number]): ReceiptLineInput => {
  const [acceptedUnits, refusedUnits, missingUnits] = counts.map((count) => units(count))
  return {
    deliveryLineId: line.id,
    acceptedUnits: acceptedUnits ?? units(0),
    refusedUnits: refusedUnits ?? units(0),
    missingUnits: missingUnits ?? units(0),
    reasonCode: 'damaged',
  }
}
const refusal = (code: string) => expect.objectContaining({ code })

describe('a receipt', () => {
  test.prop([fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)), fc.nat(150)])(
    'passes exactly when accepted, refused and missing add up to what was shipped',
    (counts, shippedUnits) => {
      const line = shipped(shippedUnits)
      const check = () => checkReceipt([line], [answer(line, counts)])
      if (counts[0] + counts[1] + counts[2] === shippedUnits) expect(check()).toHaveLength(1)
      else expect(check).toThrow(refusal('quantities-unbalanced'))
    },
  )

  test('answers every line once', () => {
    const [first, second] = [shipped(2), shipped(3)]
    const whole = answer(first, [2, 0, 0])
    expect(() => checkReceipt([first, second], [whole])).toThrow(refusal('quantities-unbalanced'))
    expect(() => checkReceipt([first], [whole, whole])).toThrow(refusal('invalid-input'))
    expect(() => checkReceipt([second], [whole])).toThrow(refusal('invalid-input'))
  })

  test('gives a reason for a difference', () => {
    const line = shipped(2)
    const { reasonCode: _none, ...silent } = answer(line, [1, 1, 0])
    expect(() => checkReceipt([line], [silent])).toThrow(refusal('invalid-input'))
  })
})
