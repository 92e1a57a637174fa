import type { JobDeclaration } from '../../jobs/declare.js'
import { GroupingId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { asSystem } from '../platform/db/transaction.js'
import { OUTBOX_CHANNEL } from '../platform/outbox/enqueue.js'

/**
 * Asks for one job per grouping. The ids carry the request id, so asking again for the same occurrence
 * of a schedule adds nothing, while the next occurrence does.
 */
export async function requestEachGrouping(
  ctx: Context,
  declaration: JobDeclaration<{ groupingId: GroupingId }>,
): Promise<void> {
  await asSystem(ctx.db, async (tx) => {
    const groupings = await tx.grouping.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
    const payloads = groupings.map(({ id }) =>
      declaration.payload.parse({ groupingId: GroupingId.parse(id) }),
    )
    await tx.outboxMessage.createMany({
      data: payloads.map((payload) => ({
        jobName: declaration.name,
        jobId: `${declaration.jobId(payload)}-${ctx.requestId}`,
        payload,
        groupingId: payload.groupingId,
        requestId: ctx.requestId,
        createdAt: ctx.clock(),
      })),
    })
    await tx.$executeRaw`select pg_notify(${OUTBOX_CHANNEL}, '')`
  })
}
