import type { z } from 'zod'
import { notFound } from '../kernel/errors.js'
import {
  type AllocationKeyId,
  type CostPoolId,
  GroupingId,
  type StatementId,
} from '../kernel/ids.js'
import { toPage } from '../kernel/paging.js'
import type { Role } from '../kernel/roles.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { keyInclude, toKeyView } from './key-view.js'
import { monthColumn } from './months.js'
import type {
  AllocationKeyView,
  ChargeView,
  CostPoolView,
  MonthInput,
  PeriodView,
  StatementQuery,
  StatementView,
} from './schema.js'
import { chargeInclude, toChargeView, toPeriodView, toPoolView, toStatementView } from './views.js'

/** Who reads the hub's accounts; members read their own statements. */
export const FINANCE_READERS = [
  'finance-controller',
  'head-pharmacist',
  'administrator',
  'auditor',
] as const satisfies readonly Role[]

interface PagedGrouping {
  readonly groupingId: GroupingId
  readonly limit: number
  readonly cursor?: string | undefined
}

const after = (cursor: string | undefined) => (cursor === undefined ? {} : { id: { lt: cursor } })

export async function listCostPools(ctx: Context, groupingId: GroupingId): Promise<CostPoolView[]> {
  requireRole(ctx, { groupingId }, FINANCE_READERS)
  return inReadTransaction(ctx, async (tx) => {
    const pools = await tx.costPool.findMany({
      where: { groupingId },
      orderBy: [{ position: 'asc' }, { code: 'asc' }],
    })
    return pools.map(toPoolView)
  })
}

/**
 * Every version of a pool's key, newest first.
 * @throws DomainError `not-found` · `forbidden`
 */
export async function listAllocationKeys(
  ctx: Context,
  poolId: CostPoolId,
): Promise<AllocationKeyView[]> {
  return inReadTransaction(ctx, async (tx) => {
    const pool = await tx.costPool.findUnique({ where: { id: poolId } })
    if (pool === null) throw notFound('Cost pool', poolId)
    requireRole(ctx, { groupingId: GroupingId.parse(pool.groupingId) }, FINANCE_READERS)
    const keys = await tx.allocationKey.findMany({
      where: { poolId },
      orderBy: { version: 'desc' },
      include: keyInclude,
    })
    return keys.map(toKeyView)
  })
}

/** @throws DomainError `not-found` · `forbidden` */
export async function getAllocationKey(
  ctx: Context,
  id: AllocationKeyId,
): Promise<AllocationKeyView> {
  return inReadTransaction(ctx, async (tx) => {
    const key = await tx.allocationKey.findUnique({ where: { id }, include: keyInclude })
    if (key === null) throw notFound('Allocation key', id)
    requireRole(ctx, { groupingId: GroupingId.parse(key.groupingId) }, FINANCE_READERS)
    return toKeyView(key)
  })
}

export async function listCharges(
  ctx: Context,
  { groupingId, month }: MonthInput,
): Promise<ChargeView[]> {
  requireRole(ctx, { groupingId }, FINANCE_READERS)
  return inReadTransaction(ctx, async (tx) => {
    const charges = await tx.charge.findMany({
      where: { groupingId, accountingMonth: monthColumn(month) },
      orderBy: { recordedAt: 'asc' },
      include: chargeInclude,
    })
    return charges.map(toChargeView)
  })
}

/** Months newest first: the hub sees its own, a member those of the groupings it belongs to. */
export async function listPeriods(
  ctx: Context,
  { groupingId, limit, cursor }: PagedGrouping,
): Promise<{ items: PeriodView[]; nextCursor?: string }> {
  return inReadTransaction(ctx, async (tx) => {
    const before =
      cursor === undefined ? null : await tx.period.findUnique({ where: { id: cursor } })
    const periods = await tx.period.findMany({
      where: { groupingId, ...(before && { month: { lt: before.month } }) },
      orderBy: { month: 'desc' },
      take: limit + 1,
    })
    return toPage(periods.map(toPeriodView), limit)
  })
}

export async function listStatements(
  ctx: Context,
  { groupingId, month, limit, cursor }: z.output<typeof StatementQuery>,
): Promise<{ items: StatementView[]; nextCursor?: string }> {
  return inReadTransaction(ctx, async (tx) => {
    const statements = await tx.statement.findMany({
      where: {
        ...(groupingId && { groupingId }),
        ...(month && { period: { month: monthColumn(month) } }),
        ...after(cursor),
      },
      orderBy: { id: 'desc' },
      take: limit + 1,
      include: { period: true },
    })
    return toPage(statements.map(toStatementView), limit)
  })
}

export async function getStatement(ctx: Context, id: StatementId): Promise<StatementView> {
  return inReadTransaction(ctx, async (tx) => {
    const statement = await tx.statement.findUnique({ where: { id }, include: { period: true } })
    if (statement === null) throw notFound('Statement', id)
    return toStatementView(statement)
  })
}
