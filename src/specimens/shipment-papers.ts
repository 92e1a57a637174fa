import { issueDocument } from '../documents/index.js'
import type { Context } from '../platform/context.js'
import type { Establishment, Grouping } from '../platform/db/generated/client.js'
import type { JsonSafe } from '../platform/db/idempotency.js'
import type { Tx } from '../platform/db/transaction.js'
import type { LoadedTube, LockedShipment } from './load-shipment.js'
import type { PickUp } from './next-pick-up.js'
import type { SealInput } from './schema.js'

interface Sealed {
  readonly tubes: readonly LoadedTube[]
  readonly deadlineAt: Date | null
  readonly pickUp: PickUp | undefined
  readonly input: SealInput
}

interface Places {
  readonly grouping: Grouping
  readonly establishment: Establishment
  readonly pointName: string
}

const RECEPTION = 'Réception des échantillons'

/** Issues the label for the outside of the container and the transport slip that travels with it. */
export async function issuePapers(
  tx: Tx,
  ctx: Context,
  shipment: LockedShipment,
  sealed: Sealed,
): Promise<void> {
  const places = await placesOf(tx, shipment)
  const { id, groupingId, establishmentId, number, containerCode } = shipment
  const document = {
    groupingId,
    establishmentId,
    format: 'pdf',
    subject: { type: 'specimen-shipment', id },
  } as const
  await issueDocument(tx, ctx, {
    ...document,
    kind: 'specimen-label',
    title: `Étiquette du sac ${containerCode}`,
    data: ({ issuedAt }) => labelData(shipment, sealed, { ...places, issuedAt }),
  })
  await issueDocument(tx, ctx, {
    ...document,
    kind: 'specimen-manifest',
    title: `Bordereau d’envoi ${number}`,
    data: ({ issuedAt }) => ({
      ...manifestHead(shipment, sealed, { ...places, issuedAt }),
      sealedBy: ctx.actor.displayName,
    }),
  })
}

async function placesOf(tx: Tx, shipment: LockedShipment): Promise<Places> {
  const { groupingId, establishmentId, deliveryPointId } = shipment
  const grouping = await tx.grouping.findUniqueOrThrow({ where: { id: groupingId } })
  const establishment = await tx.establishment.findUniqueOrThrow({
    where: { id: establishmentId },
  })
  const point = await tx.deliveryPoint.findUniqueOrThrow({ where: { id: deliveryPointId } })
  return { grouping, establishment, pointName: point.name }
}

type Dated = Places & { readonly issuedAt: Date }

/** Codes and places only: nothing on the outside tells who the specimens come from. */
function labelData(
  { containerCode, number, temperatureClass, timeZone }: LockedShipment,
  { tubes, deadlineAt }: Sealed,
  { grouping, establishment, pointName, issuedAt }: Dated,
): JsonSafe {
  return {
    groupingName: grouping.name,
    issuedAt: issuedAt.toISOString(),
    timeZone,
    containerCode,
    shipmentNumber: number,
    storageClass: temperatureClass,
    from: { name: establishment.shortName, detail: `${pointName}, ${establishment.town}` },
    to: { name: grouping.name, detail: `${RECEPTION}, ${grouping.address}` },
    tubeCount: tubes.length,
    ...(deadlineAt !== null && { deadline: deadlineAt.toISOString() }),
    urgent: tubes.some(({ urgency }) => urgency === 'urgent'),
    responsible: responsibleOf(grouping),
  }
}

function manifestHead(
  { containerCode, number, temperatureClass, timeZone }: LockedShipment,
  { tubes, pickUp, input }: Sealed,
  { grouping, establishment, pointName, issuedAt }: Dated,
): { readonly [key: string]: JsonSafe } {
  const { finessEt, addressLine, postalCode, town, phone } = establishment
  return {
    number,
    groupingName: grouping.name,
    issuedAt: issuedAt.toISOString(),
    timeZone,
    from: {
      name: establishment.name,
      ...(finessEt !== null && { finess: finessEt }),
      point: pointName,
      address: [addressLine, `${postalCode} ${town}`],
      ...(phone !== null && { phone }),
    },
    to: {
      name: grouping.name,
      point: RECEPTION,
      address: [grouping.address],
      phone: grouping.phone,
    },
    containerCode,
    seal: input.sealNumber,
    storageClass: temperatureClass,
    ...(input.loggerId !== undefined && { logger: input.loggerId }),
    ...(pickUp !== undefined && { run: { name: pickUp.runName, stop: String(pickUp.position) } }),
    sealedAt: issuedAt.toISOString(),
    checkedLayers: layersOf(input),
    responsible: responsibleOf(grouping),
    tubes: tubes.map(tubeLine),
  }
}

const layersOf = ({ checklist }: SealInput): string[] => [
  ...(checklist.leakproofPrimary ? ['primary'] : []),
  ...(checklist.leakproofSecondaryAbsorbent ? ['secondary'] : []),
  ...(checklist.rigidOuter ? ['outer'] : []),
]

const responsibleOf = ({ responsibleName, responsiblePhone }: Grouping) => ({
  name: responsibleName,
  phone: responsiblePhone,
})

function tubeLine({
  code,
  tubeType,
  exams,
  collectedAt,
  deadlineAt,
  urgency,
}: LoadedTube): JsonSafe {
  return {
    code,
    type: tubeType,
    exams: exams.map(({ label }) => label),
    ...(collectedAt !== null && { collectedAt: collectedAt.toISOString() }),
    ...(deadlineAt !== null && { deadline: deadlineAt.toISOString() }),
    urgent: urgency === 'urgent',
  }
}
