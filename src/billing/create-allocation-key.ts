import { recordAudit } from '../audit/index.js'
import { addDays, dateColumn, firstDayOf, fromDateColumn } from '../kernel/calendar.js'
import { DomainError, invalidField, notFound } from '../kernel/errors.js'
import { AllocationKeyId, CostPoolId, GroupingId, newId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { keyInclude, toKeyView } from './key-view.js'
import { monthColumn } from './months.js'
import type { AllocationKeyView, CreateAllocationKeyInput } from './schema.js'

/**
 * Gives a pool a new key from the first day of a month; the one before ends the day before. A month
 * already closed keeps the key it was split with.
 * @throws DomainError `period-closed` the month is closed · `invalid-input` not after the current key
 */
export async function createAllocationKey(
  ctx: Context,
  input: CreateAllocationKeyInput,
): Promise<AllocationKeyView> {
  return inTransaction(ctx, async (tx) => {
    const pool = await tx.costPool.findUnique({ where: { id: input.poolId } })
    if (pool === null) throw notFound('Cost pool', input.poolId)
    const groupingId = GroupingId.parse(pool.groupingId)
    requireRole(ctx, { groupingId }, ['finance-controller'])
    await refuseClosedMonth(tx, groupingId, input)
    const version = await endCurrentKey(tx, input)

    const key = await tx.allocationKey.create({
      data: {
        id: newId(AllocationKeyId),
        groupingId,
        poolId: CostPoolId.parse(pool.id),
        version,
        label: input.label,
        fromOn: dateColumn(firstDayOf(input.fromMonth)),
        decisionReference: input.decisionReference,
        createdById: ctx.actor.userId,
        createdAt: ctx.clock(),
        allocationKeyComponents: { create: componentsOf(input, groupingId) },
      },
      include: keyInclude,
    })
    await recordAudit(tx, ctx, {
      groupingId,
      action: 'allocation-key.created',
      subjectType: 'allocation-key',
      subjectId: key.id,
      details: {
        pool: pool.code,
        version,
        fromMonth: input.fromMonth,
        decision: input.decisionReference,
      },
    })
    return toKeyView(key)
  })
}

const componentsOf = ({ components }: CreateAllocationKeyInput, groupingId: GroupingId) =>
  components.map(({ driver, weight, weights }, position) => ({
    id: newId(AllocationKeyId),
    groupingId,
    position,
    driver,
    weight,
    allocationKeyWeights: {
      create: weights.map((entry) => ({ ...entry, groupingId, weight: BigInt(entry.weight) })),
    },
  }))

async function refuseClosedMonth(
  tx: Tx,
  groupingId: GroupingId,
  { fromMonth }: CreateAllocationKeyInput,
): Promise<void> {
  const closed = await tx.period.findFirst({
    where: { groupingId, state: 'closed', month: { gte: monthColumn(fromMonth) } },
  })
  if (closed === null) return
  throw new DomainError('period-closed', `${fromMonth} is closed: choose a later month`, {
    fromMonth,
  })
}

/** The version of the new key; keys of one pool follow each other without a gap and without an overlap. */
async function endCurrentKey(
  tx: Tx,
  { poolId, fromMonth }: CreateAllocationKeyInput,
): Promise<number> {
  // Two keys at once would both follow the same one.
  await tx.$queryRaw`select id from cost_pool where id = ${poolId}::uuid for update`
  const [current] = await tx.allocationKey.findMany({
    where: { poolId },
    orderBy: { version: 'desc' },
    take: 1,
  })
  if (current === undefined) return 1
  const fromOn = firstDayOf(fromMonth)
  if (fromDateColumn(current.fromOn) >= fromOn) {
    throw invalidField(
      'fromMonth',
      `The current key starts on ${fromDateColumn(current.fromOn)}: choose a later month`,
    )
  }
  await tx.allocationKey.update({
    where: { id: current.id },
    data: { toOn: dateColumn(addDays(fromOn, -1)) },
  })
  return current.version + 1
}
