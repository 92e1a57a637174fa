import type { Context } from '../platform/context.js'
import { inReadTransaction } from '../platform/db/transaction.js'
import type { StopOfRun } from './drive-stop.js'
import type { SignatureList } from './signature-schema.js'
import { signatureView } from './signature-view.js'

/** The signatures given at a stop, in the order given: its grouping and its establishment see them, by row security. */
export const listSignatures = (
  ctx: Context,
  { runId, stopId }: StopOfRun,
): Promise<SignatureList> =>
  inReadTransaction(ctx, async (tx) => {
    const rows = await tx.handoverSignature.findMany({
      where: { runStopId: stopId, runStop: { runId } },
      orderBy: [{ signedAt: 'asc' }, { id: 'asc' }],
    })
    return { items: rows.map(signatureView) }
  })
