import { DomainError, invalidField } from '../kernel/errors.js'
import type { ReceiptLineInput } from './schema.js'

interface ShippedLine {
  readonly id: string
  readonly lotNumber: string
  readonly shippedUnits: number
}

/** One line of a receipt with what was shipped on it. */
export interface CheckedLine<Line extends ShippedLine> {
  readonly line: Line
  readonly answer: ReceiptLineInput
}

/**
 * Every line answered once, and accepted + refused + missing = shipped on each: nothing is received
 * by default.
 * @throws DomainError `quantities-unbalanced` naming the line · `invalid-input`
 */
export function checkReceipt<Line extends ShippedLine>(
  shipped: readonly Line[],
  answers: readonly ReceiptLineInput[],
): CheckedLine<Line>[] {
  const byId = new Map(shipped.map((line) => [line.id, line]))
  const seen = new Set<string>()
  const checked = answers.map((answer, i) => {
    const line = byId.get(answer.deliveryLineId)
    const path = `lines.${i}`
    if (line === undefined) {
      throw invalidField(`${path}.deliveryLineId`, 'This line is not in this delivery')
    }
    if (seen.has(line.id))
      throw invalidField(`${path}.deliveryLineId`, 'This line is answered twice')
    seen.add(line.id)
    requireBalance(line, answer, path)
    return { line, answer }
  })
  const silent = shipped.filter(({ id }) => !seen.has(id))
  if (silent.length === 0) return checked
  const lots = silent.map(({ lotNumber }) => lotNumber).join(', ')
  throw unbalanced(`Nothing is said of lot ${lots}`, 'lines', silent)
}

function requireBalance(line: ShippedLine, answer: ReceiptLineInput, path: string): void {
  const { acceptedUnits, refusedUnits, missingUnits, reasonCode } = answer
  const total = acceptedUnits + refusedUnits + missingUnits
  if (total !== line.shippedUnits) {
    throw unbalanced(
      `Lot ${line.lotNumber}: ${line.shippedUnits} units were shipped, ${total} are accounted for`,
      path,
      [line],
    )
  }
  if (acceptedUnits < line.shippedUnits && reasonCode === undefined) {
    throw invalidField(
      `${path}.reasonCode`,
      `Lot ${line.lotNumber}: say why units were not accepted`,
    )
  }
}

const unbalanced = (message: string, path: string, lines: readonly ShippedLine[]): DomainError =>
  new DomainError('quantities-unbalanced', message, {
    errors: [{ path, message }],
    deliveryLineIds: lines.map(({ id }) => id),
  })
