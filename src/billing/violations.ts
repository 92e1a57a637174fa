import { PeriodId } from '../kernel/ids.js'
import type { Tx } from '../platform/db/transaction.js'
import { snapshotDigest } from './freeze-snapshot.js'

export interface BillingViolation {
  readonly rule: 'shares-add-up' | 'snapshot-unchanged' | 'statement-matches-shares'
  readonly subject: string
  readonly message: string
}

/** Checks every closed month of the database; an empty list means that every cent is where it was frozen. */
export async function billingViolations(tx: Tx): Promise<BillingViolation[]> {
  return [
    ...(await unbalancedPools(tx)),
    ...(await changedSnapshots(tx)),
    ...(await wrongStatements(tx)),
  ]
}

async function unbalancedPools(tx: Tx): Promise<BillingViolation[]> {
  const rows = await tx.$queryRaw<{ subject: string; total: bigint; shares: bigint }[]>`
    select pool.period_id || '/' || pool.pool_id as subject, pool.total_cents as total,
      coalesce(sum(share.amount_cents), 0)::bigint as shares
    from period_pool pool
    left join period_share share on share.period_id = pool.period_id and share.pool_id = pool.pool_id
    group by pool.period_id, pool.pool_id, pool.total_cents
    having pool.total_cents <> coalesce(sum(share.amount_cents), 0)`
  return rows.map(({ subject, total, shares }) => ({
    rule: 'shares-add-up',
    subject,
    message: `The shares add up to ${shares} cents, the pool to ${total}`,
  }))
}

async function changedSnapshots(tx: Tx): Promise<BillingViolation[]> {
  const violations: BillingViolation[] = []
  for (const period of await tx.period.findMany({ where: { state: 'closed' } })) {
    const digest = await snapshotDigest(tx, PeriodId.parse(period.id))
    if (digest === period.snapshotSha256) continue
    violations.push({
      rule: 'snapshot-unchanged',
      subject: period.id,
      message: 'The frozen figures are not those the month was closed with',
    })
  }
  return violations
}

async function wrongStatements(tx: Tx): Promise<BillingViolation[]> {
  const rows = await tx.$queryRaw<{ subject: string; number: string }[]>`
    select statement.id::text as subject, statement.number
    from statement
    join grouping on grouping.id = statement.grouping_id and grouping.vat_regime = 'exempt'
    left join period_share share
      on share.period_id = statement.period_id and share.establishment_id = statement.establishment_id
    group by statement.id
    having statement.total_cents <> coalesce(sum(share.amount_cents), 0)`
  return rows.map(({ subject, number }) => ({
    rule: 'statement-matches-shares',
    subject,
    message: `${number} is not the sum of the member's shares`,
  }))
}
