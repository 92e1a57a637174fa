import type { SpecimenShipmentId } from '../kernel/ids.js'
import { requireRole } from '../platform/authorise.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { advanceShipment, authoriseStep } from './advance-shipment.js'
import { type LoadedTube, type LockedShipment, lockShipment } from './load-shipment.js'
import { requirePossible, requireReason } from './reasons.js'
import { receiveUnlisted } from './receive-unlisted.js'
import { unreceivedTubes } from './reconcile-shipment.js'
import type { ReceiveTubeInput } from './schema.js'
import type { ReceptionView } from './view-schema.js'
import { writeVerdict } from './write-verdict.js'

/**
 * Decides about one tube. A code that is not on the list makes an `unexpected` tube, `misrouted` when
 * another shipment announced it. A later verdict on the same tube corrects the first, which stays.
 * @throws DomainError `wrong-state` · `forbidden`: a reservation is the biologist's ·
 *   `invalid-input` naming the field
 */
export function receiveTube(
  ctx: Context,
  shipmentId: SpecimenShipmentId,
  input: ReceiveTubeInput,
): Promise<ReceptionView> {
  return inTransaction(ctx, async (tx) => {
    const shipment = await lockShipment(tx, shipmentId)
    authoriseStep(ctx, shipment, 'receive-tube')
    requirePossible(input)

    const tube = shipment.tubes.find(({ code }) => code === input.tubeCode)
    if (tube === undefined) return receiveUnlisted(tx, ctx, shipment, input)
    requireReason(input)
    if (input.verdict === 'accepted-with-reservation') {
      // Accepting a compromised specimen is a medical decision (ISO 15189:2022, 7.2.6).
      requireRole(ctx, { groupingId: shipment.groupingId }, ['biologist'])
    }
    return receiveListed(tx, ctx, shipment, { tube, input })
  })
}

async function receiveListed(
  tx: Tx,
  ctx: Context,
  shipment: LockedShipment,
  { tube, input }: { tube: LoadedTube; input: ReceiveTubeInput },
): Promise<ReceptionView> {
  const { verdict, tubeCode } = input
  const minutesSinceCollection = minutesSince(tube.collectedAt, ctx.clock())
  const isRepetition = await isSaidAlready(tx, tube, input)
  const remaining = unreceivedTubes(shipment).filter((code) => code !== tubeCode)
  if (!isRepetition) {
    await writeVerdict(tx, ctx, shipment, { tube, input, minutesSinceCollection })
    await advanceShipment(tx, ctx, shipment, {
      action: 'receive-tube',
      ...(verdict !== 'accepted' && { changes: { hasDiscrepancy: true } }),
      details: { tubeCode, verdict, reasonCode: input.reasonCode ?? null },
    })
  }
  return {
    tubeCode,
    outcome: verdict,
    isRepetition,
    isPastDeadline: tube.deadlineAt !== null && tube.deadlineAt < ctx.clock(),
    minutesSinceCollection,
    listedIn: null,
    remainingTubes: remaining.length,
  }
}

/** The same tube scanned twice says nothing new. */
async function isSaidAlready(
  tx: Tx,
  tube: LoadedTube,
  { verdict, reasonCode }: ReceiveTubeInput,
): Promise<boolean> {
  const last = await tx.tubeVerdict.findFirst({
    where: { tubeId: tube.id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return last !== null && last.verdict === verdict && last.reasonCode === (reasonCode ?? null)
}

function minutesSince(collectedAt: Date | null, now: Date): number | null {
  if (collectedAt === null) return null
  return Math.floor((now.getTime() - collectedAt.getTime()) / 60_000)
}
