import { z } from 'zod'
import { InstantInput } from '../../src/kernel/calendar.js'
import { TemperatureClass } from '../../src/kernel/storage-class.js'
import { documentHead, Phone, Place, PrintedCode, PrintedText } from '../kit/data.js'

/** The three layers of packing instruction P650, in the order a hand packs them. */
export const P650_LAYERS = ['primary', 'secondary', 'outer'] as const

/** One tube, by its opaque code: the request form inside the pouch carries the identity, this paper does not. */
const Tube = z.strictObject({
  code: PrintedCode,
  /** « EDTA violet », « citrate bleu ». */
  type: PrintedText,
  exams: z.array(PrintedText).min(1),
  collectedAt: InstantInput,
  deadline: InstantInput.optional(),
  urgent: z.boolean(),
})
export type Tube = z.output<typeof Tube>

/** Everything the transport slip of one specimen container prints. */
export const SpecimenManifest = z.strictObject({
  ...documentHead,
  from: Place,
  to: Place,
  containerCode: PrintedCode,
  seal: PrintedCode.optional(),
  storageClass: TemperatureClass,
  logger: PrintedCode.optional(),
  run: z.strictObject({ name: PrintedText, stop: PrintedText }).optional(),
  sealedAt: InstantInput,
  sealedBy: PrintedText,
  /** Layers the packer ticked; a missing one stays visibly empty. */
  checkedLayers: z.array(z.enum(P650_LAYERS)),
  responsible: z.strictObject({ name: PrintedText, phone: Phone }),
  tubes: z.array(Tube).min(1),
})
export type SpecimenManifest = z.output<typeof SpecimenManifest>
export type SpecimenManifestInput = z.input<typeof SpecimenManifest>
