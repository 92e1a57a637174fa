import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { addDays, calendarDate } from '../kernel/calendar.js'
import { LotId } from '../kernel/ids.js'
import { sumUnits, units } from '../kernel/units.js'
import { type AllocatableLot, planFefo } from './fefo.js'

const today = calendarDate('2026-03-12')
const options = { today, usableUntilAtLeast: addDays(today, 30) }
const lotId = (n: number) => LotId.parse(`00000000-0000-7000-8000-${String(n).padStart(12, '0')}`)

let next = 0
const lot = (given: Partial<AllocatableLot> = {}): AllocatableLot => {
  next += 1
  return {
    id: lotId(next),
    lotNumber: `L${next}`,
    expiresOn: calendarDate('2027-01-31'),
    status: 'available',
    onHandUnits: units(10),
    reservations: [],
    ...given,
  }
}

describe('planFefo', () => {
  test('gives the earliest expiry first and splits over lots', () => {
    const late = lot({ expiresOn: calendarDate('2027-06-30') })
    const early = lot({ expiresOn: calendarDate('2026-12-31') })
    expect(planFefo([late, early], units(14), options)).toEqual({
      picks: [
        { lotId: early.id, lotNumber: early.lotNumber, expiresOn: '2026-12-31', units: 10 },
        { lotId: late.id, lotNumber: late.lotNumber, expiresOn: '2027-06-30', units: 4 },
      ],
      withheld: [],
      shortfall: 0,
    })
  })

  test('breaks a tie on the lot id, whatever the order of the rows', () => {
    const [a, b] = [lot(), lot()]
    expect(planFefo([b, a], units(1), options).picks[0]?.lotId).toBe(a.id)
    expect(planFefo([a, b], units(1), options).picks[0]?.lotId).toBe(a.id)
  })

  test('explains every unit that was not given', () => {
    const lots = [
      lot({ lotNumber: 'OUT', expiresOn: calendarDate('2026-03-11'), onHandUnits: units(7) }),
      lot({ lotNumber: 'SOON', expiresOn: calendarDate('2026-04-10'), onHandUnits: units(12) }),
      lot({ lotNumber: 'HOLD', status: 'quarantine', onHandUnits: units(20) }),
      lot({ lotNumber: 'BACK', status: 'recalled', onHandUnits: units(5) }),
      lot({
        lotNumber: 'BOOKED',
        expiresOn: calendarDate('2027-02-28'),
        reservations: [
          { orderNumber: 'C-2026-00042', units: units(3) },
          { orderNumber: 'C-2026-00042', units: units(1) },
          { orderNumber: 'C-2026-00043', units: units(2) },
        ],
      }),
    ]
    const plan = planFefo(lots, units(60), options)
    expect(plan.picks).toMatchObject([{ lotNumber: 'BOOKED', units: 4 }])
    expect(plan.shortfall).toBe(56)
    expect(plan.withheld).toMatchObject([
      { reason: 'expired', lotNumber: 'OUT', units: 7, expiresOn: '2026-03-11' },
      { reason: 'expires-too-soon', lotNumber: 'SOON', units: 12, expiresOn: '2026-04-10' },
      { reason: 'quarantine', lotNumber: 'HOLD', units: 20 },
      { reason: 'recalled', lotNumber: 'BACK', units: 5 },
      {
        reason: 'reserved',
        lotNumber: 'BOOKED',
        units: 6,
        orderNumbers: ['C-2026-00042', 'C-2026-00043'],
      },
      { reason: 'short', units: 6 },
    ])
  })

  test('a lot may be used through its last day', () => {
    const lastDay = lot({ expiresOn: today })
    const usable = { today, usableUntilAtLeast: today }
    expect(planFefo([lastDay], units(1), usable).shortfall).toBe(0)
    expect(
      planFefo([lastDay], units(1), { today: addDays(today, 1), usableUntilAtLeast: today }),
    ).toMatchObject({ shortfall: 1, withheld: [{ reason: 'expired' }] })
  })

  test('a lot reserved beyond what it holds gives nothing', () => {
    const over = lot({ reservations: [{ orderNumber: 'C-2026-00042', units: units(11) }] })
    expect(planFefo([over], units(1), options)).toMatchObject({
      picks: [],
      shortfall: 1,
      withheld: [{ reason: 'reserved', units: 10 }],
    })
  })

  test('without any lot everything is short', () => {
    expect(planFefo([], units(5), options)).toEqual({
      picks: [],
      withheld: [{ reason: 'short', units: 5 }],
      shortfall: 5,
    })
  })

  test('asking for nothing gives nothing', () => {
    expect(planFefo([lot()], units(0), options)).toEqual({ picks: [], withheld: [], shortfall: 0 })
  })
})

