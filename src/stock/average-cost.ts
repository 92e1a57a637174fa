import { DomainError } from '../kernel/errors.js'
import { costOf, divideHalfUp, type MicroEuros, microEuros } from '../kernel/money.js'
import { type Units, units } from '../kernel/units.js'

/** What a product costs at one instant: units owned and their weighted average unit cost (PUMP). */
export interface StockCost {
  readonly onHandUnits: Units
  readonly averageCostMicros: MicroEuros
}

export interface CostedReceipt {
  readonly units: Units
  readonly unitCostMicros: MicroEuros
}

/**
 * The average cost after a receipt, in micro-euros, rounded half up once. Only receipts move it:
 * issues, returns and losses leave at the current average.
 * @throws RangeError when there is nothing to average
 */
export function nextAverageCost(before: StockCost, receipt: CostedReceipt): MicroEuros {
  const value =
    costOf(before.averageCostMicros, before.onHandUnits) +
    costOf(receipt.unitCostMicros, receipt.units)
  return microEuros(divideHalfUp(value, BigInt(before.onHandUnits + receipt.units)))
}

/** What moves the stock of a product, in ledger order. */
export type CostEvent =
  | (CostedReceipt & { readonly kind: 'receipt' })
  | { readonly kind: 'issue' | 'return'; readonly units: Units }

export const NO_STOCK: StockCost = { onHandUnits: units(0), averageCostMicros: microEuros(0n) }

/**
 * Replays a product from nothing: the cost after each event, to compare with what was recorded. An
 * empty stock keeps its last average, so that a return after the last issue has a value.
 * @throws DomainError `insufficient-stock` when an issue exceeds the stock
 */
export function replayAverageCost(events: readonly CostEvent[]): readonly StockCost[] {
  const history: StockCost[] = []
  let current = NO_STOCK
  for (const event of events) {
    current = applyEvent(current, event)
    history.push(current)
  }
  return history
}

function applyEvent(before: StockCost, event: CostEvent): StockCost {
  const { onHandUnits, averageCostMicros } = before
  switch (event.kind) {
    case 'receipt':
      return {
        onHandUnits: units(onHandUnits + event.units),
        averageCostMicros: nextAverageCost(before, event),
      }
    case 'return':
      return { onHandUnits: units(onHandUnits + event.units), averageCostMicros }
    case 'issue':
      if (event.units > onHandUnits) {
        const message = `Only ${onHandUnits} units are owned: ${event.units} cannot leave`
        throw new DomainError('insufficient-stock', message, {
          onHandUnits,
          units: event.units,
        })
      }
      return { onHandUnits: units(onHandUnits - event.units), averageCostMicros }
  }
}
