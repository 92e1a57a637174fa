/**
 * Where the units of an order line are. Always: ordered = in process + shipped + backordered +
 * cancelled, and what is not cancelled never exceeds what was approved; the table checks both.
 */
export interface LineUnits {
  readonly orderedUnits: number
  /** Null until a pharmacist has decided. */
  readonly approvedUnits: number | null
  /** Still to be shipped by this order. */
  readonly inProcessUnits: number
  readonly pickedUnits: number
  readonly shippedUnits: number
  /** Passed on to the order that supplies the rest (reliquat). */
  readonly backorderedUnits: number
  readonly cancelledUnits: number
}

/** A new line: everything ordered is in process. */
export const newLine = (orderedUnits: number): LineUnits => ({
  orderedUnits,
  approvedUnits: null,
  inProcessUnits: orderedUnits,
  pickedUnits: 0,
  shippedUnits: 0,
  backorderedUnits: 0,
  cancelledUnits: 0,
})

/** The pharmacist's decision: what is not approved is cancelled on the spot. */
export const approveUnits = <Line extends LineUnits>(line: Line, approvedUnits: number): Line => ({
  ...take(line, line.inProcessUnits - approvedUnits, 'cancelledUnits'),
  approvedUnits,
})

export const backorderUnits = <Line extends LineUnits>(line: Line, units: number): Line =>
  take(line, units, 'backorderedUnits')

export const cancelUnits = <Line extends LineUnits>(line: Line, units: number): Line =>
  take(line, units, 'cancelledUnits')

export const shipUnits = <Line extends LineUnits>(line: Line, units: number): Line =>
  take(line, units, 'shippedUnits')

/** Gives up everything not shipped, picked units included: they go back to the shelf. */
export const cancelRest = <Line extends LineUnits>(line: Line): Line => ({
  ...cancelUnits(line, line.inProcessUnits),
  pickedUnits: line.shippedUnits,
})

export const pickUnits = <Line extends LineUnits>(line: Line, units: number): Line => ({
  ...line,
  pickedUnits: line.pickedUnits + units,
})

function take<Line extends LineUnits>(
  line: Line,
  units: number,
  to: 'shippedUnits' | 'backorderedUnits' | 'cancelledUnits',
): Line {
  if (units < 0 || units > line.inProcessUnits) {
    throw new RangeError(`${units} units are not in process: ${line.inProcessUnits} are`)
  }
  return { ...line, inProcessUnits: line.inProcessUnits - units, [to]: line[to] + units }
}
