import type { Context } from '../platform/context.js'
import type { Tx } from '../platform/db/transaction.js'
import type { LoadedTube, LockedShipment } from './load-shipment.js'
import { newRowId, type ReceiveTubeInput } from './schema.js'

/** Appends what the bench decided for a tube; the tube's state is that of its last verdict. */
export async function writeVerdict(
  tx: Tx,
  ctx: Context,
  { groupingId, establishmentId }: LockedShipment,
  given: {
    readonly tube: Pick<LoadedTube, 'id'>
    readonly input: Pick<ReceiveTubeInput, 'inputMode' | 'reasonCode' | 'comment'> & {
      readonly verdict: string
    }
    readonly minutesSinceCollection: number | null
  },
): Promise<void> {
  const { tube, input, minutesSinceCollection } = given
  await tx.tubeVerdict.create({
    data: {
      id: newRowId(),
      tubeId: tube.id,
      groupingId,
      establishmentId,
      verdict: input.verdict,
      inputMode: input.inputMode,
      reasonCode: input.reasonCode ?? null,
      comment: input.comment,
      minutesSinceCollection,
      actorId: ctx.actor.userId,
      at: ctx.clock(),
    },
  })
  await tx.tube.update({ where: { id: tube.id }, data: { state: input.verdict } })
}
