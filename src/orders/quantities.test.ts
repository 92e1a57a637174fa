import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  approveUnits,
  backorderUnits,
  cancelRest,
  cancelUnits,
  type LineUnits,
  newLine,
  shipUnits,
} from './quantities.js'

const accountedFor = (line: LineUnits): number =>
  line.inProcessUnits + line.shippedUnits + line.backorderedUnits + line.cancelledUnits

const STEPS = [shipUnits, backorderUnits, cancelUnits]

describe('an order line', () => {
  test.prop([
    fc.integer({ min: 1, max: 1000 }),
    fc.nat({ max: 100 }),
    fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat({ max: 100 })), { maxLength: 12 }),
  ])('accounts for every ordered unit whatever is decided', (ordered, percent, steps) => {
    let line = approveUnits(newLine(ordered), Math.floor((ordered * percent) / 100))
    for (const [step, share] of steps) {
      line = step(line, Math.floor((line.inProcessUnits * share) / 100))
      expect(accountedFor(line)).toBe(ordered)
      expect(line.shippedUnits + line.backorderedUnits + line.inProcessUnits).toBeLessThanOrEqual(
        line.approvedUnits ?? 0,
      )
    }
    expect(accountedFor(cancelRest(line))).toBe(ordered)
  })

  test('never gives units that are not in process', () => {
    expect(() => shipUnits(newLine(3), 4)).toThrow(RangeError)
    expect(() => cancelUnits(newLine(3), -1)).toThrow(RangeError)
  })

  test('approved for less cancels the difference', () => {
    expect(approveUnits(newLine(10), 6)).toMatchObject({
      approvedUnits: 6,
      inProcessUnits: 6,
      cancelledUnits: 4,
    })
  })
})
