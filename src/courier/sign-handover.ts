import { recordAudit } from '../audit/index.js'
import { DomainError, notFound } from '../kernel/errors.js'
import { EstablishmentId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import type { StopOfRun } from './drive-stop.js'
import { lockRun, requireDriver } from './load-run.js'
import { pastInstant } from './past-instant.js'
import type { SignatureView, SignHandoverInput } from './signature-schema.js'
import { signatureView } from './signature-view.js'
import { rolesForStop } from './transitions.js'

/**
 * Keeps the signature of whoever received at a stop, however late it is told: also once the stop or the
 * run is over. The same signature again changes nothing.
 * @throws DomainError `not-found` · `forbidden` · `duplicate` another signature under the same id · `invalid-input`
 */
export function signHandover(
  ctx: Context,
  { runId, stopId }: StopOfRun,
  input: SignHandoverInput,
): Promise<SignatureView> {
  return inTransaction(ctx, async (tx) => {
    const run = await lockRun(tx, runId)
    requireDriver(ctx, run, rolesForStop('arrive'))
    const stop = run.runStops.find(({ id }) => id === stopId)
    if (stop === undefined) throw notFound('Stop', stopId)

    const known = await tx.handoverSignature.findUnique({ where: { id: input.id } })
    if (known !== null) {
      if (known.runStopId === stopId && known.signerName === input.signerName) {
        return signatureView(known)
      }
      throw new DomainError('duplicate', 'Another signature has this id', { id: input.id })
    }

    const scope = {
      groupingId: run.groupingId,
      establishmentId: EstablishmentId.parse(stop.establishmentId),
    }
    const { id, signerName, signerQuality, containerCodes, strokes, at } = input
    const row = await tx.handoverSignature.create({
      data: {
        ...{ id, ...scope, runStopId: stopId, signerName, signerQuality, strokes },
        containerCodes: containerCodes.map((code) => code.toUpperCase()),
        actorId: ctx.actor.userId,
        signedAt: pastInstant(ctx, at),
        receivedAt: ctx.clock(),
      },
    })
    await recordAudit(tx, ctx, {
      ...scope,
      action: 'run-stop.signed',
      subjectType: 'run-stop',
      subjectId: stopId,
      // The name stays with the signature: a trail is kept longer than a proof of delivery.
      details: { signatureId: id, containers: containerCodes.length },
    })
    await announce(tx, { ...scope, topic: 'runs', subjectId: runId })
    return signatureView(row)
  })
}
