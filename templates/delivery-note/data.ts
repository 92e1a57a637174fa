import { z } from 'zod'
import { CalendarDate, InstantInput } from '../../src/kernel/calendar.js'
import { TemperatureClass } from '../../src/kernel/storage-class.js'
import { Count, documentHead, Phone, Place, PrintedCode, PrintedText } from '../kit/data.js'

const Code13 = z.string().regex(/^\d{13}$/)

/** `narcotic` stupéfiant, `blood-derived` MDS, `implant` DMI, `hospital-only` réserve hospitalière. */
export const PRODUCT_FLAGS = ['narcotic', 'blood-derived', 'implant', 'hospital-only'] as const

const DeliveredLot = z.strictObject({
  lot: PrintedCode,
  expiresOn: CalendarDate,
  units: Count,
  /** GTIN-14 of the pack; without it the row has no DataMatrix. */
  gtin: z
    .string()
    .regex(/^\d{14}$/)
    .optional(),
})

/** One order line with the lots that left; none when everything is backordered. */
const DeliveredLine = z.strictObject({
  product: PrintedText,
  /** What one unit is: « comprimé », « stylo ». */
  unit: PrintedText,
  cip13: Code13.optional(),
  ucd13: Code13.optional(),
  /** The product that was ordered, when a substitute leaves. */
  replaces: PrintedText.optional(),
  orderedUnits: Count,
  backorderUnits: Count,
  storageClass: TemperatureClass,
  flags: z.array(z.enum(PRODUCT_FLAGS)),
  lots: z.array(DeliveredLot),
})
export type DeliveredLine = z.output<typeof DeliveredLine>

const Tote = z.strictObject({
  code: PrintedCode,
  seal: PrintedCode.optional(),
  storageClass: TemperatureClass,
  logger: PrintedCode.optional(),
})
export type Tote = z.output<typeof Tote>

/** Everything a delivery note prints (Guide PPH and the 2008 CSP text on groupings: name and quality on every document). */
export const DeliveryNote = z.strictObject({
  ...documentHead,
  pharmacy: z.strictObject({
    name: PrintedText,
    address: z.array(PrintedText).max(4),
    phone: Phone,
    headPharmacist: PrintedText,
  }),
  recipient: Place,
  orderNumbers: z.array(PrintedCode).min(1),
  run: z.strictObject({ name: PrintedText, stop: PrintedText, plannedAt: InstantInput }).optional(),
  carrier: PrintedText.optional(),
  preparedBy: PrintedText,
  checkedBy: PrintedText.optional(),
  releasedBy: PrintedText,
  releasedAt: InstantInput,
  dispatchedAt: InstantInput.optional(),
  lines: z.array(DeliveredLine).min(1),
  totes: z.array(Tote),
  remark: PrintedText.optional(),
})
export type DeliveryNote = z.output<typeof DeliveryNote>
export type DeliveryNoteInput = z.input<typeof DeliveryNote>
