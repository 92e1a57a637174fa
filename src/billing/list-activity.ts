import { notFound } from '../kernel/errors.js'
import { GroupingId, LotId, type PeriodId } from '../kernel/ids.js'
import { microEuros, microsToDecimal } from '../kernel/money.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { Prisma } from '../platform/db/generated/client.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { factsOf } from './activity-facts.js'
import { fromMonthColumn } from './months.js'
import { FINANCE_READERS } from './queries.js'
import { type ActivityQuery, ActivityView } from './review-schema.js'

interface Row {
  readonly id: string
  readonly kind: string
  readonly at: Date
  readonly label: string
  readonly reference: string | null
  readonly subjectId: string | null
  readonly subjectType: string | null
  readonly lotId: string | null
  readonly lotNumber: string | null
  readonly units: number | null
  readonly unitCostMicros: bigint | null
  readonly who: string | null
  readonly countsIn: Date
  readonly counts: string
  readonly cursor: string
}

type Activities = { total: string; items: ActivityView[]; nextCursor?: string }

/**
 * The facts a driver counted for one member in a month, newest first: what they add makes the numerator.
 * A contractual weight has none.
 * @throws DomainError `not-found` · `forbidden`
 */
export async function listActivity(
  ctx: Context,
  periodId: PeriodId,
  { establishmentId, driver, limit, cursor }: ActivityQuery,
): Promise<Activities> {
  return inReadTransaction(ctx, async (tx) => {
    const period = await tx.period.findUnique({ where: { id: periodId } })
    if (period === null) throw notFound('Period', periodId)
    const groupingId = GroupingId.parse(period.groupingId)
    requireRole(ctx, { groupingId }, FINANCE_READERS)
    const month = fromMonthColumn(period.month)
    const facts = factsOf({ groupingId, establishmentId, month, driver })
    if (facts === null) return { total: '0', items: [] }
    const [sum] = await tx.$queryRaw<{ total: string }[]>`
      select coalesce(trim_scale(sum(counts::numeric)), 0)::text as total from (${facts}) fact`
    const total = sum?.total ?? '0'
    const after = cursor === undefined ? Prisma.empty : Prisma.sql`where cursor < ${cursor}`
    const rows = await tx.$queryRaw<Row[]>`
      select * from (
        select fact.*, to_char(fact.at at time zone 'UTC', 'YYYYMMDDHH24MISSMS') || '-' || fact.id as cursor
        from (${facts}) fact
      ) paged ${after} order by cursor desc limit ${limit + 1}`
    const last = rows[limit - 1]
    const items = rows.slice(0, limit).map(toActivity)
    return rows.length > limit && last
      ? { total, items, nextCursor: last.cursor }
      : { total, items }
  })
}

const toActivity = ({ cursor: _, ...row }: Row): ActivityView => ({
  id: row.id,
  kind: ActivityView.shape.kind.parse(row.kind),
  at: row.at.toISOString(),
  label: row.label,
  reference: row.reference,
  subject:
    row.subjectId === null
      ? null
      : ActivityView.shape.subject.parse({ type: row.subjectType, id: row.subjectId }),
  lotId: row.lotId === null ? null : LotId.parse(row.lotId),
  lotNumber: row.lotNumber,
  units: row.units,
  unitCost: row.unitCostMicros === null ? null : microsToDecimal(microEuros(row.unitCostMicros)),
  who: row.who,
  countsIn: fromMonthColumn(row.countsIn),
  counts: row.counts,
})
