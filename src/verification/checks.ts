import type { Tx } from '../platform/db/transaction.js'
import type { Violation } from './report.js'
import type { RuleName } from './rules.js'

/** What one check found, and how many things it looked at where no single table tells. */
export interface Findings {
  readonly violations: readonly Violation[]
  readonly checked?: Readonly<Partial<Record<RuleName, number>>>
}

export type Check = (tx: Tx, now: Date) => Promise<Findings>
