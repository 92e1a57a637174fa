import type { GroupingId, LocationId, LotId, OrderLineId } from '../kernel/ids.js'
import { type MicroEuros, microEuros } from '../kernel/money.js'
import type { Units } from '../kernel/units.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { refusing } from './refusals.js'

export type MovementReason =
  | 'supplier-receipt'
  | 'dispatch'
  | 'delivery-accepted'
  | 'delivery-refused'
  | 'delivery-missing-found'
  | 'delivery-missing-lost'
  | 'quarantine-in'
  | 'quarantine-out'
  | 'write-off'
  | 'reversal'
  | 'adjustment'

/** Units of one lot to send from one place to another. */
export interface NewMovement {
  /** Deterministic, such as `<subject>:<line>:<lot>:dispatch`: sending it again changes nothing. */
  readonly key: string
  readonly lotId: LotId
  readonly fromLocationId: LocationId
  readonly toLocationId: LocationId
  readonly units: Units
  readonly reason: MovementReason
  readonly subjectType: string
  readonly subjectId: string
  /** The document line; for `takesReservation`, the order line whose units these are. */
  readonly lineId?: string | OrderLineId
  /** Takes the units that are reserved for `lineId` in `fromLocationId`. */
  readonly takesReservation?: boolean
  /** Frozen cost per unit; without it, the average cost (PUMP) of this moment. */
  readonly unitCostMicros?: MicroEuros
  /** When it happened; without it, now. Decides the accounting month. */
  readonly occurredAt?: Date
  readonly reversesId?: bigint
  readonly note?: string
}

export interface RecordedMovement {
  readonly key: string
  readonly id: bigint
  readonly unitCostMicros: MicroEuros
  /** False when the key was recorded before: nothing moved. */
  readonly isNew: boolean
}

interface MovementRow {
  movement_key: string
  movement_id: bigint
  unit_cost_micros: bigint
  is_new: boolean
}

/**
 * Appends movements to the ledger and applies them to the balances of both places, all or none, in the
 * caller's transaction. A member may only send on what it holds itself.
 * @throws DomainError `insufficient-stock` below zero or beyond the reservation · `lot-blocked` when a
 * blocked or expired lot would be dispatched · `idempotency-key-reused` · `not-found` · `forbidden`
 */
export async function moveStock(
  tx: Tx,
  ctx: Context,
  { groupingId, movements }: { groupingId: GroupingId; movements: readonly NewMovement[] },
): Promise<RecordedMovement[]> {
  if (movements.length === 0) return []
  const now = ctx.clock()
  const asked = movements.map((movement) => ({
    key: movement.key,
    lot_id: movement.lotId,
    from_id: movement.fromLocationId,
    to_id: movement.toLocationId,
    units: movement.units,
    reason: movement.reason,
    subject_type: movement.subjectType,
    subject_id: movement.subjectId,
    line_id: movement.lineId ?? null,
    unit_cost_micros: movement.unitCostMicros?.toString() ?? null,
    occurred_at: (movement.occurredAt ?? now).toISOString(),
    reverses_id: movement.reversesId?.toString() ?? null,
    note: movement.note ?? null,
    from_reservation: movement.takesReservation ?? false,
  }))
  const rows = await refusing(tx.$queryRaw<MovementRow[]>`
    select movement_key, movement_id, unit_cost_micros, is_new
    from navette_move(${groupingId}::uuid, ${ctx.actor.userId}::uuid, ${now},
      ${JSON.stringify(asked)}::jsonb)`)
  return rows.map((row) => ({
    key: row.movement_key,
    id: row.movement_id,
    unitCostMicros: microEuros(row.unit_cost_micros),
    isNew: row.is_new,
  }))
}
