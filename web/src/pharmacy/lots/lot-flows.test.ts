import { expect, test } from 'vitest'
import { flowsOf, type Movement } from './lot-flows.js'
import { layOut } from './lot-layout.js'

let ids = 0
function moved(from: string, to: string, units: number, more: Partial<Movement> = {}): Movement {
  ids += 1
  return {
    id: `${ids}`,
    occurredAt: '2026-11-30T08:00:00.000Z',
    recordedAt: '2026-11-30T08:00:00.000Z',
    reason: 'dispatch',
    units,
    unitCost: '1.000000',
    fromKind: from,
    fromName: from,
    toKind: to,
    toName: to,
    establishmentId: null,
    establishmentName: null,
    subjectType: 'order',
    subjectId: 'order',
    subjectNumber: null,
    actorId: 'actor',
    actorName: null,
    reversesId: null,
    isReversible: false,
    note: null,
    ...more,
  }
}

test('movements between the same places are one flow, each member its own place', () => {
  const { nodes, flows } = flowsOf([
    moved('supplier', 'store', 100),
    moved('store', 'in-transit', 10, { establishmentName: 'Foch' }),
    moved('store', 'in-transit', 5, { establishmentName: 'Foch' }),
    moved('store', 'in-transit', 7, { establishmentName: 'Solemnes' }),
  ])

  expect(flows.map(({ from, to, units }) => [from, to, units])).toEqual([
    ['supplier/supplier', 'store/store', 100],
    ['store/store', 'in-transit/Foch', 15],
    ['store/store', 'in-transit/Solemnes', 7],
  ])
  expect(nodes.map(({ key, inUnits, outUnits }) => [key, inUnits - outUnits])).toEqual([
    ['supplier/supplier', -100],
    ['store/store', 78],
    ['in-transit/Foch', 15],
    ['in-transit/Solemnes', 7],
  ])
})

test('what was reversed went nowhere', () => {
  const first = moved('supplier', 'store', 100)
  const { nodes, flows } = flowsOf([
    first,
    moved('store', 'supplier', 100, { reason: 'reversal', reversesId: first.id }),
  ])

  expect([nodes, flows]).toEqual([[], []])
})

test('a flow is as thick as its units, and boxes of one column do not overlap', () => {
  const { nodes, flows } = flowsOf([
    moved('supplier', 'store', 100),
    moved('store', 'in-transit', 50, { establishmentName: 'Foch' }),
    moved('store', 'in-transit', 1, { establishmentName: 'Solemnes' }),
  ])
  const picture = layOut(nodes, flows)

  const [all, half, one] = picture.flows
  expect((all?.width ?? 0) / (half?.width ?? 1)).toBe(2)
  expect(one?.width).toBeGreaterThanOrEqual(2)
  const [foch, solemnes] = picture.nodes.filter(({ kind }) => kind === 'in-transit')
  expect((foch?.y ?? 0) + (foch?.height ?? 0)).toBeLessThan(solemnes?.y ?? 0)
})
