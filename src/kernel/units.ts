import { z } from 'zod'

/** Dispensing units (one tablet, one vial), never packs. The ceiling catches a keyed-in barcode. */
export const Units = z.int().min(0).max(10_000_000).brand<'Units'>()
export type Units = z.infer<typeof Units>

/** A quantity somebody asks for or moves: at least one unit. */
export const PositiveUnits = z.int().positive().max(10_000_000).brand<'Units'>()

/** Checks an integer that comes from the database or from arithmetic. @throws ZodError on anything else */
export const units = (value: number): Units => Units.parse(value)

export const sumUnits = (values: Iterable<number>): Units => {
  let total = 0
  for (const value of values) total += value
  return units(total)
}
