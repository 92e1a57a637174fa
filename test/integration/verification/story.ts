import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderDocumentKind } from '../../../jobs/handlers/document-renderer.js'
import { sealAuditEntries } from '../../../src/audit/index.js'
import {
  closePeriod,
  createAllocationKey,
  createCostPool,
  freezePeriod,
  recordCharge,
} from '../../../src/billing/index.js'
import {
  deliverDelivery,
  ReceiveDeliveryInput,
  receiveDelivery,
  settleDiscrepancy,
} from '../../../src/deliveries/index.js'
import { renderDocument } from '../../../src/documents/index.js'
import { yearMonth } from '../../../src/kernel/calendar.js'
import { DiscrepancyId, DocumentId, type ProductId } from '../../../src/kernel/ids.js'
import { AmountInput } from '../../../src/kernel/money.js'
import { openBlobs } from '../../../src/platform/blobs/index.js'
import { receiveTube, reconcileShipment, startReceiving } from '../../../src/specimens/index.js'
import { ReceiveTubeInput } from '../../../src/specimens/schema.js'
import { ReceiveStockInput, receiveStock } from '../../../src/stock/index.js'
import type { World } from '../../builders/world.js'
import { Phone } from '../custody/story.js'
import {
  allocated,
  type Cast,
  deliveryIdOf,
  dispatched,
  openCast,
  packed,
  receipt,
  submitted,
} from '../orders/journey.js'
import { givenExam, givenSealed, openLaboratory } from '../specimens/laboratory.js'

/**
 * A month of a small alliance, through the verbs: orders in every stage, a difference settled and one
 * open, specimens carried and reconciled, a closed month with drawn documents, a sealed audit trail.
 */
export async function playStory(world: World): Promise<void> {
  const cast = await openCast(world)
  await playSupply(cast)
  await playSpecimens(world)
  await playMonth(cast)
  await drawDocuments(cast)
  await auditWhatWasGiven(world)
  await sealAuditEntries(world.db)
}

async function playSupply(cast: Cast): Promise<void> {
  const productId = await cast.world.given.product()
  await buy(cast, productId, [
    ['L-1', 40, '1.25'],
    ['L-2', 60, '1.75'],
  ])
  const arrived = await deliverDelivery(
    cast.courier,
    deliveryIdOf((await dispatched(cast, [{ productId, units: 30 }])).id),
  )
  const received = await receiveDelivery(
    cast.receiver,
    deliveryIdOf(arrived.id),
    ReceiveDeliveryInput.parse(receipt(arrived, { refused: 2, missing: 1 })),
  )
  const first = received.discrepancies.find(({ kind }) => kind === 'missing')
  await settleDiscrepancy(cast.pharmacist, DiscrepancyId.parse(first?.id), {
    settlement: 'found-delivered',
    note: 'Retrouvé dans l’autre bac',
  })
  await dispatched(cast, [{ productId, units: 5 }])
  await packed(cast, [{ productId, units: 4 }])
  await allocated(cast, [{ productId, units: 10 }])
  await submitted(cast, [{ productId, units: 3 }])
}

export async function buy(
  { pharmacist, groupingId }: Cast,
  productId: ProductId,
  lots: readonly (readonly [lotNumber: string, units: number, unitCost: string])[],
): Promise<void> {
  await receiveStock(
    pharmacist,
    ReceiveStockInput.parse({
      groupingId,
      supplierName: 'Grossiste',
      supplierReference: 'BL 1',
      lines: lots.map(([lotNumber, units, unitCost]) => ({
        productId,
        lotNumber,
        units,
        unitCost,
        expiresOn: '2027-12-31',
      })),
    }),
  )
}

async function playSpecimens(world: World): Promise<void> {
  const laboratory = await openLaboratory(world)
  await givenExam(laboratory, { code: 'NFS', maximumMinutes: 240 })
  const { courier, technician } = laboratory
  const [phone, scanner] = [new Phone(world.clock.now), new Phone(world.clock.now)]
  const { id, containerCode } = await givenSealed(laboratory, ['T-1', 'T-2'])
  await phone.send(courier, [phone.event('picked-up', { containerCode })])
  world.clock.advance({ minutes: 20 })
  await scanner.send(technician, [scanner.event('received', { containerCode })])
  await startReceiving(technician, id)
  for (const tubeCode of ['T-1', 'T-2']) {
    const verdict = { tubeCode, verdict: 'accepted', inputMode: 'scan' }
    await receiveTube(technician, id, ReceiveTubeInput.parse(verdict))
  }
  await reconcileShipment(technician, id)
  const onTheRoad = await givenSealed(laboratory, ['T-3'])
  await phone.send(courier, [phone.event('picked-up', { containerCode: onTheRoad.containerCode })])
}

async function playMonth({ world, groupingId }: Cast): Promise<void> {
  const finance = await world.as({ role: 'finance-controller', groupingId })
  const month = yearMonth('2026-03')
  await createCostPool(finance, {
    groupingId,
    code: 'PRODUITS',
    label: 'Produits de santé',
    source: 'products',
  })
  const staff = await createCostPool(finance, {
    groupingId,
    code: 'DISPENSATION',
    label: 'Dispensation',
    source: 'charges',
  })
  await createAllocationKey(finance, {
    poolId: staff.id,
    label: 'Unités dispensées',
    fromMonth: month,
    decisionReference: 'AG du 12/12/2025',
    components: [{ driver: 'units-dispensed', weight: 1, weights: [] }],
  })
  await recordCharge(finance, {
    poolId: staff.id,
    month,
    amount: AmountInput.parse('1234.56'),
    label: 'Charges du mois',
    documentReference: 'OD-1',
  })
  world.clock.set('2026-04-02T08:00:00Z')
  await freezePeriod(finance, { groupingId, month })
  await closePeriod(finance, { groupingId, month })
}

async function drawDocuments({ world, pharmacist }: Cast): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'navette-story-'))
  const ports = { render: renderDocumentKind, blobs: openBlobs(folder) }
  const documents = await world.owner.prisma.document.findMany({
    where: { groupingId: { in: pharmacist.actor.grants.map(({ groupingId }) => groupingId) } },
  })
  for (const { id } of documents) await renderDocument(pharmacist, DocumentId.parse(id), ports)
  rmSync(folder, { recursive: true })
}

/** `given` writes past the verbs; these are the entries that the verbs would have written. */
export async function auditWhatWasGiven({ owner, clock }: World): Promise<void> {
  await owner.prisma.$executeRaw`
    insert into audit_entry (grouping_id, at, actor_kind, actor_id, action, subject_type, subject_id, request_id, details)
    select grouping_id, ${clock.now()}, 'job', gen_random_uuid(), action, type, id, 'given', '{}'
    from (
      select grouping_id, 'membership.entered' as action, 'membership' as type, id::text from membership
      union all select grouping_id, 'role.granted', 'role-grant', id::text from role_grant) given`
}
