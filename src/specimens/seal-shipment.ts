import { dayOf } from '../kernel/calendar.js'
import type { SpecimenShipmentId } from '../kernel/ids.js'
import { requireMemberOn } from '../members/index.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { advanceShipment, authoriseStep } from './advance-shipment.js'
import { applyCustody } from './apply-custody.js'
import { type DatedTubeColumns, dateTube } from './date-tube.js'
import { loadRules } from './load-rules.js'
import { type LoadedTube, type LockedShipment, lockShipment } from './load-shipment.js'
import { nextPickUp } from './next-pick-up.js'
import type { SealInput } from './schema.js'
import { requireCollectionTimes, requirePacked, requireReachable } from './seal-rules.js'
import { issuePapers } from './shipment-papers.js'
import { shipmentView } from './shipment-view.js'
import type { ShipmentView } from './view-schema.js'

type SealedTube = LoadedTube & DatedTubeColumns

/**
 * Closes a container: dates every tube by the rules of its collection day, gives the container to the
 * next run that collects here, issues its label and its transport slip, opens its custody chain.
 * @throws DomainError `not-a-member` · `invalid-input` (a missing collection time, an open point) ·
 *   `cold-chain-incomplete` · `container-class-mixed` · `courier-forbidden-exam` ·
 *   `cut-off-passed` when the next run comes too late and no reason is given · `wrong-state`
 */
export function sealShipment(
  ctx: Context,
  shipmentId: SpecimenShipmentId,
  input: SealInput,
): Promise<ShipmentView> {
  return inTransaction(ctx, async (tx) => {
    const shipment = await lockShipment(tx, shipmentId)
    authoriseStep(ctx, shipment, 'seal')
    await requireMemberToday(tx, ctx, shipment)
    requirePacked(shipment.temperatureClass, input)
    requireCollectionTimes(shipment.tubes)

    const tubes = await dateTubes(tx, ctx, shipment)
    const first = tubes.filter(hasDeadline).toSorted(byDeadline)[0]
    const deadlineAt = first?.deadlineAt ?? null
    const pickUp = await nextPickUp(tx, ctx, shipment)
    requireReachable({ deadlineAt, expectedAt: pickUp?.expectedAt ?? null }, input)

    const { sealNumber, loggerId = null, checklist, overrideReason } = input
    const override = overrideReason === undefined ? {} : { overrideReason }
    await advanceShipment(tx, ctx, shipment, {
      action: 'seal',
      changes: {
        sealNumber,
        loggerId,
        checklist: { ...checklist, ...override },
        sealedAt: ctx.clock(),
        sealedById: ctx.actor.userId,
        deadlineAt,
        deadlineTubeId: first?.id ?? null,
        runStopId: pickUp?.runStopId ?? null,
      },
      details: { sealNumber, deadlineAt: deadlineAt?.toISOString() ?? null, ...override },
    })
    await openCustody(tx, ctx, shipment)
    await followEarlierCustody(tx, shipment)
    await issuePapers(tx, ctx, shipment, { tubes, deadlineAt, pickUp, input })
    return shipmentView(tx, shipmentId)
  })
}

function requireMemberToday(
  tx: Tx,
  ctx: Context,
  { groupingId, establishmentId, timeZone }: LockedShipment,
): Promise<void> {
  const today = dayOf(ctx.clock(), timeZone)
  return requireMemberOn(tx, groupingId, establishmentId, today, 'shipment')
}

const hasDeadline = (tube: SealedTube): tube is SealedTube & { deadlineAt: Date } =>
  tube.deadlineAt !== null

const byDeadline = (a: { deadlineAt: Date }, b: { deadlineAt: Date }): number =>
  a.deadlineAt.getTime() - b.deadlineAt.getTime()

/** Dates again what was dated while packing: a rule may have changed since, and the one used is kept. */
async function dateTubes(tx: Tx, ctx: Context, shipment: LockedShipment): Promise<SealedTube[]> {
  const examIds = shipment.tubes.flatMap(({ exams }) => exams.map(({ id }) => id))
  const rules = await loadRules(tx, examIds)
  const now = ctx.clock()
  const dated = shipment.tubes.map((tube) => ({
    ...tube,
    ...dateTube(tube, shipment, { rules, now }).columns,
  }))
  const rows = dated.map(({ id, deadlineAt, idealAt, decidingExamId, decidingRuleId }) => ({
    id,
    deadline_at: deadlineAt,
    ideal_at: idealAt,
    exam_id: decidingExamId,
    rule_id: decidingRuleId,
  }))
  await tx.$executeRaw`
    update tube set deadline_at = dated.deadline_at, ideal_at = dated.ideal_at,
      deciding_exam_id = dated.exam_id, deciding_rule_id = dated.rule_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as dated
      (id uuid, deadline_at timestamptz, ideal_at timestamptz, exam_id uuid, rule_id uuid)
    where tube.id = dated.id`
  return dated
}

/** A container that left before anybody sealed it here is where the couriers say it is. */
async function followEarlierCustody(tx: Tx, shipment: LockedShipment): Promise<void> {
  const { id, pickedUpAt, deliveredAt, hasDiscrepancy } = shipment
  if (pickedUpAt === null) return
  await applyCustody(tx, [
    {
      shipmentId: id,
      pickedUpAt,
      arrivedAt: deliveredAt,
      loadedTubes: [],
      arrivedTubes: [],
      isContested: hasDiscrepancy,
    },
  ])
}

/** The lock and the head of the chain: from here on somebody holds the container at every moment. */
async function openCustody(tx: Tx, ctx: Context, shipment: LockedShipment): Promise<void> {
  const { id, groupingId, establishmentId, containerCode } = shipment
  await tx.$executeRaw`
    insert into custody_chain (container_code, grouping_id, establishment_id, subject_type,
      subject_id, head_hash, holder_kind, holder_id, updated_at)
    values (${containerCode}, ${groupingId}::uuid, ${establishmentId}::uuid, 'specimen-shipment',
      ${id}::uuid, ''::bytea, 'sender', ${establishmentId}::uuid, ${ctx.clock()})
    on conflict do nothing`
}
