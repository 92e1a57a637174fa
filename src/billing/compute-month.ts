import type { YearMonth } from '../kernel/calendar.js'
import { dateColumn, firstDayOf } from '../kernel/calendar.js'
import { DomainError } from '../kernel/errors.js'
import type { EstablishmentId, GroupingId } from '../kernel/ids.js'
import { cents } from '../kernel/money.js'
import type { CostPool } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { splitCharges } from './charge-split.js'
import type { ComputedMonth, ComputedPool } from './computed-month.js'
import { loadConsumption } from './consumption.js'
import { keyInclude } from './key-view.js'
import { monthMembers, type NamedMember } from './month-members.js'
import { splitProducts } from './product-split.js'

/**
 * Splits every pool of a month from what the database holds now. Closing freezes exactly this;
 * simulating shows it.
 * @throws DomainError `key-missing` naming the pool
 */
export async function computeMonth(
  tx: Tx,
  groupingId: GroupingId,
  month: YearMonth,
): Promise<ComputedMonth> {
  const consumption = await loadConsumption(tx, groupingId, month)
  const members = await withFormerMembers(
    tx,
    await monthMembers(tx, groupingId, month),
    consumption.map(({ establishmentId }) => establishmentId),
  )
  const pools: ComputedPool[] = []
  for (const { pool, key } of await loadPools(tx, groupingId, month)) {
    pools.push(
      pool.source === 'products'
        ? splitProducts(pool, consumption, members, month)
        : await splitCharges(tx, { pool, key, members, groupingId, month }).catch(
            (error: unknown) => Promise.reject(namingPool(error, pool)),
          ),
    )
  }
  return {
    members,
    pools,
    totalCents: cents(pools.reduce((sum, pool) => sum + pool.totalCents, 0n)),
  }
}

async function loadPools(tx: Tx, groupingId: GroupingId, month: YearMonth) {
  const firstDay = dateColumn(firstDayOf(month))
  const pools = await tx.costPool.findMany({
    where: { groupingId, OR: [{ closedOn: null }, { closedOn: { gte: firstDay } }] },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    include: {
      allocationKeys: {
        where: { fromOn: { lte: firstDay }, OR: [{ toOn: null }, { toOn: { gte: firstDay } }] },
        include: keyInclude,
      },
    },
  })
  return pools.map(({ allocationKeys: [key = null], ...pool }) => ({ pool, key }))
}

/** Somebody who left still answers for what moved late: listed with no day of membership. */
async function withFormerMembers(
  tx: Tx,
  members: readonly NamedMember[],
  concerned: readonly EstablishmentId[],
): Promise<readonly NamedMember[]> {
  const known = new Set(members.map(({ establishmentId }) => establishmentId))
  const missing = concerned.filter((establishmentId) => !known.has(establishmentId)).toSorted()
  if (missing.length === 0) return members
  const rows = await tx.establishment.findMany({ where: { id: { in: missing } } })
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return [
    ...members,
    ...missing.map((establishmentId) => ({
      establishmentId,
      days: 0,
      name: names.get(establishmentId) ?? '',
    })),
  ]
}

function namingPool(error: unknown, pool: CostPool): unknown {
  if (!(error instanceof DomainError) || error.code !== 'key-missing') return error
  return new DomainError('key-missing', `${pool.label}: ${error.message}`, {
    ...error.details,
    poolId: pool.id,
    pool: pool.code,
  })
}
