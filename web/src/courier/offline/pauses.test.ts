import { expect, test } from 'vitest'
import { failuresAfter, pauseAfter } from './pauses.js'

test.each([
  ['nobody was reached, again', 3, { kind: 'unreached', sent: 0 }, 4],
  ['some of it went through before an answer was lost', 3, { kind: 'unreached', sent: 2 }, 1],
  ['all of it went through', 3, { kind: 'empty', sent: 2 }, 0],
  ['somebody must sign in', 3, { kind: 'signed-out', sent: 0 }, 0],
] as const)('when %s', (_, before, end, after) => {
  expect(failuresAfter(before, end)).toBe(after)
})

test('another tab sends: nothing has failed', () => {
  expect(failuresAfter(2, undefined)).toBe(0)
})

test('pauses double up to two minutes, and no two vans knock at the same moment', () => {
  expect([1, 2, 3].map((failures) => pauseAfter(failures, 1))).toEqual([4_000, 8_000, 16_000])
  expect(pauseAfter(40, 1)).toBe(120_000)
  expect(pauseAfter(1, 0)).toBe(2_000)
})
