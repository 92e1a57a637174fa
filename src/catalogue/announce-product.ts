import type { GroupingId, ProductId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'

/** The catalogue belongs to nobody: the screens told are those of the groupings the caller works for. */
export async function announceProduct(tx: Tx, ctx: Context, productId: ProductId): Promise<void> {
  const groupings = new Set<GroupingId>(ctx.actor.grants.map(({ groupingId }) => groupingId))
  for (const groupingId of groupings) {
    await announce(tx, { topic: 'products', groupingId, subjectId: productId })
  }
}
