import { createHash } from 'node:crypto'
import type { GroupingId, PeriodId } from '../kernel/ids.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { amountOf, type ComputedMonth, type ComputedPool } from './computed-month.js'
import { memberFlows } from './drivers.js'
import { frozenDetailOf } from './frozen-detail.js'

interface SnapshotTarget {
  readonly groupingId: GroupingId
  readonly periodId: PeriodId
  readonly month: Date
}

/**
 * Writes the frozen figures of a month: consumption in one statement whatever its size, then pools and
 * shares. From here on every document of the month is a function of these rows.
 */
export async function writeSnapshot(
  tx: Tx,
  target: SnapshotTarget,
  computed: ComputedMonth,
): Promise<void> {
  const { groupingId, periodId, month } = target
  await tx.$executeRaw`
    insert into period_consumption (period_id, establishment_id, product_id, grouping_id, units, lines, cost_micros)
    select ${periodId}::uuid, establishment_id, product_id, ${groupingId}::uuid,
      sum(units), count(distinct line_id), sum(units * unit_cost_micros)
    from (${memberFlows(groupingId, month)}) flow
    group by establishment_id, product_id`
  await tx.periodPool.createMany({
    data: computed.pools.map((pool) => poolRow(target, pool, computed.members)),
  })
  await tx.periodShare.createMany({
    data: computed.pools.flatMap((pool) =>
      pool.shares.map((share) => ({
        periodId,
        groupingId,
        poolId: pool.pool.id,
        establishmentId: share.establishmentId,
        numerator: share.numerator,
        denominator: pool.denominator,
        amountCents: amountOf(share),
      })),
    ),
  })
}

function poolRow(
  { groupingId, periodId }: SnapshotTarget,
  pool: ComputedPool,
  members: ComputedMonth['members'],
): Prisma.PeriodPoolCreateManyInput {
  return {
    periodId,
    groupingId,
    poolId: pool.pool.id,
    keyId: pool.key?.id ?? null,
    totalCents: pool.totalCents,
    detail: frozenDetailOf(pool, members),
  }
}

/** The digest of everything frozen for a period, read back from its rows: what `navette verify` recomputes. */
export async function snapshotDigest(tx: Tx, periodId: PeriodId): Promise<string> {
  const [row] = await tx.$queryRaw<{ consumption: string; pools: string; shares: string }[]>`
    select
      (select coalesce(encode(sha256(string_agg(convert_to(concat_ws('|', establishment_id, product_id, units, lines, cost_micros), 'UTF8'),
        '\n'::bytea order by establishment_id, product_id)), 'hex'), '')
        from period_consumption where period_id = ${periodId}::uuid) as consumption,
      (select coalesce(string_agg(concat_ws('|', pool_id, key_id, total_cents, detail), E'\n' order by pool_id), '')
        from period_pool where period_id = ${periodId}::uuid) as pools,
      (select coalesce(string_agg(concat_ws('|', pool_id, establishment_id, numerator, denominator, amount_cents), E'\n'
        order by pool_id, establishment_id), '')
        from period_share where period_id = ${periodId}::uuid) as shares`
  return createHash('sha256')
    .update([row?.consumption, row?.pools, row?.shares].join('\n\n'))
    .digest('hex')
}
