import type { TemperatureClass } from '../../../src/kernel/storage-class.js'
import { TEMPERATURE_LIMITS } from '../../../src/kernel/temperature-limits.js'

const READ_MIN = -2000
const READ_MAX = 1000

/** Tenths of a degree from what was typed (`5,2`, `-18`); undefined when it is not a temperature. */
export function parseTemperature(text: string): number | undefined {
  const match = /^\s*([-−–+]?)\s*(\d{1,3})(?:[.,](\d))?\s*$/.exec(text)
  if (match === null) return undefined
  const [, sign = '', whole = '', tenth = '0'] = match
  const size = Number(whole) * 10 + Number(tenth)
  const deci = sign === '' || sign === '+' ? size : -size
  return deci >= READ_MIN && deci <= READ_MAX ? deci : undefined
}

export function isWithin(temperatureClass: TemperatureClass, deci: number): boolean {
  const limits = TEMPERATURE_LIMITS[temperatureClass]
  if (limits === undefined) return true
  return deci <= limits.max && (limits.min === undefined || deci >= limits.min)
}

/** `2 à 8 °C`, `≤ −18 °C`; undefined for a class without a stated range. */
export function limitsOf(
  temperatureClass: TemperatureClass,
  number: (degrees: number) => string,
): string | undefined {
  const limits = TEMPERATURE_LIMITS[temperatureClass]
  if (limits === undefined) return undefined
  const max = `${number(limits.max / 10)}\u00a0°C`
  return limits.min === undefined ? `≤\u00a0${max}` : `${number(limits.min / 10)}–${max}`
}
