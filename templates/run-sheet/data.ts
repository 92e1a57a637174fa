import { z } from 'zod'
import { CalendarDate, InstantInput } from '../../src/kernel/calendar.js'
import { TemperatureClass } from '../../src/kernel/storage-class.js'
import { documentHead, Phone, PrintedCode, PrintedText } from '../kit/data.js'

const Load = z.strictObject({
  code: PrintedCode,
  storageClass: TemperatureClass,
  urgent: z.boolean(),
  /** Handed over in person against a signature. */
  narcotics: z.boolean().default(false),
})
export type Load = z.output<typeof Load>

const Pickup = z.strictObject({
  code: PrintedCode,
  storageClass: TemperatureClass,
  urgent: z.boolean(),
  deadline: InstantInput.optional(),
})
export type Pickup = z.output<typeof Pickup>

const RunStop = z.strictObject({
  order: z.int().positive(),
  plannedAt: InstantInput,
  name: PrintedText,
  point: PrintedText.optional(),
  address: z.array(PrintedText).max(3),
  phone: Phone.optional(),
  /** What a driver must know to get in; never a person's data. */
  instruction: PrintedText.optional(),
  deliver: z.array(Load),
  collect: z.array(Pickup),
})
export type RunStop = z.output<typeof RunStop>

/** A courier's paper: places, codes, classes and hours, nothing about products or patients. */
export const RunSheet = z.strictObject({
  ...documentHead,
  runName: PrintedText,
  day: CalendarDate,
  courier: PrintedText,
  vehicle: PrintedText.optional(),
  departsAt: InstantInput,
  returnsAt: InstantInput,
  dispatchPhone: Phone,
  stops: z.array(RunStop).min(1),
})
export type RunSheet = z.output<typeof RunSheet>
export type RunSheetInput = z.input<typeof RunSheet>
