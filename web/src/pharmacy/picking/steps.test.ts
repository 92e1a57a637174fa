import { describe, expect, test } from 'vitest'
import { OrderLineView } from '../../../../src/orders/view-schema.js'
import { currentStep, shortLinesOf, stepsOf, takenFrom } from './steps.js'

const id = (n: number): string => `01a2298e-75c4-77c8-9e11-00000000000${n}`

interface Wish {
  readonly place: string
  readonly name: string
  readonly lots: readonly { lot: string; expiresOn: string; units: number; picked?: number }[]
}

const order = (...wishes: readonly Wish[]) => ({
  lines: wishes.map(({ place, name, lots }, i) => {
    const product = {
      ...{ id: id(i + 1), denomination: name, storageClass: 'ambient' },
      ...{ isNarcotic: false, requiresFourEyes: false },
    }
    return OrderLineView.parse({
      ...{ id: id(i + 1), lineNo: i + 1, requestedProduct: product, product },
      ...{ orderedUnits: 10, approvedUnits: 10, inProcessUnits: 10, pickedUnits: 0 },
      ...{ shippedUnits: 0, backorderedUnits: 0, cancelledUnits: 0, reasonCode: null },
      ...{ comment: '', explanation: null },
      allocations: lots.map(({ lot, expiresOn, units, picked = 0 }, n) => ({
        ...{ lotId: id(n + 5), lotNumber: lot, expiresOn, locationId: id(9) },
        ...{ locationName: place, units, pickedUnits: picked },
      })),
    })
  }),
})

const two = order(
  { place: 'Froid', name: 'Insuline', lots: [{ lot: 'I1', expiresOn: '2027-01-31', units: 5 }] },
  {
    place: 'Ambiant',
    name: 'Doliprane',
    lots: [
      { lot: 'D2', expiresOn: '2027-06-30', units: 4 },
      { lot: 'D1', expiresOn: '2026-12-31', units: 6, picked: 2 },
    ],
  },
)

describe('the walk through the shelves', () => {
  test('goes place by place, and takes the lot that expires first', () => {
    expect(stepsOf(two).map(({ lotNumber, left }) => [lotNumber, left])).toEqual([
      ['D1', 4],
      ['D2', 4],
      ['I1', 5],
    ])
  })

  test('passes what was set aside, and goes where it is told', () => {
    const steps = stepsOf(two)
    const [first, second, third] = steps
    const aside = new Map([[first?.key ?? '', { reason: 'stock-short', comment: '' } as const]])
    expect(currentStep(steps, new Map(), undefined)).toEqual(first)
    expect(currentStep(steps, aside, undefined)).toEqual(second)
    expect(currentStep(steps, aside, third?.key)).toEqual(third)
  })

  test('ends with one shortage for a line, with the reason that was given', () => {
    const steps = stepsOf(two)
    const aside = new Map([[steps[1]?.key ?? '', { reason: 'other', comment: 'Cassé' } as const]])
    expect(shortLinesOf(steps, aside)).toMatchObject([
      { denomination: 'Doliprane', missing: 8, reason: 'other', comment: 'Cassé' },
      { denomination: 'Insuline', missing: 5, reason: undefined },
    ])
  })
})

test('a hand types a lot, a scanner sends a code', () => {
  const [step] = stepsOf(two)
  if (step === undefined) throw new Error('a step')
  expect(takenFrom(step, 'd1', 'hand')).toEqual({ productId: id(2), lotNumber: 'D1' })
  expect(takenFrom(step, 'X9', 'hand')).toEqual({ productId: id(2), lotNumber: 'X9' })
  expect(takenFrom(step, 'X9', 'scan')).toEqual({ scan: 'X9' })
  expect(takenFrom(step, '010340093600001017261231', 'hand')).toHaveProperty('scan')
})
