export { type AuditFact, recordAudit } from './record-audit.js'
