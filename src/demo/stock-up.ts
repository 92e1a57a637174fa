import { changeProduct, importBdpm } from '../catalogue/index.js'
import { addDays, type CalendarDate, dayOf } from '../kernel/calendar.js'
import { gtinOfCip13 } from '../kernel/codes.js'
import { encodeGs1 } from '../kernel/gs1.js'
import { ProductId } from '../kernel/ids.js'
import { UnitCostInput } from '../kernel/money.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { ReceiveStockInput, receiveStock } from '../stock/index.js'
import type { Alliance } from './found-alliance.js'
import { MEDICINES, type Medicine, medicinesEdition } from './medicines.js'
import type { Chance } from './random.js'

export interface Shelf {
  readonly medicine: Medicine
  readonly productId: ProductId
}

/** Imports the demo medicines and corrects what the public database does not say. */
export async function fillCatalogue({ cast }: Alliance): Promise<readonly Shelf[]> {
  await importBdpm(cast.as('gerant'), medicinesEdition(), { name: 'démonstration' })
  const ids = await inReadTransaction(cast.as('gerant'), (tx) =>
    tx.product.findMany({ select: { id: true, cis: true, storageClass: true } }),
  )
  const byCis = new Map(ids.map((row) => [row.cis, row]))
  const shelves: Shelf[] = []
  for (const medicine of MEDICINES) {
    const row = byCis.get(medicine.cis)
    if (row === undefined) throw new RangeError(`${medicine.denomination} was not imported`)
    const productId = ProductId.parse(row.id)
    shelves.push({ medicine, productId })
    const { storageClass, isBloodDerived } = medicine
    if (storageClass === row.storageClass && !isBloodDerived) continue
    await changeProduct(cast.as('gerant'), productId, {
      storageClass,
      isBloodDerived,
      reason: 'Conditions de conservation du RCP (démonstration)',
    })
  }
  return shelves
}

const SUPPLIERS = [
  'Grossiste Île-de-France (démo)',
  'Laboratoire direct (démo)',
  'Centrale d’achat (démo)',
] as const

/** In tension all quarter: deliveries are small, wards run short and backorders appear. */
const IN_TENSION: ReadonlySet<string> = new Set(['3400935955838', '3400934744198', '3400937722988'])

/** Packs so that a shelf holds a few hundred units, whatever the pack. */
function packsFor({ cip13, unitsPerPack, setting }: Medicine, chance: Chance): number {
  if (IN_TENSION.has(cip13)) return Math.ceil(chance.between(140, 240) / unitsPerPack)
  const units = setting === 'ward' ? chance.between(700, 1400) : chance.between(60, 160)
  return Math.ceil(units / unitsPerPack)
}

/** Takes in one delivery of every shelf given: scanned boxes, one lot each, expiries spread over two years. */
export async function receiveShelves(
  { cast, groupings }: Alliance,
  shelves: readonly Shelf[],
  chance: Chance,
): Promise<void> {
  const ctx = cast.as('pharmacien')
  const today = dayOf(ctx.clock())
  const reference = `BL-F-${today.replaceAll('-', '')}-${chance.between(100, 999)}`
  await receiveStock(
    ctx,
    ReceiveStockInput.parse({
      groupingId: groupings.pharmacy,
      supplierName: chance.pick(SUPPLIERS),
      supplierReference: reference,
      lines: shelves.map(({ medicine }) => ({
        scan: boxOf(medicine, today, chance),
        packs: packsFor(medicine, chance),
        unitCost: driftedCost(medicine, chance),
      })),
    }),
  )
}

function boxOf({ cip13 }: Medicine, today: CalendarDate, chance: Chance): string {
  const expiresOn = addDays(today, chance.between(150, 720))
  const lot = `${chance.pick(['A', 'B', 'F', 'K', 'M'])}${chance.between(10_000, 99_999)}`
  return encodeGs1([
    ['01', gtinOfCip13(cip13)],
    ['17', expiresOn.slice(2).replaceAll('-', '')],
    ['10', lot],
  ])
}

/** Prices move by a few percent from one delivery to the next. */
function driftedCost({ unitCost }: Medicine, chance: Chance): string {
  const micros = UnitCostInput.parse(unitCost)
  const drifted = (micros * BigInt(chance.between(970, 1030))) / 1000n
  const digits = drifted.toString().padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`
}
