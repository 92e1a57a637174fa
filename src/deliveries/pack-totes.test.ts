import { describe, expect, test } from 'vitest'
import { calendarDate } from '../kernel/calendar.js'
import { LocationId, LotId, newId, OrderLineId, ProductId } from '../kernel/ids.js'
import { type PickedLot, packTotes } from './pack-totes.js'
import { ToteInput } from './schema.js'

const lot = (change: Partial<PickedLot> = {}): PickedLot => ({
  orderLineId: newId(OrderLineId),
  productId: newId(ProductId),
  lotId: newId(LotId),
  lotNumber: 'L1',
  expiresOn: calendarDate('2027-12-31'),
  fromLocationId: newId(LocationId),
  units: 10,
  storageClass: 'ambient',
  isNarcotic: false,
  ...change,
})

const tote = (change: object = {}): ToteInput =>
  ToteInput.parse({ storageClass: 'ambient', ...change })
const refusal = (code: string) => expect.objectContaining({ code })

describe('packing', () => {
  test('puts each lot in the first tote of its class when nobody says otherwise', () => {
    const cold = lot({ storageClass: 'cold' })
    const ambient = lot()
    const packed = packTotes(
      [cold, ambient],
      [tote(), tote({ storageClass: 'cold', loggerId: 'TL-1' })],
    )
    expect(packed.map(({ tote: index }) => index)).toEqual([1, 0])
  })

  test('splits a lot over totes as told', () => {
    const picked = lot()
    const part = (units: number) => [{ orderLineId: picked.orderLineId, lotNumber: 'L1', units }]
    const packed = packTotes([picked], [tote({ lines: part(4) }), tote({ lines: part(6) })])
    expect(packed.map(({ tote: index, units }) => [index, units])).toEqual([
      [0, 4],
      [1, 6],
    ])
  })

  test('refuses units that are in no tote, or in more totes than were picked', () => {
    const picked = lot()
    for (const units of [9, 11]) {
      const lines = [{ orderLineId: picked.orderLineId, lotNumber: 'L1', units }]
      expect(() => packTotes([picked], [tote({ lines })])).toThrow(refusal('quantities-unbalanced'))
    }
  })

  test('refuses a tote of another class, a cold one without its logger, and an empty one', () => {
    const cold = lot({ storageClass: 'cold' })
    const lines = [{ orderLineId: cold.orderLineId, lotNumber: 'L1', units: 10 }]
    expect(() => packTotes([cold], [tote({ lines })])).toThrow(
      expect.objectContaining({
        code: 'container-class-mixed',
        details: {
          ...{ path: 'totes.0.lines.0', lotNumber: 'L1' },
          ...{ storageClass: 'cold', containerClass: 'ambient' },
        },
      }),
    )
    expect(() => packTotes([cold], [tote({ storageClass: 'cold' })])).toThrow(
      refusal('cold-chain-incomplete'),
    )
    expect(() => packTotes([lot()], [tote(), tote()])).toThrow(refusal('invalid-input'))
  })

  test('refuses narcotics without a seal', () => {
    const narcotic = lot({ isNarcotic: true })
    expect(() => packTotes([narcotic], [tote()])).toThrow(refusal('invalid-input'))
    expect(packTotes([narcotic], [tote({ sealNumber: 'S-1' })])).toHaveLength(1)
  })
})
