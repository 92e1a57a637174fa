import type { YearMonth } from '../kernel/calendar.js'
import { CostPoolId, type GroupingId, PeriodId } from '../kernel/ids.js'
import { type Cents, cents, centsToDecimal } from '../kernel/money.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import type { CostPool, Period } from '../platform/db/generated/client.js'
import { inReadTransaction, type Tx } from '../platform/db/transaction.js'
import type { BudgetComparisonView, BudgetYearQuery } from './budget-schema.js'
import { monthsOf } from './budget-year.js'
import { loadConsumption } from './consumption.js'
import { fromMonthColumn, monthColumn } from './months.js'
import { FINANCE_READERS } from './queries.js'
import { addPools, type BudgetedMonth, type MonthToDate, toDate } from './to-date.js'
import { PeriodState } from './transitions.js'

type ByPool = ReadonlyMap<string, Cents>

/**
 * A year against the budget that counts, by pool: closed months as they were frozen, the others as
 * recorded so far. No key is needed: a cost counts before it can be split.
 */
export async function compareBudget(
  ctx: Context,
  { groupingId, year }: BudgetYearQuery,
): Promise<BudgetComparisonView> {
  requireRole(ctx, { groupingId }, FINANCE_READERS)
  return inReadTransaction(ctx, async (tx) => {
    const months = monthsOf(year)
    const budget = await budgetOf(tx, { groupingId, year })
    const pools = await tx.costPool.findMany({
      where: { groupingId },
      orderBy: [{ position: 'asc' }, { code: 'asc' }],
    })
    const periods = await periodsOf(tx, groupingId, months)
    const charged = await chargedBy(tx, { groupingId, pools, periods })
    const compared = pools.map((pool) => ({
      pool,
      months: months.map((month) => ({
        budget: budget.amounts.get(`${pool.id} ${month}`) ?? cents(0n),
        charged: chargedIn(charged.get(month), pool.id),
      })),
    }))
    return {
      year,
      version: budget.version,
      months: months.map((month) => ({ month, period: toPeriod(periods.get(month)) })),
      pools: compared.filter(isConcerned).map(({ pool, months: own }) => ({
        poolId: CostPoolId.parse(pool.id),
        label: pool.label,
        months: toDate(own).map(toView),
      })),
      total: toDate(addPools(compared.map(({ months: own }) => own))).map(toView),
    }
  })
}

/** The budget that counts, by pool and month. */
async function budgetOf(tx: Tx, { groupingId, year }: BudgetYearQuery) {
  const vote = await tx.budgetVote.findFirst({
    where: { groupingId, fiscalYear: year },
    orderBy: { version: 'desc' },
    include: { budgetLines: true },
  })
  const lines = vote?.budgetLines ?? []
  return {
    version: vote?.version ?? null,
    amounts: new Map(
      lines.map((line) => [
        `${line.poolId} ${fromMonthColumn(line.month)}`,
        cents(line.amountCents),
      ]),
    ),
  }
}

interface Compared {
  readonly pool: CostPool
  readonly months: readonly BudgetedMonth[]
}

/** A pool that was closed stays in the years it had figures in. */
const isConcerned = ({ pool, months }: Compared): boolean =>
  pool.closedOn === null ||
  months.some(({ budget, charged }) => budget > 0n || (charged ?? 0n) !== 0n)

async function periodsOf(
  tx: Tx,
  groupingId: GroupingId,
  months: readonly YearMonth[],
): Promise<ReadonlyMap<YearMonth, Period>> {
  const periods = await tx.period.findMany({
    where: { groupingId, month: { in: months.map(monthColumn) } },
  })
  return new Map(periods.map((period) => [fromMonthColumn(period.month), period]))
}

const chargedIn = (month: ByPool | undefined, poolId: string): Cents | null =>
  month === undefined ? null : (month.get(poolId) ?? cents(0n))

interface Costs {
  readonly groupingId: GroupingId
  readonly pools: readonly CostPool[]
  readonly periods: ReadonlyMap<YearMonth, Period>
}

/** What each pool cost in each month that has begun. */
async function chargedBy(tx: Tx, costs: Costs): Promise<ReadonlyMap<YearMonth, ByPool>> {
  const byMonth = new Map<YearMonth, ByPool>()
  for (const [month, period] of costs.periods) {
    byMonth.set(
      month,
      period.state === 'closed'
        ? await frozenTotals(tx, period.id)
        : await totalsSoFar(tx, costs, month),
    )
  }
  return byMonth
}

async function frozenTotals(tx: Tx, periodId: string): Promise<ByPool> {
  const rows = await tx.periodPool.findMany({ where: { periodId } })
  return new Map(rows.map(({ poolId, totalCents }) => [poolId, cents(totalCents)]))
}

async function totalsSoFar(
  tx: Tx,
  { groupingId, pools }: Costs,
  month: YearMonth,
): Promise<ByPool> {
  const charges = await tx.charge.groupBy({
    by: ['poolId'],
    where: { groupingId, accountingMonth: monthColumn(month) },
    _sum: { amountCents: true },
  })
  const consumption = await loadConsumption(tx, groupingId, month)
  const consumed = consumption.reduce((sum, { totalCents }) => sum + totalCents, 0n)
  return new Map([
    ...charges.map(({ poolId, _sum }) => [poolId, cents(_sum.amountCents ?? 0n)] as const),
    ...pools
      .filter(({ source }) => source === 'products')
      .map(({ id }) => [id, cents(consumed)] as const),
  ])
}

const toPeriod = (period: Period | undefined) =>
  period === undefined
    ? null
    : { id: PeriodId.parse(period.id), state: PeriodState.parse(period.state) }

const toView = ({ budget, charged, budgetToDate, chargedToDate }: MonthToDate) => ({
  budget: centsToDecimal(budget),
  charged: charged === null ? null : centsToDecimal(charged),
  budgetToDate: centsToDecimal(budgetToDate),
  chargedToDate: centsToDecimal(chargedToDate),
})
