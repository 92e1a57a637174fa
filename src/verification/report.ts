import type { RuleName } from './rules.js'

/** Something that can never be, found in the database, in words for whoever must look into it. */
export interface Violation {
  readonly rule: RuleName
  /** What breaks the rule: an id, a number, `place/lot`, a table. */
  readonly subject: string
  readonly message: string
}

/** One rule that was checked. `checked` tells an empty check from a passed one. */
export interface RuleReport {
  readonly rule: RuleName
  readonly says: string
  readonly checked: number
  readonly violations: number
}

export type DocumentSampling = 'sample' | 'all' | 'none'

export interface VerificationReport {
  readonly holds: boolean
  /** RFC 3339, UTC. */
  readonly verifiedAt: string
  readonly documents: DocumentSampling
  readonly rules: readonly RuleReport[]
  readonly violations: readonly Violation[]
}

/** One row of most checks: what a rule expected of a subject, and what is there. */
export interface Difference {
  readonly rule: RuleName
  readonly subject: string
  readonly expected: string
  readonly found: string
}
