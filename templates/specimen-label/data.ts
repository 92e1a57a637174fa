import { z } from 'zod'
import { InstantInput, PARIS } from '../../src/kernel/calendar.js'
import { TemperatureClass } from '../../src/kernel/storage-class.js'
import { Phone, PrintedCode, PrintedText } from '../kit/data.js'

/** The outside of a specimen container (ADR packing instruction P650). No patient, no exam: codes and places only. */
export const SpecimenLabel = z.strictObject({
  groupingName: PrintedText,
  issuedAt: InstantInput,
  timeZone: z.string().default(PARIS),
  containerCode: PrintedCode,
  shipmentNumber: PrintedCode,
  storageClass: TemperatureClass,
  from: z.strictObject({ name: PrintedText, detail: PrintedText }),
  to: z.strictObject({ name: PrintedText, detail: PrintedText }),
  tubeCount: z.int().positive(),
  /** The earliest deadline of the tubes inside; none when no exam sets one. */
  deadline: InstantInput.optional(),
  urgent: z.boolean(),
  responsible: z.strictObject({ name: z.string().min(1).max(48), phone: Phone }),
})
export type SpecimenLabel = z.output<typeof SpecimenLabel>
export type SpecimenLabelInput = z.input<typeof SpecimenLabel>
