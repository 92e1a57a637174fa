import type { CalendarDate } from '../kernel/calendar.js'
import { DomainError } from '../kernel/errors.js'
import { parseScan, valueOfAi } from '../kernel/gs1.js'
import { readMedicineScan } from '../kernel/gs1-medicine.js'

/** A lot kept for a line, as the shelf should show it. */
export interface ExpectedLot {
  readonly lineId: string
  readonly productId: string
  readonly denomination: string
  readonly isSerialised: boolean
  readonly gtins: readonly string[]
  readonly lotNumber: string
  readonly expiresOn: CalendarDate
  readonly units: number
  readonly pickedUnits: number
}

/** What the picker holds: a scanned code, or a product and a lot typed in. */
export interface Taken {
  readonly scan?: string | undefined
  readonly productId?: string | undefined
  readonly lotNumber?: string | undefined
}

/**
 * The lots of an order that what was taken may be: same product, same lot, same expiry where the code
 * says it. Several when one lot lies in two places.
 * @throws DomainError `scan-mismatch` with what was expected · `scan-unreadable`
 */
export function matchTaken<Lot extends ExpectedLot>(
  lots: readonly Lot[],
  taken: Taken,
  today: CalendarDate,
): readonly Lot[] {
  const { productId, lotNumber, scan } = taken
  if (scan === undefined) {
    const found = lots.filter((lot) => lot.productId === productId && lot.lotNumber === lotNumber)
    if (found.length === 0) throw mismatch('This lot is not kept for this order', lots)
    return found
  }
  return matchScan(lots, scan, today)
}

function matchScan<Lot extends ExpectedLot>(
  lots: readonly Lot[],
  scan: string,
  today: CalendarDate,
): readonly Lot[] {
  const gtin = valueOfAi(parseScan(scan), '01')
  const ofProduct = gtin === undefined ? lots : lots.filter((lot) => lot.gtins.includes(gtin))
  const [first] = ofProduct
  if (first === undefined) throw mismatch('This product is not expected here', lots)

  const read = readMedicineScan(scan, {
    today,
    isSerialised: first.isSerialised,
    knownLots: ofProduct.map((lot) => lot.lotNumber),
    ...(gtin === undefined && first.gtins[0] !== undefined && { knownGtin: first.gtins[0] }),
  })
  if (read.lotNumber === undefined) {
    throw new DomainError('scan-unreadable', 'This code names no lot: type the lot of the box', {
      reason: 'no-lot',
    })
  }
  const found = ofProduct.filter((lot) => lot.lotNumber === read.lotNumber)
  if (found.length === 0) {
    throw mismatch(`Lot ${read.lotNumber} is not the one kept for this order`, ofProduct)
  }
  const [lot] = found
  if (read.expiresOn !== undefined && lot !== undefined && read.expiresOn !== lot.expiresOn) {
    throw mismatch(
      `This box says ${read.expiresOn}, the lot is known until ${lot.expiresOn}`,
      found,
    )
  }
  return found
}

function mismatch(message: string, lots: readonly ExpectedLot[]): DomainError {
  const expected = lots.filter((lot) => lot.pickedUnits < lot.units)
  const words = expected.map((lot) => `${lot.denomination}, lot ${lot.lotNumber}`).join('; ')
  const remedy = words === '' ? 'Nothing is left to pick' : `Expected: ${words}`
  return new DomainError('scan-mismatch', `${message}. Put it back. ${remedy}`, {
    expected: expected.map(
      ({ lineId, denomination, lotNumber, expiresOn, units, pickedUnits }) => ({
        lineId,
        denomination,
        lotNumber,
        expiresOn,
        units: units - pickedUnits,
      }),
    ),
  })
}
