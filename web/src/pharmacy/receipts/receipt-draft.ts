import * as z from 'zod/mini'

/** One line of a receipt being entered: nothing of it is in stock. Amounts are as typed. */
export const DraftLine = z.object({
  key: z.string(),
  productId: z.string(),
  productName: z.string(),
  storageClass: z.string(),
  isNarcotic: z.boolean(),
  /** What the box said, when it was scanned. */
  scan: z.optional(z.string()),
  cip13: z.nullable(z.string()),
  unitsPerPack: z.nullable(z.number()),
  averageCost: z.nullable(z.string()),
  lotNumber: z.string(),
  expiresOn: z.nullable(z.string()),
  countsPacks: z.boolean(),
  count: z.number(),
  cost: z.string(),
  serials: z.array(z.string()),
})
export type DraftLine = z.infer<typeof DraftLine>

export const ReceiptDraft = z.object({
  supplierName: z.string(),
  supplierReference: z.string(),
  lines: z.array(DraftLine),
})
export type ReceiptDraft = z.infer<typeof ReceiptDraft>

export const EMPTY_DRAFT: ReceiptDraft = { supplierName: '', supplierReference: '', lines: [] }

/** Another box of a line that is there already adds one; its lot and cost stay. */
export function withBox(draft: ReceiptDraft, box: DraftLine): ReceiptDraft {
  const at = draft.lines.findIndex((line) => isSame(line, box))
  if (at === -1) return { ...draft, lines: [...draft.lines, box] }
  return {
    ...draft,
    lines: draft.lines.map((line, index) =>
      index === at
        ? {
            ...line,
            count: line.count + (line.countsPacks ? 1 : (line.unitsPerPack ?? 1)),
            serials: [...line.serials, ...box.serials],
          }
        : line,
    ),
  }
}

const isSame = (line: DraftLine, box: DraftLine): boolean =>
  line.productId === box.productId &&
  line.cip13 === box.cip13 &&
  line.lotNumber === box.lotNumber &&
  box.lotNumber !== ''

export const withLine = (draft: ReceiptDraft, line: DraftLine): ReceiptDraft => ({
  ...draft,
  lines: draft.lines.map((each) => (each.key === line.key ? line : each)),
})

export const withoutLine = (draft: ReceiptDraft, key: string): ReceiptDraft => ({
  ...draft,
  lines: draft.lines.filter((line) => line.key !== key),
})

export const unitsOf = ({ count, countsPacks, unitsPerPack }: DraftLine): number =>
  countsPacks ? count * (unitsPerPack ?? 0) : count

const SCALE = 6
const MICROS = 1_000_000n
const AMOUNT = /^\d{1,9}([.,]\d{1,6})?$/

const microsOf = (typed: string): bigint | undefined => {
  const text = typed.trim()
  if (!AMOUNT.test(text)) return undefined
  const [whole = '0', fraction = ''] = text.replace(',', '.').split('.')
  return BigInt(whole + fraction.padEnd(SCALE, '0'))
}

const decimalOf = (micros: bigint): string => {
  const digits = micros.toString().padStart(SCALE + 1, '0')
  return `${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`
}

/**
 * The cost per dispensing unit of what was typed, as the API wants it: exact for a unit, rounded half up
 * to the millionth of a euro for a pack. Nothing when what was typed is no amount.
 */
export function unitCostOf({ cost, countsPacks, unitsPerPack }: DraftLine): string | undefined {
  const micros = microsOf(cost)
  if (micros === undefined) return undefined
  if (!countsPacks) return decimalOf(micros)
  if (unitsPerPack === null) return undefined
  const factor = BigInt(unitsPerPack)
  return decimalOf((2n * micros + factor) / (2n * factor))
}

/** The value of the whole receipt, to the cent. */
export function totalOf(lines: readonly DraftLine[]): string {
  const micros = lines.reduce((total, line) => {
    const cost = unitCostOf(line)
    return cost === undefined
      ? total
      : total + BigInt(cost.replace('.', '')) * BigInt(Math.trunc(unitsOf(line)))
  }, 0n)
  const cents = (2n * micros + MICROS / 100n) / ((2n * MICROS) / 100n)
  const digits = cents.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export const isComplete = (line: DraftLine): boolean =>
  line.lotNumber.trim() !== '' &&
  line.expiresOn !== null &&
  Number.isSafeInteger(line.count) &&
  line.count > 0 &&
  unitCostOf(line) !== undefined &&
  unitsOf(line) > 0
