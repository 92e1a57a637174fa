import type { TemperatureClass } from '../../../../src/kernel/storage-class.js'

/** Written again because the schema would bring its library into the first load. */
export const TEMPERATURE_CLASSES = [
  'ambient',
  'cold',
  'frozen',
  'deep-frozen',
  'melting-ice',
  'body',
] as const satisfies readonly TemperatureClass[]

export const temperatureClassOf = (text: string): TemperatureClass | null =>
  TEMPERATURE_CLASSES.find((known) => known === text) ?? null
