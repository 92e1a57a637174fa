import { centsToDecimal, type MicroEuros, toCents } from '../kernel/money.js'

/** A value of stock as it is read: rounded once, to the cent. */
export const amountOf = (value: MicroEuros): string => centsToDecimal(toCents(value))
