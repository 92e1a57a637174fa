import type { Renderer } from '../documents/index.js'
import { type Clock, systemClock } from '../kernel/calendar.js'
import type { Database } from '../platform/db/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { auditViolations } from './audit-rules.js'
import type { Check, Findings } from './checks.js'
import { documentsToDraw, redrawnViolations } from './document-rules.js'
import { numberViolations } from './number-rules.js'
import { ownershipViolations } from './ownership-rules.js'
import { quantityViolations } from './quantity-rules.js'
import { recomputedViolations } from './recomputed-rules.js'
import type { DocumentSampling, RuleReport, VerificationReport } from './report.js'
import { RULE_NAMES, type RuleName, ruleOf } from './rules.js'
import { schemaViolations } from './schema-rules.js'
import { tenancyViolations } from './tenancy-rules.js'

export interface VerificationProgress {
  readonly step: 'facts' | 'schema' | 'documents'
  readonly done: number
  readonly total: number
}

export interface VerificationPorts {
  /** Draws a document from its kind and frozen data, as the program does. */
  readonly render: Renderer
  readonly onProgress?: (progress: VerificationProgress) => void
  /** Which stored documents to draw again; a sample unless said otherwise. */
  readonly documents?: DocumentSampling
  readonly clock?: Clock
}

const TIMEOUT_MS = 600_000

const FACTS: readonly Check[] = [
  async (tx, now) => ({ violations: await recomputedViolations(tx, now) }),
  async (tx) => ({ violations: await quantityViolations(tx) }),
  numberViolations,
  auditViolations,
]
const SCHEMA: readonly Check[] = [tenancyViolations, schemaViolations, ownershipViolations]

/**
 * Holds a whole database against every rule that must always be true, and names each violation.
 * `ownerDb` connects as the owner: row security would hide what this must see. Everything is read in one
 * snapshot, so that it may run beside live traffic; nothing is repaired, because a silent repair would
 * hide the fault that made it.
 */
export async function verifyDatabase(
  ownerDb: Database,
  {
    render,
    onProgress = () => undefined,
    documents = 'sample',
    clock = systemClock,
  }: VerificationPorts,
): Promise<VerificationReport> {
  const now = clock()
  const { findings, populations, ids } = await ownerDb.prisma.$transaction(
    async (tx) => ({
      findings: await inSnapshot(tx, now, onProgress),
      populations: await countPopulations(tx),
      ids: await documentsToDraw(tx, documents),
    }),
    { isolationLevel: 'RepeatableRead', maxWait: TIMEOUT_MS, timeout: TIMEOUT_MS },
  )
  const onDrawn = (done: number, total: number) => onProgress({ step: 'documents', done, total })
  const redrawn = await redrawnViolations(ownerDb, ids, { render, onDrawn })
  const all = [...findings, redrawn]
  const violations = all.flatMap((found) => found.violations)
  const checked = { ...populations, ...Object.assign({}, ...all.map((found) => found.checked)) }
  return {
    holds: violations.length === 0,
    verifiedAt: now.toISOString(),
    documents,
    rules: RULE_NAMES.map((rule) => reportOf(rule, checked, violations)),
    violations,
  }
}

type Populations = Readonly<Partial<Record<RuleName, number>>>

function reportOf(
  rule: RuleName,
  checked: Populations,
  violations: VerificationReport['violations'],
): RuleReport {
  return {
    rule,
    says: ruleOf(rule).says,
    checked: checked[rule] ?? 0,
    violations: violations.filter((violation) => violation.rule === rule).length,
  }
}

async function inSnapshot(
  tx: Tx,
  now: Date,
  onProgress: NonNullable<VerificationPorts['onProgress']>,
): Promise<Findings[]> {
  // Dozens of statements that each run once: compiling them costs more than it saves.
  await tx.$executeRaw`set local jit = off`
  const findings: Findings[] = []
  for (const [step, checks] of [
    ['facts', FACTS],
    ['schema', SCHEMA],
  ] as const) {
    for (const [index, check] of checks.entries()) {
      findings.push(await check(tx, now))
      onProgress({ step, done: index + 1, total: checks.length })
    }
  }
  return findings
}

async function countPopulations(tx: Tx): Promise<Populations> {
  // The statements are constants of this program; nothing a person typed reaches them.
  const counts = await tx.$queryRawUnsafe<{ rule: RuleName; rows: bigint }[]>(
    RULE_NAMES.map(
      (rule) => `select '${rule}' as rule, (${ruleOf(rule).population})::bigint as rows`,
    ).join(' union all '),
  )
  return Object.fromEntries(counts.map(({ rule, rows }) => [rule, Number(rows)]))
}
