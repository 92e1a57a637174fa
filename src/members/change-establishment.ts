import { recordAudit } from '../audit/index.js'
import type { EstablishmentId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction } from '../platform/db/transaction.js'
import { announce } from '../platform/outbox/announce.js'
import { finessExplained } from './create-establishment.js'
import { establishmentView } from './establishments.js'
import { onlyGiven } from './only-given.js'
import { requireEstablishmentAdministrator } from './require-establishment-administrator.js'
import type { ChangeEstablishmentInput, EstablishmentView } from './schema.js'

/**
 * Corrects what is known of an establishment.
 * @throws DomainError `not-found` · `forbidden` · `duplicate` the FINESS number is another's
 */
export function changeEstablishment(
  ctx: Context,
  id: EstablishmentId,
  input: ChangeEstablishmentInput,
): Promise<EstablishmentView> {
  return finessExplained(input.finessEt, () =>
    inTransaction(ctx, async (tx) => {
      const groupingId = await requireEstablishmentAdministrator(tx, ctx, id)
      const before = await establishmentView(tx, ctx, id)
      await tx.establishment.updateMany({ where: { id }, data: onlyGiven(input) })
      const after = await establishmentView(tx, ctx, id)
      await recordAudit(tx, ctx, {
        groupingId,
        establishmentId: id,
        action: 'establishment.changed',
        subjectType: 'establishment',
        subjectId: id,
        details: { before, after },
      })
      await announce(tx, {
        topic: 'establishments',
        groupingId,
        establishmentId: id,
        subjectId: id,
      })
      return after
    }),
  )
}
