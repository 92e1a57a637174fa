import { recordAudit } from '../audit/index.js'
import { DomainError, notFound } from '../kernel/errors.js'
import { CareUnitId, EstablishmentId, newId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { violates } from '../platform/db/sql-errors.js'
import { inReadTransaction, inTransaction, type Tx } from '../platform/db/transaction.js'
import { establishmentView } from './establishments.js'
import { requireEstablishmentAdministrator } from './require-establishment-administrator.js'
import type { CareUnitInput, CareUnitView } from './schema.js'

/** The care units (UF) of an establishment, by code. @throws DomainError `not-found` */
export const listCareUnits = (
  ctx: Context,
  establishmentId: EstablishmentId,
): Promise<CareUnitView[]> =>
  inReadTransaction(ctx, async (tx) => {
    await establishmentView(tx, ctx, establishmentId)
    const units = await tx.careUnit.findMany({
      where: { establishmentId },
      orderBy: { code: 'asc' },
    })
    return units.map(asView)
  })

/** @throws DomainError `not-found` · `forbidden` · `duplicate` the code is taken there */
export function addCareUnit(
  ctx: Context,
  establishmentId: EstablishmentId,
  input: CareUnitInput,
): Promise<CareUnitView> {
  const id = newId(CareUnitId)
  return codeExplained(input, () =>
    inTransaction(ctx, async (tx) => {
      const groupingId = await requireEstablishmentAdministrator(tx, ctx, establishmentId)
      await tx.careUnit.createMany({ data: { ...input, id, establishmentId } })
      await recordAudit(tx, ctx, {
        groupingId,
        establishmentId,
        action: 'care-unit.added',
        subjectType: 'care-unit',
        subjectId: id,
        details: input,
      })
      return careUnitView(tx, id)
    }),
  )
}

/** @throws DomainError `not-found` · `forbidden` · `duplicate` */
export function changeCareUnit(
  ctx: Context,
  id: CareUnitId,
  input: CareUnitInput,
): Promise<CareUnitView> {
  return codeExplained(input, () =>
    inTransaction(ctx, async (tx) => {
      const before = await careUnitView(tx, id)
      const { establishmentId } = before
      const groupingId = await requireEstablishmentAdministrator(tx, ctx, establishmentId)
      await tx.careUnit.updateMany({ where: { id }, data: input })
      await recordAudit(tx, ctx, {
        groupingId,
        establishmentId,
        action: 'care-unit.changed',
        subjectType: 'care-unit',
        subjectId: id,
        details: { before, after: input },
      })
      return careUnitView(tx, id)
    }),
  )
}

async function careUnitView(tx: Tx, id: CareUnitId): Promise<CareUnitView> {
  const unit = await tx.careUnit.findUnique({ where: { id } })
  if (unit === null) throw notFound('Care unit', id)
  return asView(unit)
}

interface Row {
  readonly id: string
  readonly establishmentId: string
  readonly code: string
  readonly name: string
}

const asView = ({ id, establishmentId, code, name }: Row): CareUnitView => ({
  id: CareUnitId.parse(id),
  establishmentId: EstablishmentId.parse(establishmentId),
  code,
  name,
})

async function codeExplained<T>({ code }: CareUnitInput, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!violates(error, 'care_unit_establishment_id_code_key')) throw error
    throw new DomainError('duplicate', `Another unit of this establishment has the code ${code}`)
  }
}
