import { z } from 'zod'

/** What the program measures by itself, from what was received and carried. */
export const MEASURED_DRIVERS = [
  'consumption',
  'lines-dispensed',
  'units-dispensed',
  'deliveries',
  'stops',
  'tubes',
  'b-letters',
] as const
/** What somebody records for a month, from another system. */
export const RECORDED_DRIVERS = ['hours', 'kilometres', 'patient-days'] as const
/** `contractual` reads the key's own weights (beds, fixed shares), prorated by days of membership. */
export const DRIVERS = [...MEASURED_DRIVERS, ...RECORDED_DRIVERS, 'contractual'] as const

export const Driver = z.enum(DRIVERS)
export type Driver = z.infer<typeof Driver>
export const RecordedDriver = z.enum(RECORDED_DRIVERS)

/** The unit of each driver, as printed beside numerators. */
export const DRIVER_UNITS: Readonly<Record<Driver, string>> = {
  consumption: '€ consommés',
  'lines-dispensed': 'lignes',
  'units-dispensed': 'unités',
  deliveries: 'livraisons',
  stops: 'arrêts',
  tubes: 'tubes',
  'b-letters': 'B',
  hours: 'heures',
  kilometres: 'km',
  'patient-days': 'journées',
  contractual: 'parts × jours',
}
