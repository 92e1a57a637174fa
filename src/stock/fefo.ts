import type { CalendarDate } from '../kernel/calendar.js'
import type { LotId } from '../kernel/ids.js'
import { type Units, units } from '../kernel/units.js'

export interface LotReservation {
  readonly orderNumber: string
  readonly units: Units
}

/** A lot as the allocation sees it. */
export interface AllocatableLot {
  readonly id: LotId
  readonly lotNumber: string
  /** The last day it may be used, included. */
  readonly expiresOn: CalendarDate
  /** A destroyed lot holds nothing: it is not offered here. */
  readonly status: 'available' | 'quarantine' | 'recalled'
  readonly onHandUnits: Units
  readonly reservations: readonly LotReservation[]
}

export interface FefoOptions {
  readonly today: CalendarDate
  /** The establishment still needs to use the goods on this day. */
  readonly usableUntilAtLeast: CalendarDate
}

export interface FefoPick {
  readonly lotId: LotId
  readonly lotNumber: string
  readonly expiresOn: CalendarDate
  readonly units: Units
}

interface HeldLot {
  readonly lotId: LotId
  readonly lotNumber: string
  readonly units: Units
}

/** Units that were not given, and why. */
export type Withheld =
  | (HeldLot & {
      readonly reason: 'expired' | 'expires-too-soon'
      readonly expiresOn: CalendarDate
    })
  | (HeldLot & { readonly reason: 'quarantine' | 'recalled' })
  | (HeldLot & { readonly reason: 'reserved'; readonly orderNumbers: readonly string[] })
  /** Asked for and nowhere to be found: not even in the lots above. */
  | { readonly reason: 'short'; readonly units: Units }

export interface FefoPlan {
  readonly picks: readonly FefoPick[]
  readonly withheld: readonly Withheld[]
  /** Asked for and not picked: requested = Σ picks + shortfall, always. */
  readonly shortfall: Units
}

/**
 * First-expired-first-out. Ties break on lot id so the same stock always yields the same plan.
 * Every unit on hand that could not be given is listed with its reason, even when nothing is short.
 */
export function planFefo(
  lots: readonly AllocatableLot[],
  requested: Units,
  options: FefoOptions,
): FefoPlan {
  const picks: FefoPick[] = []
  const withheld: Withheld[] = []
  let remaining: number = requested
  let withheldUnits = 0

  for (const lot of lots.toSorted(byExpiryThenId)) {
    const reasons = withholding(lot, options)
    const held = reasons.reduce((total, reason) => total + reason.units, 0)
    withheld.push(...reasons)
    withheldUnits += held
    const given = Math.min(remaining, lot.onHandUnits - held)
    if (given > 0) {
      const { id: lotId, lotNumber, expiresOn } = lot
      picks.push({ lotId, lotNumber, expiresOn, units: units(given) })
    }
    remaining -= given
  }

  const missing = remaining - withheldUnits
  if (missing > 0) withheld.push({ reason: 'short', units: units(missing) })
  return { picks, withheld, shortfall: units(remaining) }
}

/** What of a lot may not be given. One reason per unit: a lot that is out is not also reserved. */
function withholding(lot: AllocatableLot, options: FefoOptions): Withheld[] {
  if (lot.onHandUnits === 0) return []
  const held = { lotId: lot.id, lotNumber: lot.lotNumber, units: lot.onHandUnits }
  const { expiresOn } = lot
  if (lot.status !== 'available') return [{ ...held, reason: lot.status }]
  if (expiresOn < options.today) return [{ ...held, reason: 'expired', expiresOn }]
  if (expiresOn < options.usableUntilAtLeast) {
    return [{ ...held, reason: 'expires-too-soon', expiresOn }]
  }

  const booked = lot.reservations.filter((reservation) => reservation.units > 0)
  const bookedUnits = booked.reduce((total, reservation) => total + reservation.units, 0)
  if (bookedUnits === 0) return []
  return [
    {
      ...held,
      // More reserved than held is a defect of the caller, but never a reason to give too much.
      units: units(Math.min(bookedUnits, lot.onHandUnits)),
      reason: 'reserved',
      orderNumbers: [...new Set(booked.map(({ orderNumber }) => orderNumber))],
    },
  ]
}

function byExpiryThenId(a: AllocatableLot, b: AllocatableLot): number {
  if (a.expiresOn !== b.expiresOn) return a.expiresOn < b.expiresOn ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}
