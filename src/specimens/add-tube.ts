import { DomainError, invalidField } from '../kernel/errors.js'
import { ExamId, newId, type SpecimenShipmentId, TubeId } from '../kernel/ids.js'
import type { Context } from '../platform/context.js'
import { inTransaction, type Tx } from '../platform/db/transaction.js'
import { advanceShipment, authoriseStep } from './advance-shipment.js'
import { dateTube } from './date-tube.js'
import { loadRules } from './load-rules.js'
import { type LockedShipment, lockShipment } from './load-shipment.js'
import type { PackedExam } from './packing-rules.js'
import type { AddTubeInput } from './schema.js'
import { shipmentView } from './shipment-view.js'
import type { ShipmentView } from './view-schema.js'

/**
 * Puts a tube in a draft. Its deadline is computed as soon as its collection time is known.
 * @throws DomainError `duplicate` naming the other open shipment where the caller may see it ·
 *   `container-class-mixed` · `courier-forbidden-exam` · `invalid-input` · `wrong-state`
 */
export function addTube(
  ctx: Context,
  shipmentId: SpecimenShipmentId,
  input: AddTubeInput,
): Promise<ShipmentView> {
  return inTransaction(ctx, async (tx) => {
    const shipment = await lockShipment(tx, shipmentId)
    authoriseStep(ctx, shipment, 'edit')
    const exams = await examsOf(tx, shipment, input.examCodes)
    await writeTube(tx, ctx, shipment, { input, exams })
    await advanceShipment(tx, ctx, shipment, { action: 'edit', details: { added: input.code } })
    return shipmentView(tx, shipmentId)
  })
}

async function examsOf(
  tx: Tx,
  { groupingId }: LockedShipment,
  codes: readonly string[],
): Promise<PackedExam[]> {
  const rows = await tx.exam.findMany({ where: { groupingId, code: { in: [...codes] } } })
  const known = new Set(rows.map(({ code }) => code))
  for (const [i, code] of codes.entries()) {
    if (!known.has(code)) throw invalidField(`examCodes.${i}`, `The laboratory has no exam ${code}`)
  }
  return rows.map((row) => ({ ...row, id: ExamId.parse(row.id) }))
}

async function writeTube(
  tx: Tx,
  ctx: Context,
  shipment: LockedShipment,
  { input, exams }: { input: AddTubeInput; exams: readonly PackedExam[] },
): Promise<void> {
  const { id: shipmentId, groupingId, establishmentId } = shipment
  const { code, tubeType, processing, urgency, collectedBy = null, collectedAt = null } = input
  const rules = await loadRules(
    tx,
    exams.map(({ id }) => id),
  )
  const tube = { code, tubeType, processing, urgency, collectedAt, exams }
  const { columns } = dateTube(tube, shipment, { rules, now: ctx.clock() })
  const id = newId(TubeId)
  const { count } = await tx.tube.createMany({
    data: [
      {
        id,
        groupingId,
        establishmentId,
        shipmentId,
        code,
        tubeType,
        processing,
        urgency,
        collectedAt,
        collectedBy,
        ...columns,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) throw await alreadyPacked(tx, shipment, code)
  await tx.tubeExam.createMany({
    data: exams.map((exam) => ({ tubeId: id, examId: exam.id, groupingId, establishmentId })),
  })
}

/** Names the other shipment, which a member sees only when it is its own. */
async function alreadyPacked(
  tx: Tx,
  { id, groupingId }: LockedShipment,
  code: string,
): Promise<DomainError> {
  const first = await tx.tube.findFirst({
    where: { groupingId, code, state: { in: ['listed', 'loaded', 'arrived'] } },
    include: { shipment: true, establishment: true },
  })
  if (first === null) {
    return new DomainError('duplicate', `Tube ${code} is in another open shipment`, { code })
  }
  const { shipment, establishment } = first
  const where = shipment.id === id ? 'this shipment' : shipment.number
  return new DomainError('duplicate', `Tube ${code} is already in ${where}`, {
    code,
    shipmentId: shipment.id,
    number: shipment.number,
    establishment: establishment.shortName,
  })
}