const someUnits = fc.nat(30).map(units)
const anyLot = fc.record({
  id: fc.nat(200).map(lotId),
  lotNumber: fc.constantFrom('A', 'B', 'C'),
  expiresOn: fc.integer({ min: -20, max: 80 }).map((days) => addDays(today, days)),
  status: fc.constantFrom('available' as const, 'quarantine' as const, 'recalled' as const),
  onHandUnits: someUnits,
  reservations: fc.array(
    fc.record({ orderNumber: fc.constantFrom('C-1', 'C-2'), units: fc.nat(9).map(units) }),
    { maxLength: 3 },
  ),
})
const anyLots = fc.uniqueArray(anyLot, { selector: ({ id }) => id, maxLength: 12 })
const anyRequest = fc.nat(200).map(units)
const free = ({ onHandUnits, reservations }: AllocatableLot) =>
  Math.max(0, onHandUnits - sumUnits(reservations.map((r) => r.units)))
const isUsable = ({ status, expiresOn }: AllocatableLot) =>
  status === 'available' && expiresOn >= options.usableUntilAtLeast

describe('whatever the stock, planFefo', () => {
  test.prop([anyLots, anyRequest])(
    'picks and leaves short exactly what was asked',
    (lots, asked) => {
      const plan = planFefo(lots, asked, options)
      expect(sumUnits(plan.picks.map((pick) => pick.units)) + plan.shortfall).toBe(asked)
      expect(plan.picks.every((pick) => pick.units > 0)).toBe(true)
    },
  )

  test.prop([anyLots, anyRequest])(
    'leaves short only when no usable unit is left',
    (lots, asked) => {
      const usable = lots.filter(isUsable).reduce((total, one) => total + free(one), 0)
      expect(planFefo(lots, asked, options).shortfall).toBe(Math.max(0, asked - usable))
    },
  )

  test.prop([anyLots, anyRequest])(
    'never takes an unusable lot, nor more than is free',
    (lots, asked) => {
      for (const pick of planFefo(lots, asked, options).picks) {
        const source = lots.find(({ id }) => id === pick.lotId)
        expect(source !== undefined && isUsable(source) && pick.units <= free(source)).toBe(true)
      }
    },
  )

  test.prop([anyLots, anyRequest])(
    'never opens a lot while an earlier one is not finished',
    (lots, asked) => {
      const { picks } = planFefo(lots, asked, options)
      const rank = (one: { expiresOn: string; id: string }) => `${one.expiresOn} ${one.id}`
      const last = picks.at(-1)
      if (last === undefined) return
      const ranks = picks.map(({ expiresOn, lotId: id }) => rank({ expiresOn, id }))
      expect(ranks).toEqual(ranks.toSorted())
      const earlier = lots.filter(
        (one) => isUsable(one) && rank(one) < rank({ expiresOn: last.expiresOn, id: last.lotId }),
      )
      for (const one of earlier) {
        const taken = picks.find((pick) => pick.lotId === one.id)?.units ?? 0
        expect(taken).toBe(free(one))
      }
    },
  )

  test.prop([anyLots, anyRequest])(
    'accounts for every unit on hand, and for every unit short',
    (lots, asked) => {
      const plan = planFefo(lots, asked, options)
      const held = plan.withheld.filter((entry) => entry.reason !== 'short')
      const usable = lots.filter(isUsable).reduce((total, one) => total + free(one), 0)
      expect(sumUnits(held.map((entry) => entry.units)) + usable).toBe(
        sumUnits(lots.map((one) => one.onHandUnits)),
      )
      expect(sumUnits(plan.withheld.map((entry) => entry.units))).toBeGreaterThanOrEqual(
        plan.shortfall,
      )
    },
  )

  test.prop([anyLots, anyRequest])(
    'gives the same plan for the same stock in any order',
    (lots, asked) => {
      expect(planFefo(lots.toReversed(), asked, options)).toEqual(planFefo(lots, asked, options))
    },
  )
})
