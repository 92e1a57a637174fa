import { invalidField } from '../kernel/errors.js'
import { newId, SpecimenShipmentId, TubeId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import { advanceShipment } from './advance-shipment.js'
import type { LockedShipment } from './load-shipment.js'
import { unreceivedTubes } from './reconcile-shipment.js'
import type { ReceiveTubeInput } from './schema.js'
import type { ReceptionView } from './view-schema.js'
import { writeVerdict } from './write-verdict.js'

/**
 * A tube found in the container that its list does not name: attached, flagged, announced to the
 * sender. It still needs a verdict of its own, by a second scan.
 * @throws DomainError `invalid-input` for a code said missing, which nobody can have listed
 */
export async function receiveUnlisted(
  tx: Tx,
  ctx: Context,
  shipment: LockedShipment,
  input: ReceiveTubeInput,
): Promise<ReceptionView> {
  const { tubeCode } = input
  if (input.verdict === 'missing') {
    throw invalidField('tubeCode', `Tube ${tubeCode} is not on the list: it cannot be missing`)
  }
  const listedIn = await otherShipment(tx, shipment, tubeCode)
  const outcome = listedIn === null ? 'unexpected' : 'misrouted'
  await attach(tx, ctx, shipment, { input, outcome })
  await advanceShipment(tx, ctx, shipment, {
    action: 'receive-tube',
    changes: { hasDiscrepancy: true },
    details: { tubeCode, verdict: outcome, listedIn: listedIn?.number ?? null },
  })
  return {
    tubeCode,
    outcome,
    isRepetition: false,
    isPastDeadline: false,
    minutesSinceCollection: null,
    listedIn,
    remainingTubes: unreceivedTubes(shipment).length + 1,
  }
}

async function attach(
  tx: Tx,
  ctx: Context,
  shipment: LockedShipment,
  { input, outcome }: { input: ReceiveTubeInput; outcome: 'unexpected' | 'misrouted' },
): Promise<void> {
  const { id: shipmentId, groupingId, establishmentId } = shipment
  const { tubeCode, inputMode, comment } = input
  const id = newId(TubeId)
  await tx.tube.create({
    data: {
      id,
      groupingId,
      establishmentId,
      shipmentId,
      code: tubeCode,
      tubeType: 'unknown',
      isUnlisted: true,
      state: outcome,
    },
  })
  await writeVerdict(tx, ctx, shipment, {
    tube: { id },
    input: { verdict: outcome, inputMode, reasonCode: 'unlisted-tube', comment },
    minutesSinceCollection: null,
  })
}

async function otherShipment(
  tx: Tx,
  { id, groupingId }: LockedShipment,
  code: string,
): Promise<ReceptionView['listedIn']> {
  const listed = await tx.tube.findFirst({
    where: { groupingId, code, isUnlisted: false, NOT: { shipmentId: id } },
    orderBy: { id: 'desc' },
    include: { shipment: true },
  })
  if (listed === null || !OPEN.has(listed.state)) return null
  const { shipment } = listed
  return { shipmentId: SpecimenShipmentId.parse(shipment.id), number: shipment.number }
}

/** A tube that another shipment already settled (received, missing there) was not announced for here. */
const OPEN: ReadonlySet<string> = new Set(['listed', 'loaded', 'arrived', 'missing'])
