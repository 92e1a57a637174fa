import { notFound } from '../kernel/errors.js'
import {
  DeliveryPointId,
  EstablishmentId,
  ExamId,
  GroupingId,
  type SpecimenShipmentId,
  TubeId,
} from '../kernel/ids.js'
import { TemperatureClass } from '../kernel/storage-class.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import { ShipmentState } from './transitions.js'
import { type Origin, TubeState } from './vocabulary.js'

/** A tube with its exams, as the deadline and packing rules read it. */
export interface LoadedTube {
  readonly id: TubeId
  readonly code: string
  readonly tubeType: string
  readonly processing: string
  readonly urgency: string
  readonly collectedAt: Date | null
  readonly deadlineAt: Date | null
  readonly state: TubeState
  readonly exams: readonly {
    readonly id: ExamId
    readonly code: string
    readonly label: string
    readonly isCourierForbidden: boolean
  }[]
}

/** A shipment as a verb holds it: locked until the transaction ends. */
export interface LockedShipment {
  readonly id: SpecimenShipmentId
  readonly groupingId: GroupingId
  readonly establishmentId: EstablishmentId
  readonly deliveryPointId: DeliveryPointId
  readonly number: string
  readonly containerCode: string
  readonly state: ShipmentState
  readonly temperatureClass: TemperatureClass
  readonly hasDiscrepancy: boolean
  readonly pickedUpAt: Date | null
  readonly deliveredAt: Date | null
  readonly timeZone: string
  readonly origin: Origin
  readonly tubes: readonly LoadedTube[]
}

const WITH_TUBES = {
  grouping: { select: { timeZone: true, hubEstablishmentId: true } },
  tubes: { orderBy: { id: 'asc' }, include: { tubeExams: { include: { exam: true } } } },
} as const satisfies Prisma.SpecimenShipmentInclude

/**
 * Locks a shipment, then reads it with its tubes.
 * @throws DomainError `not-found` when it does not exist for this caller
 */
export async function lockShipment(tx: Tx, id: SpecimenShipmentId): Promise<LockedShipment> {
  await tx.$queryRaw`select id from specimen_shipment where id = ${id}::uuid for update`
  const row = await tx.specimenShipment.findUnique({ where: { id }, include: WITH_TUBES })
  if (row === null) throw notFound('Specimen shipment', id)
  const { grouping, establishmentId } = row
  return {
    id,
    groupingId: GroupingId.parse(row.groupingId),
    establishmentId: EstablishmentId.parse(establishmentId),
    deliveryPointId: DeliveryPointId.parse(row.deliveryPointId),
    number: row.number,
    containerCode: row.containerCode,
    state: ShipmentState.parse(row.state),
    temperatureClass: TemperatureClass.parse(row.temperatureClass),
    hasDiscrepancy: row.hasDiscrepancy,
    pickedUpAt: row.pickedUpAt,
    deliveredAt: row.deliveredAt,
    timeZone: grouping.timeZone,
    origin: establishmentId === grouping.hubEstablishmentId ? 'ward' : 'external',
    tubes: row.tubes.map((tube) => ({
      id: TubeId.parse(tube.id),
      code: tube.code,
      tubeType: tube.tubeType,
      processing: tube.processing,
      urgency: tube.urgency,
      collectedAt: tube.collectedAt,
      deadlineAt: tube.deadlineAt,
      state: TubeState.parse(tube.state),
      exams: tube.tubeExams.map(({ exam }) => ({ ...exam, id: ExamId.parse(exam.id) })),
    })),
  }
}
