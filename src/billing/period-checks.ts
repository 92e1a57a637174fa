import { dayOf, lastDayOf, type YearMonth } from '../kernel/calendar.js'
import type { GroupingId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { timeZoneOf } from '../platform/time-zone.js'
import { fromMonthColumn, monthColumn } from './months.js'
import type { Blocker } from './schema.js'
import { RECORDED_DRIVERS } from './vocabulary.js'

/** Why this month may not be frozen yet: it is not over, or an earlier one is not frozen. */
export async function freezeBlockers(
  tx: Tx,
  ctx: Context,
  groupingId: GroupingId,
  month: YearMonth,
): Promise<Blocker[]> {
  const blockers: Blocker[] = []
  const today = dayOf(ctx.clock(), await timeZoneOf(tx, groupingId))
  if (today <= lastDayOf(month)) {
    blockers.push({
      code: 'month-not-over',
      message: `${month} ends on ${lastDayOf(month)}; today is ${today}`,
    })
  }
  const earlier = await tx.period.findFirst({
    where: { groupingId, month: { lt: monthColumn(month) }, state: 'open' },
    orderBy: { month: 'asc' },
  })
  if (earlier !== null) {
    const name = fromMonthColumn(earlier.month)
    blockers.push({ code: 'earlier-month-open', message: `${name} is still open: freeze it first` })
  }
  return blockers
}

/** Why this month may not be closed yet, once frozen: an earlier one is not closed. */
export async function closeBlockers(
  tx: Tx,
  groupingId: GroupingId,
  month: YearMonth,
): Promise<Blocker[]> {
  const earlier = await tx.period.findFirst({
    where: { groupingId, month: { lt: monthColumn(month) }, state: { not: 'closed' } },
    orderBy: { month: 'asc' },
  })
  if (earlier === null) return []
  const name = fromMonthColumn(earlier.month)
  return [{ code: 'earlier-month-not-closed', message: `${name} is not closed: close it first` }]
}

/** What a controller should look at before closing, and may accept: it lands in a later month. */
export async function closeWarnings(
  tx: Tx,
  groupingId: GroupingId,
  month: YearMonth,
): Promise<Blocker[]> {
  const [openDiscrepancies, underway] = [
    await tx.discrepancy.count({ where: { groupingId, state: 'open' } }),
    await tx.delivery.count({ where: { groupingId, state: { in: ['dispatched', 'delivered'] } } }),
  ]
  const warnings = await poolWarnings(tx, groupingId, month)
  if (openDiscrepancies > 0) {
    warnings.push({
      code: 'open-discrepancies',
      message: `${openDiscrepancies} discrepancies are not settled; what they decide lands in a later month`,
      count: openDiscrepancies,
    })
  }
  if (underway > 0) {
    warnings.push({
      code: 'deliveries-underway',
      message: `${underway} deliveries are not received yet; they count in the month they are received`,
      count: underway,
    })
  }
  return warnings
}

interface PoolToCheck {
  readonly id: string
  readonly label: string
  readonly hasCharge: boolean
  readonly hasKey: boolean
  readonly lacksRecord: boolean
}

/** Pools that would split nothing, or could not be split: every one of them in one statement. */
async function poolWarnings(tx: Tx, groupingId: GroupingId, month: YearMonth): Promise<Blocker[]> {
  const first = monthColumn(month)
  const pools = await tx.$queryRaw<PoolToCheck[]>`
    select pool.id, pool.label,
      exists (select 1 from charge where charge.pool_id = pool.id
        and charge.accounting_month = ${first}::date) as "hasCharge",
      key.id is not null as "hasKey",
      exists (select 1 from allocation_key_component part
        where part.key_id = key.id and part.driver = any(${[...RECORDED_DRIVERS]}::text[])
          and not exists (select 1 from measured_driver measure
            where measure.grouping_id = ${groupingId}::uuid and measure.driver = part.driver
              and measure.month = ${first}::date)) as "lacksRecord"
    from cost_pool pool
    left join allocation_key key on key.pool_id = pool.id and key.from_on <= ${first}::date
      and (key.to_on is null or key.to_on >= ${first}::date)
    where pool.grouping_id = ${groupingId}::uuid and pool.source = 'charges'
      and (pool.closed_on is null or pool.closed_on >= ${first}::date)
    order by pool.position, pool.code`
  const uncharged = pools.filter(({ hasCharge }) => !hasCharge)
  const keyless = pools.filter(({ hasKey }) => !hasKey)
  const unmeasured = pools.filter(({ lacksRecord }) => lacksRecord)
  return [
    ...aboutPools(
      'pools-without-charges',
      uncharged,
      `No charge is recorded for ${named(uncharged)}`,
    ),
    ...aboutPools('pools-without-key', keyless, `No key is in force for ${named(keyless)}`),
    ...aboutPools(
      'drivers-not-recorded',
      unmeasured,
      `What the key of ${named(unmeasured)} counts is not recorded`,
    ),
  ]
}

const named = (pools: readonly PoolToCheck[]): string => pools.map(({ label }) => label).join(', ')

const aboutPools = (code: string, pools: readonly PoolToCheck[], message: string): Blocker[] =>
  pools.length === 0
    ? []
    : [
        {
          ...{ code, message, count: pools.length },
          subjects: pools.map(({ id, label }) => ({ id, label })),
        },
      ]
