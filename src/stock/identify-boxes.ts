import { type CalendarDate, fromDateColumn } from '../kernel/calendar.js'
import { DomainError, invalidField } from '../kernel/errors.js'
import { readMedicineScan } from '../kernel/gs1-medicine.js'
import { type GroupingId, ProductId } from '../kernel/ids.js'
import type { MicroEuros } from '../kernel/money.js'
import { type Units, units } from '../kernel/units.js'
import type { Tx } from '../platform/db/transaction.js'
import { type NamedProduct, nameProducts, type ProductFacts } from './name-products.js'
import type { ReceiptLineInput } from './schema.js'

/** A line of a receipt with everything known: product, lot, expiry and dispensing units. */
export interface IdentifiedBoxes {
  readonly product: ProductFacts & { readonly id: ProductId }
  readonly lotNumber: string
  readonly expiresOn: CalendarDate
  readonly units: Units
  readonly unitCostMicros: MicroEuros
  readonly inputMode: 'scan' | 'hand'
  readonly scan: string | null
}

interface KnownLot {
  readonly productId: string
  readonly lotNumber: string
  readonly expiresOn: Date
}

/**
 * Reads each line: the scan first, what was typed beside it where the scan is silent, the stored expiry
 * of a known lot where both are. A scan that contradicts what was typed is refused, never preferred.
 * @throws DomainError `scan-unreadable` · `scan-mismatch` · `not-found` · `invalid-input` · `lot-expired`
 */
export async function identifyBoxes(
  tx: Tx,
  { groupingId, today }: { groupingId: GroupingId; today: CalendarDate },
  lines: readonly ReceiptLineInput[],
): Promise<IdentifiedBoxes[]> {
  const named = await nameProducts(tx, lines)
  const productIds = named.map(({ product }) => product.id)
  const known = await tx.lot.findMany({ where: { groupingId, productId: { in: productIds } } })

  return named.map((box, i) => {
    const line = lines[i]
    if (line === undefined) throw new TypeError('Every line is named')
    const lots = known.filter(({ productId }) => productId === box.product.id)
    const identified = identify({ path: `lines.${i}`, line, box, lots, today })
    if (identified.expiresOn < today) {
      throw new DomainError('lot-expired', `Lot ${identified.lotNumber} has expired: refuse it`, {
        errors: [{ path: `lines.${i}.expiresOn`, message: `Expired on ${identified.expiresOn}` }],
        lotNumber: identified.lotNumber,
        expiresOn: identified.expiresOn,
      })
    }
    return identified
  })
}

interface Evidence {
  readonly path: string
  readonly line: ReceiptLineInput
  readonly box: NamedProduct
  readonly lots: readonly KnownLot[]
  readonly today: CalendarDate
}

function identify({ path, line, box, lots, today }: Evidence): IdentifiedBoxes {
  const scanned =
    line.scan === undefined
      ? undefined
      : readMedicineScan(line.scan, {
          today,
          isSerialised: box.product.isSerialised,
          knownLots: lots.map(({ lotNumber }) => lotNumber),
        })
  const lotNumber = agreed(`${path}.lotNumber`, {
    scanned: scanned?.lotNumber,
    typed: line.lotNumber,
  })
  const stored = lots.find((lot) => lot.lotNumber === lotNumber)?.expiresOn
  const expiresOn = agreed(`${path}.expiresOn`, {
    scanned: scanned?.expiresOn,
    typed: line.expiresOn,
    stored: stored === undefined ? undefined : fromDateColumn(stored),
  })
  return {
    product: { ...box.product, id: ProductId.parse(box.product.id) },
    lotNumber,
    expiresOn,
    units: unitsOf(line, box.unitsPerPack, path),
    unitCostMicros: line.unitCost,
    inputMode: line.scan === undefined ? 'hand' : 'scan',
    scan: line.scan ?? null,
  }
}

/** One fact from the sources that know it, in the order they are believed. */
function agreed<Fact extends string>(
  path: string,
  { scanned, typed, stored }: { [source in 'scanned' | 'typed' | 'stored']?: Fact | undefined },
): Fact {
  if (scanned !== undefined && typed !== undefined && scanned !== typed) {
    throw new DomainError('scan-mismatch', `The box says ${scanned}, not ${typed}`, {
      errors: [{ path, message: `The box says ${scanned}` }],
      scanned,
      expected: typed,
    })
  }
  const fact = scanned ?? typed ?? stored
  if (fact === undefined) throw invalidField(path, 'Neither scanned nor typed')
  return fact
}

function unitsOf(line: ReceiptLineInput, unitsPerPack: number | null, path: string): Units {
  if (line.units !== undefined) return line.units
  if (unitsPerPack === null) {
    throw invalidField(`${path}.packs`, 'The units of this box are unknown: give units instead')
  }
  return units((line.packs ?? 0) * unitsPerPack)
}
