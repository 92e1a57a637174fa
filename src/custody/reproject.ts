import { SpecimenShipmentId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { applyCustody } from '../specimens/index.js'
import { deliverTotes } from './deliver-totes.js'
import { type ContainerHistory, loadHistories } from './load-journeys.js'
import { type CustodyState, type Finding, projectCustody } from './project-custody.js'
import { reprojectStops } from './reproject-stops.js'

export interface Projected extends ContainerHistory {
  readonly state: CustodyState
}

/** Computes again what follows from the events of these containers, and stores it. */
export async function reproject(tx: Tx, ctx: Context, codes: readonly string[]): Promise<void> {
  const histories = await loadHistories(tx, codes)
  const projected = histories.map((history) => ({
    ...history,
    state: projectCustody(history.facts, history.journey),
  }))
  await storeHolders(tx, projected)
  await keepConflicts(tx, ctx, projected)
  await applyCustody(tx, projected.flatMap(shipmentEffect))
  await deliverTotes(tx, ctx, projected)
  await reprojectStops(tx, ctx, codes)
}

function shipmentEffect({ chain, state }: Projected) {
  if (chain.subjectType !== 'specimen-shipment') return []
  const { pickedUpAt, arrivedAt, loadedTubes, arrivedTubes, findings } = state
  return [
    {
      shipmentId: SpecimenShipmentId.parse(chain.subjectId),
      pickedUpAt,
      arrivedAt,
      loadedTubes,
      arrivedTubes,
      isContested: findings.some(isContest),
    },
  ]
}

const isContest = ({ reason }: Finding): boolean => reason === 'second-pick-up'

async function storeHolders(tx: Tx, projected: readonly Projected[]): Promise<void> {
  const rows = projected.map(({ chain, state: { holder, lastKind, lastOccurredAt } }) => ({
    code: chain.containerCode,
    holder_kind: holder.kind,
    holder_id: holder.id,
    last_kind: lastKind,
    last_occurred_at: lastOccurredAt,
  }))
  if (rows.length === 0) return
  // The codes are given twice: a join alone is planned as a read of every chain there is.
  await tx.$executeRaw`
    update custody_chain chain set holder_kind = held.holder_kind, holder_id = held.holder_id,
      last_kind = held.last_kind, last_occurred_at = held.last_occurred_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as held (code text, holder_kind text, holder_id uuid, last_kind text, last_occurred_at timestamptz)
    where chain.container_code = held.code
      and chain.container_code = any (${rows.map(({ code }) => code)}::text[])`
}

/** Two couriers who both took one container: both events stay, and the contest goes to the conflict desk, once. */
async function keepConflicts(tx: Tx, ctx: Context, projected: readonly Projected[]): Promise<void> {
  const contested = projected.flatMap(({ state }) =>
    state.findings.filter(isContest).map(({ eventId }) => eventId),
  )
  if (contested.length === 0) return
  await tx.$executeRaw`
    insert into custody_conflict (id, grouping_id, event_id, device_id, device_sequence, payload,
      reason, actor_id, received_at)
    select gen_random_uuid(), grouping_id, event_id, device_id, device_sequence,
      jsonb_build_object('containerCode', container_code, 'kind', kind), 'second-pick-up', actor_id,
      ${ctx.clock()}
    from custody_event event
    where event_id = any (${contested}::uuid[]) and not exists (
      select from custody_conflict seen
      where seen.event_id = event.event_id and seen.reason = 'second-pick-up')`
}
