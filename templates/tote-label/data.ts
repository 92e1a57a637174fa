import { z } from 'zod'
import { InstantInput, PARIS } from '../../src/kernel/calendar.js'
import { TemperatureClass } from '../../src/kernel/storage-class.js'
import { Phone, PrintedCode, PrintedText } from '../kit/data.js'

/**
 * The labels of one delivery, one page per tote. No product and no patient: what a corridor may read
 * says where the tote goes, not what it holds (arrêté du 12 mars 2013, art. 5, « banalisé »).
 */
export const ToteLabels = z.strictObject({
  groupingName: PrintedText,
  issuedAt: InstantInput,
  timeZone: z.string().default(PARIS),
  deliveryNumber: PrintedCode,
  memberName: PrintedText,
  unit: PrintedText,
  deliveryPoint: PrintedText.optional(),
  run: z.strictObject({ name: PrintedText, stop: PrintedText }),
  departsAt: InstantInput,
  pharmacyPhone: Phone,
  urgent: z.boolean(),
  totes: z
    .array(
      z.strictObject({
        code: PrintedCode,
        storageClass: TemperatureClass,
        seal: PrintedCode.optional(),
        /** Sealed narcotics: the word is printed, the product is not. */
        narcotics: z.boolean(),
      }),
    )
    .min(1),
})
export type ToteLabels = z.output<typeof ToteLabels>
export type ToteLabelsInput = z.input<typeof ToteLabels>
