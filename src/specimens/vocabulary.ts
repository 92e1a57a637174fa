import { z } from 'zod'
import type { TemperatureClass } from '../kernel/storage-class.js'

/** Classes whose container travels with a temperature logger. */
export const needsLogger = (temperatureClass: TemperatureClass): boolean =>
  temperatureClass !== 'ambient'

export const Processing = z.enum(['whole', 'spun', 'aliquot'])
export type Processing = z.infer<typeof Processing>
/** Collected in the hospital that runs the laboratory, or elsewhere. */
export const Origin = z.enum(['ward', 'external'])
export type Origin = z.infer<typeof Origin>
export const Urgency = z.enum(['routine', 'urgent'])
export type Urgency = z.infer<typeof Urgency>

export const TUBE_STATES = [
  'listed',
  'loaded',
  'arrived',
  'accepted',
  'accepted-with-reservation',
  'rejected',
  'missing',
  'unexpected',
  'misrouted',
] as const
export const TubeState = z.enum(TUBE_STATES)
export type TubeState = z.infer<typeof TubeState>

/** What needs a verdict before the reception can close: « not looked at » is not « not there ». */
const UNDECIDED: ReadonlySet<string> = new Set<TubeState>([
  'listed',
  'loaded',
  'arrived',
  'unexpected',
  'misrouted',
])
export const isUndecided = ({ state }: { readonly state: string }): boolean => UNDECIDED.has(state)

/** What the bench decides for a tube. */
export const VERDICTS = ['accepted', 'accepted-with-reservation', 'rejected', 'missing'] as const
export const Verdict = z.enum(VERDICTS)
export type Verdict = z.infer<typeof Verdict>

/** Scanned codes come in any case and with the scanner's spaces around them. */
export const SpecimenCode = z
  .string()
  .trim()
  .regex(/^[!-~]([ -~]{0,46}[!-~])?$/, 'A code of 1 to 48 characters, without accents')
  .transform((code) => code.toUpperCase())
