import type { TemperatureClass } from '../../../../src/kernel/storage-class.js'

/** Tenths of a degree Celsius. */
interface Range {
  readonly min?: number
  readonly max: number
}

/** The limits the server holds readings against; a class without a stated range has none. */
export const RANGES: Readonly<Partial<Record<TemperatureClass, Range>>> = {
  ambient: { min: 150, max: 250 },
  cold: { min: 20, max: 80 },
  frozen: { max: -180 },
  'deep-frozen': { max: -700 },
}

export function isExcursion(temperatureClass: TemperatureClass | null, deci: number): boolean {
  const range = temperatureClass === null ? undefined : RANGES[temperatureClass]
  if (range === undefined) return false
  return deci > range.max || (range.min !== undefined && deci < range.min)
}

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
