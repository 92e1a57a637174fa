import type { TemperatureClass } from './storage-class.js'

/** Tenths of a degree Celsius. */
export interface TemperatureLimits {
  readonly min?: number
  readonly max: number
}

/** What a reading is held against, as the database does; a class without a stated range has none. */
export const TEMPERATURE_LIMITS: Readonly<Partial<Record<TemperatureClass, TemperatureLimits>>> = {
  ambient: { min: 150, max: 250 },
  cold: { min: 20, max: 80 },
  frozen: { max: -180 },
  'deep-frozen': { max: -700 },
}
