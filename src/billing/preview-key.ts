import { notFound } from '../kernel/errors.js'
import { GroupingId } from '../kernel/ids.js'
import { cents, centsToDecimal } from '../kernel/money.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import { type KeyPart, measure } from './charge-split.js'
import { monthColumn } from './months.js'
import { FINANCE_READERS } from './queries.js'
import { readMonth } from './read-month.js'
import type { KeyPreviewView, PreviewKeyInput } from './review-schema.js'
import { splitPool } from './split-pools.js'

/**
 * What a month would have been with another key of one pool, beside what it is; nothing is written.
 * @throws DomainError `not-found` · `forbidden` · `key-missing` when the key gives nobody any weight
 */
export async function previewKey(ctx: Context, input: PreviewKeyInput): Promise<KeyPreviewView> {
  const { poolId, month, components } = input
  return inReadTransaction(ctx, async (tx) => {
    const pool = await tx.costPool.findUnique({ where: { id: poolId } })
    if (pool === null) throw notFound('Cost pool', poolId)
    const groupingId = GroupingId.parse(pool.groupingId)
    requireRole(ctx, { groupingId }, FINANCE_READERS)
    const period = await tx.period.findUnique({
      where: { groupingId_month: { groupingId, month: monthColumn(month) } },
    })
    const { members, pools } = await readMonth(tx, { groupingId, month, period })
    const now = pools.find((one) => one.pool.id === poolId)
    if (now === undefined) throw notFound('Cost pool', poolId)
    const measured = await measure(tx, { groupingId, month }, components.map(toPart))
    const then = splitPool(now.ownCents, measured, members)
    return {
      month,
      total: centsToDecimal(now.ownCents),
      denominator: then.denominator.toString(),
      members: members.map(({ establishmentId, name }, position) => {
        const before = now.shares[position]?.ownCents ?? cents(0n)
        const share = then.shares[position]
        const after = share?.amountCents ?? cents(0n)
        return {
          establishmentId,
          name,
          numerator: (share?.numerator ?? 0n).toString(),
          before: centsToDecimal(before),
          after: centsToDecimal(after),
          change: centsToDecimal(cents(after - before)),
        }
      }),
    }
  })
}

const toPart = ({ driver, weight, weights }: PreviewKeyInput['components'][number]): KeyPart => ({
  driver,
  weight,
  allocationKeyWeights: weights.map((entry) => ({ ...entry, weight: BigInt(entry.weight) })),
})
