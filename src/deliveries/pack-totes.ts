import type { CalendarDate } from '../kernel/calendar.js'
import { DomainError, invalidField } from '../kernel/errors.js'
import type { LocationId, LotId, OrderLineId, ProductId } from '../kernel/ids.js'
import type { ToteInput } from './schema.js'

/** Units of one lot picked for one order line. */
export interface PickedLot {
  readonly orderLineId: OrderLineId
  readonly productId: ProductId
  readonly lotId: LotId
  readonly lotNumber: string
  readonly expiresOn: CalendarDate
  readonly fromLocationId: LocationId
  readonly units: number
  readonly storageClass: string
  readonly isNarcotic: boolean
}

export interface PackedLot extends PickedLot {
  /** Index of the tote in the input. */
  readonly tote: number
}

/**
 * Puts every picked unit in exactly one tote of its storage class.
 * @throws DomainError `cold-chain-incomplete` cold goods without a cold tote and its logger ·
 * `container-class-mixed` · `quantities-unbalanced` · `invalid-input` naming the tote
 */
export function packTotes(picked: readonly PickedLot[], totes: readonly ToteInput[]): PackedLot[] {
  const isExplicit = totes.some((tote) => tote.lines !== undefined)
  const packed = isExplicit ? packAsTold(picked, totes) : packByClass(picked, totes)
  for (const [i, tote] of totes.entries()) requireFit(tote, i, packed)
  return packed
}

const isCold = (storageClass: string): boolean => storageClass !== 'ambient'

const coldChainIncomplete = (message: string, details: Record<string, unknown>): DomainError =>
  new DomainError('cold-chain-incomplete', message, details)

/** What a tote must have for what it holds. A narcotic travels sealed (arrêté of 12 March 2013, art. 5). */
function requireFit(tote: ToteInput, index: number, packed: readonly PackedLot[]): void {
  const held = packed.filter((lot) => lot.tote === index)
  if (held.length === 0) throw invalidField(`totes.${index}`, 'This tote holds nothing: remove it')
  if (isCold(tote.storageClass) && tote.loggerId === undefined) {
    throw coldChainIncomplete('A cold tote leaves with its temperature logger', { tote: index })
  }
  if (held.some(({ isNarcotic }) => isNarcotic) && tote.sealNumber === undefined) {
    throw invalidField(`totes.${index}.sealNumber`, 'Narcotics travel in a sealed tote')
  }
}

function packByClass(picked: readonly PickedLot[], totes: readonly ToteInput[]): PackedLot[] {
  return picked.map((lot) => {
    const tote = totes.findIndex(({ storageClass }) => storageClass === lot.storageClass)
    if (tote === -1) throw noToteFor(lot)
    return { ...lot, tote }
  })
}

function noToteFor({ storageClass, lotNumber }: PickedLot): DomainError {
  return isCold(storageClass)
    ? coldChainIncomplete(`Lot ${lotNumber} needs a ${storageClass} tote with its logger`, {
        storageClass,
        lotNumber,
      })
    : invalidField('totes', `Lot ${lotNumber} needs an ${storageClass} tote`)
}

function packAsTold(picked: readonly PickedLot[], totes: readonly ToteInput[]): PackedLot[] {
  const left = picked.map((lot) => ({ lot, units: lot.units }))
  const packed: PackedLot[] = []
  for (const [tote, { lines = [], storageClass }] of totes.entries()) {
    for (const [i, line] of lines.entries()) {
      const path = `totes.${tote}.lines.${i}`
      let wanted: number = line.units
      for (const stock of left) {
        const { lot } = stock
        if (lot.orderLineId !== line.orderLineId || lot.lotNumber !== line.lotNumber) continue
        if (lot.storageClass !== storageClass) throw mixed(path, lot, storageClass)
        const units = Math.min(wanted, stock.units)
        if (units > 0) packed.push({ ...lot, units, tote })
        stock.units -= units
        wanted -= units
      }
      if (wanted > 0) throw unbalanced(`${path}: ${wanted} units more than were picked`, path)
    }
  }
  const forgotten = left.find(({ units }) => units > 0)
  if (forgotten === undefined) return packed
  const { lot, units } = forgotten
  throw unbalanced(`${units} units of lot ${lot.lotNumber} are in no tote`, 'totes')
}

const mixed = (path: string, lot: PickedLot, storageClass: string): DomainError =>
  new DomainError(
    'container-class-mixed',
    `Lot ${lot.lotNumber} is kept ${lot.storageClass}: this tote is ${storageClass}`,
    {
      path,
      lotNumber: lot.lotNumber,
      storageClass: lot.storageClass,
      containerClass: storageClass,
    },
  )

const unbalanced = (message: string, path: string): DomainError =>
  new DomainError('quantities-unbalanced', message, { errors: [{ path, message }] })
