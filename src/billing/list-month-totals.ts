import { CostPoolId, EstablishmentId, type GroupingId, PeriodId } from '../kernel/ids.js'
import { type Cents, cents, centsToDecimal } from '../kernel/money.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { fromMonthColumn } from './months.js'
import { FINANCE_READERS } from './queries.js'
import type { MonthTotalView } from './review-schema.js'

/** As many months as two years are compared over. */
const MONTHS_MAX = 24

interface Row {
  readonly periodId: string
  readonly month: Date
  readonly poolId: string
  readonly label: string
  readonly establishmentId: string
  readonly name: string
  readonly amountCents: bigint
}

/** What the closed months of a grouping came to, newest first, read from their frozen shares. */
export async function listMonthTotals(
  ctx: Context,
  groupingId: GroupingId,
): Promise<MonthTotalView[]> {
  requireRole(ctx, { groupingId }, FINANCE_READERS)
  return inReadTransaction(ctx, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      with closed as (
        select id, month from period
        where grouping_id = ${groupingId}::uuid and state = 'closed'
        order by month desc limit ${MONTHS_MAX})
      select closed.id as "periodId", closed.month, share.pool_id as "poolId",
        frozen.detail ->> 'label' as label, share.establishment_id as "establishmentId",
        member.name, share.amount_cents as "amountCents"
      from closed
      join period_share share on share.period_id = closed.id
      join period_pool frozen on frozen.period_id = closed.id and frozen.pool_id = share.pool_id
      join cost_pool pool on pool.id = share.pool_id
      join establishment member on member.id = share.establishment_id
      left join lateral (
        select min(member_order) as rank from membership
        where grouping_id = ${groupingId}::uuid and establishment_id = member.id
      ) place on true
      order by closed.month desc, pool.position, share.pool_id, place.rank, member.id`
    return [...groupedBy(rows, ({ periodId }) => periodId).values()].flatMap(toMonthTotal)
  })
}

function toMonthTotal(rows: readonly Row[]): MonthTotalView[] {
  const [first] = rows
  if (first === undefined) return []
  return [
    {
      periodId: PeriodId.parse(first.periodId),
      month: fromMonthColumn(first.month),
      total: centsToDecimal(sum(rows)),
      pools: [...groupedBy(rows, ({ poolId }) => poolId)].map(([poolId, own]) => ({
        poolId: CostPoolId.parse(poolId),
        label: own[0]?.label ?? '',
        total: centsToDecimal(sum(own)),
      })),
      members: [...groupedBy(rows, ({ establishmentId }) => establishmentId)].map(
        ([establishmentId, own]) => ({
          establishmentId: EstablishmentId.parse(establishmentId),
          name: own[0]?.name ?? '',
          total: centsToDecimal(sum(own)),
        }),
      ),
    },
  ]
}

function groupedBy(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

const sum = (rows: readonly Row[]): Cents =>
  cents(rows.reduce((total, { amountCents }) => total + amountCents, 0n))
