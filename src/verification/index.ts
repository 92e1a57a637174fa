export type {
  DocumentSampling,
  RuleReport,
  VerificationReport,
  Violation,
} from './report.js'
export { RULE_NAMES, type RuleName } from './rules.js'
export {
  type VerificationPorts,
  type VerificationProgress,
  verifyDatabase,
} from './verify-database.js'
