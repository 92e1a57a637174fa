export type { Violation } from './report.js'
export { RULE_NAMES, type RuleName } from './rules.js'
export { type VerificationProgress, verifyDatabase } from './verify-database.js'
