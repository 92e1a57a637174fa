import { expect, test } from 'vitest'
import { nextArrival } from './stages.js'

const NOW = Date.parse('2026-11-20T09:00:00Z')
const container = (
  id: string,
  state: 'sealed' | 'in-transit' | 'delivered',
  expectedAt: string,
) => ({
  ...{ id, state },
  expectedAt: `2026-11-20T${expectedAt}:00Z`,
})
const next = (...shipments: ReturnType<typeof container>[]) => nextArrival(shipments, NOW)?.id

test('what is sealed for a run still to arrive comes next when nothing comes before', () => {
  expect(next(container('sealed', 'sealed', '10:00'))).toBe('sealed')
  expect(
    next(container('sealed', 'sealed', '10:00'), container('on its way', 'in-transit', '09:30')),
  ).toBe('on its way')
})

test('what its run left behind is not coming; what is late on its way still is', () => {
  expect(next(container('left', 'sealed', '08:00'))).toBeUndefined()
  expect(next(container('late', 'in-transit', '08:00'))).toBe('late')
  expect(next(container('here', 'delivered', '10:00'))).toBeUndefined()
})
