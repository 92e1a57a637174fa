import { z } from 'zod'
import { GroupingId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { type CustodyEventInput, EVENT_RESULTS } from './schema.js'

export interface Batch {
  readonly deviceId: string
  readonly groupings: readonly GroupingId[]
  readonly clockOffsetMs: number
  readonly receivedAt: Date
  /** The chain of each event, in their order. */
  readonly codes: readonly string[]
  readonly events: readonly CustodyEventInput[]
}

const Ingested = z.object({
  result: z.enum(EVENT_RESULTS),
  reason: z.string().nullable(),
  code: z.string(),
  flags: z.array(z.string()),
  groupingId: GroupingId.nullable(),
})
export type Ingested = z.infer<typeof Ingested>

const OFFSET_MAX_MS = 2_147_483_647

/** One call for the whole batch: locks, judges, chains and writes. One answer per event, in order. */
export async function ingest(tx: Tx, ctx: Context, batch: Batch): Promise<Ingested[]> {
  if (batch.events.length === 0) return []
  const { deviceId, groupings, clockOffsetMs, receivedAt, codes, events } = batch
  const offset = Math.max(-OFFSET_MAX_MS, Math.min(OFFSET_MAX_MS, clockOffsetMs))
  const rows = await tx.$queryRaw<unknown[]>`
    select result, reason, container_code as code, flags, grouping_id as "groupingId"
    from navette_ingest_custody(${deviceId}::uuid, ${ctx.actor.userId}::uuid, ${groupings}::uuid[],
      ${offset}::int, ${receivedAt}, ${codes}::text[], ${JSON.stringify(events)}::jsonb)
    order by item`
  return z.array(Ingested).parse(rows)
}
