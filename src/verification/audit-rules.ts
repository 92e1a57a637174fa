import { type AuditChain, verifyAuditChain } from '../audit/index.js'
import { GroupingId } from '../kernel/ids.js'
import { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import type { Findings } from './checks.js'
import { asViolation } from './recomputed-rules.js'
import type { Difference, Violation } from './report.js'

/** Holds every act that left a mark in the tables against the audit trail, and the trail against its seals. */
export async function auditViolations(tx: Tx): Promise<Findings> {
  const [counted] = await tx.$queryRaw<{ acts: bigint }[]>`
    with acts as (${ACTS}) select coalesce(sum(times), 0)::bigint as acts from acts`
  const unaudited = await tx.$queryRaw<Difference[]>`
    with acts as (${ACTS}),
    recorded as (
      select subject_type, subject_id, action, count(*) as times from audit_entry
      group by subject_type, subject_id, action)
    select 'write-is-audited' as rule, acts.type || ' ' || acts.id as subject,
      acts.action || ' × ' || acts.times as expected, coalesce(recorded.times, 0)::text as found
    from acts left join recorded
      on (recorded.subject_type, recorded.subject_id, recorded.action) = (acts.type, acts.id, acts.action)
    where coalesce(recorded.times, 0) < acts.times
    order by 2`
  return {
    violations: [...unaudited.map(asViolation), ...(await brokenChains(tx))],
    checked: { 'write-is-audited': Number(counted?.acts ?? 0n) },
  }
}

async function brokenChains(tx: Tx): Promise<Violation[]> {
  const chains = await tx.$queryRaw<{ chain: string }[]>`
    select distinct chain from audit_seal order by chain`
  const violations: Violation[] = []
  for (const { chain } of chains) {
    const { brokenAt, sealed } = await verifyAuditChain(tx, asChain(chain))
    if (brokenAt === undefined) continue
    violations.push({
      rule: 'audit-chain-holds',
      subject: chain,
      message: `The chain of ${sealed} seals breaks at ${brokenAt.position}: ${brokenAt.reason}`,
    })
  }
  return violations
}

const asChain = (chain: string): AuditChain =>
  chain === 'system' ? chain : GroupingId.parse(chain)

/** What a row says was done: (type, id, action, times). Each line is one kind of act of the program. */
const ACTS = Prisma.sql`
  select 'order' as type, t.order_id::text as id, named.past as action, count(*) as times
    from order_transition t join (values
      ('create', 'order.created'), ('edit', 'order.edited'), ('submit', 'order.submitted'),
      ('approve', 'order.approved'), ('reject', 'order.rejected'), ('allocate', 'order.allocated'),
      ('start-picking', 'order.picking-started'), ('pick', 'order.picked'),
      ('finish-picking', 'order.picking-finished'), ('release', 'order.released'),
      ('dispatch', 'order.dispatched'), ('deliver', 'order.delivered'), ('receive', 'order.received'),
      ('close', 'order.closed'), ('cancel', 'order.cancelled'), ('suspend', 'order.suspended'),
      ('resume', 'order.resumed')) named (action, past) on named.action = t.action
    group by t.order_id, named.past
  union all select 'stock-receipt', id::text, 'stock.received', 1 from stock_receipt
  union all select 'stock-movement', reverses_id::text, 'stock-movement.reversed', 1
    from stock_movement where reverses_id is not null
  union all select 'delivery', id::text, 'delivery.packed', 1 from delivery
  union all select 'delivery', id::text, 'delivery.dispatched', 1 from delivery where dispatched_at is not null
  union all select 'delivery', id::text, 'delivery.delivered', 1 from delivery where delivered_at is not null
  union all select 'delivery', id::text, 'delivery.received', 1 from delivery where received_at is not null
  union all select 'delivery', id::text, 'delivery.closed', 1 from delivery where state = 'closed'
  union all select 'delivery', id::text, 'delivery.left-behind', 1 from delivery where state = 'cancelled'
  union all select 'discrepancy', id::text, 'discrepancy.settled', 1 from discrepancy where state = 'settled'
  union all select 'run', id::text, 'run.started', 1 from run where started_at is not null
  union all select 'run', id::text, 'run.' || state, 1 from run where state in ('completed', 'aborted')
  union all select 'device', device_id::text, 'custody.ingested', 1 from custody_event group by device_id
  union all select 'specimen-shipment', id::text, 'specimen-shipment.created', 1 from specimen_shipment
  union all select 'specimen-shipment', id::text, 'specimen-shipment.sealed', 1
    from specimen_shipment where sealed_at is not null
  union all select 'specimen-shipment', id::text, 'specimen-shipment.receiving-started', 1
    from specimen_shipment where receiving_at is not null
  union all select 'specimen-shipment', id::text, 'specimen-shipment.reconciled', 1
    from specimen_shipment where reconciled_at is not null
  union all select 'specimen-shipment', id::text, 'specimen-shipment.' || state, 1
    from specimen_shipment where state in ('cancelled', 'lost')
  union all select 'specimen-shipment', tube.shipment_id::text, 'specimen-shipment.tube-received', count(*)
    from tube_verdict join tube on tube.id = tube_verdict.tube_id group by tube.shipment_id
  union all select 'period', id::text, 'period.frozen', 1 from period where frozen_at is not null
  union all select 'period', id::text, 'period.closed', 1 from period where closed_at is not null
  union all select 'charge', coalesce(reverses_id, id)::text,
    case when reverses_id is null then 'charge.recorded' else 'charge.reversed' end, 1 from charge
  union all select 'measured-driver', id::text, 'driver.recorded', 1 from measured_driver
  union all select 'allocation-key', id::text, 'allocation-key.created', 1 from allocation_key
  union all select 'cost-pool', id::text, 'cost-pool.created', 1 from cost_pool
  union all select 'budget-vote', id::text, 'budget.recorded', 1 from budget_vote
  union all select 'statement', id::text, 'statement.disputed', 1 from statement where disputed_at is not null
  union all select 'statement', id::text, 'statement.finalised', 1 from statement where final_at is not null
  union all select 'document', document_id::text, 'document.rendered', 1 from document_content
  union all select 'exam', id::text, 'exam.created', 1 from exam
  union all select 'stability-rule', id::text, 'stability-rule.created', 1 from stability_rule
  union all select 'membership', id::text, 'membership.entered', 1 from membership
  union all select 'role-grant', id::text, 'role.granted', 1 from role_grant`
