import type { DocumentData } from '../../templates/registry.js'
import type { IssuedHead } from '../documents/index.js'
import { fromDateColumn } from '../kernel/calendar.js'
import { StorageClass } from '../kernel/storage-class.js'
import type { Prisma, Product } from '../platform/db/generated/client.js'
import type { Tx } from '../platform/db/transaction.js'
import type { DeliveryId } from './ids.js'
import { addressLines, PRINTED_STOP, printedPhone, stopLabel } from './printed-places.js'

type NoteData = DocumentData<'delivery-note'>

const PARTS = {
  grouping: true,
  establishment: true,
  deliveryPoint: true,
  runStop: PRINTED_STOP,
  totes: { orderBy: { position: 'asc' } },
  deliveryLines: { orderBy: [{ expiresOn: 'asc' }, { id: 'asc' }] },
  order: {
    include: {
      careUnit: true,
      orderTransitions: { orderBy: { id: 'asc' } },
      supplyOrderLines: {
        orderBy: { lineNo: 'asc' },
        include: {
          requestedProduct: true,
          product: { include: { presentations: { orderBy: { id: 'asc' } } } },
        },
      },
    },
  },
} as const satisfies Prisma.DeliveryInclude

type NoteRow = Prisma.DeliveryGetPayload<{ include: typeof PARTS }>
type NoteLine = NoteRow['order']['supplyOrderLines'][number]

/**
 * Everything a delivery note prints, resolved now and frozen with its number: names, lots, expiries,
 * totes and run as they are when the goods leave.
 */
export async function noteData(
  tx: Tx,
  deliveryId: DeliveryId,
  dispatchedAt: Date,
): Promise<(head: IssuedHead) => NoteData> {
  const row = await tx.delivery.findUniqueOrThrow({ where: { id: deliveryId }, include: PARTS })
  const { order, grouping, runStop } = row
  const released = lastStep(row, 'release')
  return ({ number, issuedAt }) => ({
    number: number ?? order.number,
    groupingName: grouping.name,
    issuedAt: issuedAt.toISOString(),
    timeZone: grouping.timeZone,
    pharmacy: {
      name: grouping.name,
      address: addressLines(grouping.address),
      phone: grouping.phone,
      headPharmacist: grouping.responsibleName,
    },
    recipient: recipientOf(row),
    orderNumbers: [order.number],
    ...(runStop && {
      run: {
        name: runStop.run.name,
        stop: stopLabel(runStop),
        plannedAt: runStop.plannedAt.toISOString(),
      },
    }),
    ...(runStop?.run.courier && { carrier: runStop.run.courier.displayName }),
    preparedBy: lastStep(row, 'finish-picking')?.actorName ?? '—',
    releasedBy: released?.actorName ?? '—',
    releasedAt: (released?.at ?? dispatchedAt).toISOString(),
    dispatchedAt: dispatchedAt.toISOString(),
    lines: order.supplyOrderLines.map((line) => lineOf(line, row)),
    totes: row.totes.map(({ code, sealNumber, loggerId, storageClass }) => ({
      code,
      storageClass: StorageClass.parse(storageClass),
      ...(sealNumber !== null && { seal: sealNumber }),
      ...(loggerId !== null && { logger: loggerId }),
    })),
  })
}

const lastStep = (row: NoteRow, action: string) =>
  row.order.orderTransitions.findLast((transition) => transition.action === action)

function recipientOf({ establishment, deliveryPoint, order }: NoteRow): NoteData['recipient'] {
  const { finessEt, addressLine, postalCode, town } = establishment
  const { careUnit } = order
  return {
    name: establishment.name,
    ...(finessEt !== null && { finess: finessEt }),
    ...(careUnit && { unit: `${careUnit.name} (${careUnit.code})` }),
    point: deliveryPoint.name,
    address: [addressLine, `${postalCode} ${town}`],
    ...printedPhone(establishment.phone),
  }
}

function lineOf(line: NoteLine, { deliveryLines }: NoteRow): NoteData['lines'][number] {
  const { product, requestedProduct } = line
  const presentation = product.presentations.find(({ cip13 }) => cip13 !== null)
  const gtin = presentation?.gtin14 ?? null
  return {
    product: product.denomination,
    unit: product.form === '' ? 'unité' : product.form,
    ...(presentation?.cip13 && { cip13: presentation.cip13 }),
    ...(presentation?.ucd13 && { ucd13: presentation.ucd13 }),
    ...(product.id !== requestedProduct.id && { replaces: requestedProduct.denomination }),
    orderedUnits: line.orderedUnits,
    backorderUnits: line.backorderedUnits,
    storageClass: StorageClass.parse(product.storageClass),
    flags: flagsOf(product),
    lots: deliveryLines
      .filter(({ orderLineId }) => orderLineId === line.id)
      .map(({ lotNumber, expiresOn, shippedUnits }) => ({
        lot: lotNumber,
        expiresOn: fromDateColumn(expiresOn),
        units: shippedUnits,
        ...(gtin !== null && { gtin }),
      })),
  }
}

function flagsOf(product: Product): NoteData['lines'][number]['flags'] {
  const flags: NoteData['lines'][number]['flags'] = []
  if (product.isNarcotic) flags.push('narcotic')
  if (product.isBloodDerived) flags.push('blood-derived')
  if (product.kind === 'implant') flags.push('implant')
  if (product.isHospitalOnly) flags.push('hospital-only')
  return flags
}
