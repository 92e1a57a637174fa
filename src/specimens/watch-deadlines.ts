import { recordAudit } from '../audit/index.js'
import { EstablishmentId, type GroupingId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { alarmsDue } from './alarm-thresholds.js'
import { newRowId } from './schema.js'

interface Watched {
  readonly id: string
  readonly establishmentId: string
  readonly deadlineAt: Date
  readonly expectedAt: Date | null
}

interface Raised {
  readonly id: string
  readonly shipmentId: string
  readonly establishmentId: string
  readonly thresholdMinutes: number
  readonly deadlineAt: Date
}

/**
 * Raises the alarms due for the sealed shipments of a grouping that no bench has opened: each
 * threshold once per shipment, however often this runs. Laboratory and sender are told. Answers how
 * many were raised.
 */
export function watchDeadlines(
  ctx: Context,
  { groupingId }: { readonly groupingId: GroupingId },
): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const due = (await watchedShipments(tx, groupingId)).flatMap((shipment) =>
      alarmsDue({ ...shipment, now: ctx.clock() }).map((thresholdMinutes) => ({
        id: newRowId(),
        shipment_id: shipment.id,
        establishment_id: shipment.establishmentId,
        threshold: thresholdMinutes,
        deadline_at: shipment.deadlineAt,
        expected_at: shipment.expectedAt,
      })),
    )
    const raised = await raise(tx, ctx, { groupingId, due })
    for (const alarm of raised) await tell(tx, ctx, groupingId, alarm)
    return raised.length
  })
}

function watchedShipments(tx: Tx, groupingId: GroupingId): Promise<Watched[]> {
  return tx.$queryRaw<Watched[]>`
    select id, establishment_id as "establishmentId", deadline_at as "deadlineAt",
      case when state = 'delivered' then delivered_at
        else navette_shipment_expected_at(id) end as "expectedAt"
    from specimen_shipment
    where grouping_id = ${groupingId}::uuid and state in ('sealed', 'in-transit', 'delivered')
      and deadline_at is not null
    order by id`
}

function raise(
  tx: Tx,
  ctx: Context,
  { groupingId, due }: { groupingId: GroupingId; due: readonly object[] },
): Promise<Raised[]> {
  return tx.$queryRaw<Raised[]>`
    insert into deadline_alarm (id, grouping_id, establishment_id, shipment_id, threshold_minutes,
      deadline_at, expected_at, raised_at)
    select id, ${groupingId}::uuid, establishment_id, shipment_id, threshold, deadline_at, expected_at,
      ${ctx.clock()}
    from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as due (id uuid, shipment_id uuid,
      establishment_id uuid, threshold int, deadline_at timestamptz, expected_at timestamptz)
    on conflict (shipment_id, threshold_minutes) do nothing
    returning id, shipment_id as "shipmentId", establishment_id as "establishmentId",
      threshold_minutes as "thresholdMinutes", deadline_at as "deadlineAt"`
}

async function tell(tx: Tx, ctx: Context, groupingId: GroupingId, alarm: Raised): Promise<void> {
  const establishmentId = EstablishmentId.parse(alarm.establishmentId)
  await recordAudit(tx, ctx, {
    groupingId,
    establishmentId,
    action: 'deadline-alarm.raised',
    subjectType: 'specimen-shipment',
    subjectId: alarm.shipmentId,
    details: {
      thresholdMinutes: alarm.thresholdMinutes,
      deadlineAt: alarm.deadlineAt.toISOString(),
    },
  })
  await announce(tx, { topic: 'deadline-alarms', groupingId, establishmentId, subjectId: alarm.id })
}
