import { planRuns } from '../../../../jobs/declarations/runs.js'
import { ApiKeyView } from '../../../../src/access/schema.js'
import { AllotmentView } from '../../../../src/catalogue/allotments-schema.js'
import { SubstituteView } from '../../../../src/catalogue/schema.js'
import { DeliveryView } from '../../../../src/deliveries/index.js'
import { UserView } from '../../../../src/members/user-schema.js'
import { OrderView } from '../../../../src/orders/index.js'
import type { Alliance } from './alliance.js'
import { prepareMonth } from './month.js'
import { enterExam, sealShipment } from './specimens.js'
import {
  enterProduct,
  pickByScan,
  planRounds,
  receive,
  receiveDelivery,
  submitOrder,
} from './supply.js'

/**
 * Brings about one of everything at Alpha: an order received with a difference, a sealed shipment, runs,
 * charges, and what nobody can ask for (an alarm, a statement, a failed job), which is put there.
 * Answers the ids by the collection of their path, or by the name of their parameter.
 */
export async function playEverything(alliance: Alliance): Promise<Record<string, string>> {
  const { world } = alliance
  const rounds = await planRounds(alliance)
  const supply = await playSupply(alliance)
  const exam = await enterExam(alliance, 'NFS')
  const shipment = await sealShipment(alliance, ['T-1'], 'NFS')
  const { poolId, keyId, chargeId } = await prepareMonth(alliance)
  await world.runJobs()
  const people = await playMachines(alliance)
  const put = await putTheRest(alliance, shipment.id)
  const run = await world.owner.prisma.runStop.findFirstOrThrow({
    where: { runId: rounds.pharmacyRunId, establishmentId: alliance.alpha.establishmentId },
  })
  const { careUnitId, deliveryPointId, establishmentId } = alliance.alpha
  return {
    ...{ careUnitId, deliveryPointId, establishmentId, groupingId: alliance.pharmacyId },
    ...{ ...supply, ...people, ...put, examId: exam.id },
    ...{ 'run-templates': rounds.templateId, runs: rounds.pharmacyRunId, stopId: run.id },
    ...{ 'specimen-shipments': shipment.id, tubeId: shipment.tubes[0]?.id ?? '' },
    ...{ 'cost-pools': poolId, 'allocation-keys': keyId, charges: chargeId, poolId },
    ...{ containerCode: shipment.containerCode, day: '2026-03-13', month: '2026-03' },
    documents: shipment.documents[0]?.id ?? '',
  }
}

async function playSupply(alliance: Alliance) {
  const { cast, pharmacyId, alpha, world } = alliance
  const head = cast['head-pharmacist']
  const box = await enterProduct(alliance, { denomination: 'PARACÉTAMOL 1 g' })
  const other = await enterProduct(alliance, { denomination: 'PARACÉTAMOL 500 mg' })
  const { productId } = box
  const substitute = { groupingId: pharmacyId, productId, substituteId: other.productId }
  await head.post('/substitutes', SubstituteView, substitute)
  await head.post('/allotments', AllotmentView, {
    ...{ groupingId: pharmacyId, careUnitId: alpha.careUnitId, fromOn: '2026-03-01' },
    ...{ physicianName: 'Dr Essai', lines: [{ productId, maximumUnits: 30 }] },
  })
  const receipt = await receive(alliance, [{ box, lotNumber: 'P1', packs: 20 }])
  const order = await submitOrder(alliance, [{ productId, units: 10 }])
  const path = `/orders/${order.id}`
  await head.post(`${path}/approve`, OrderView, {})
  const allocated = await cast.preparer.post(`${path}/allocate`, OrderView)
  await cast.preparer.post(`${path}/start-picking`, OrderView)
  await pickByScan(alliance, allocated, [['preparer', box]])
  await cast.preparer.post(`${path}/finish-picking`, OrderView, {})
  await head.post(`${path}/release`, OrderView)
  const totes = [{ storageClass: 'ambient', sealNumber: 'SA-1' }]
  const packed = await cast.preparer.post('/deliveries', DeliveryView, { orderId: order.id, totes })
  await cast.preparer.post(`/deliveries/${packed.id}/dispatch`, DeliveryView)
  const delivered = await cast.courier.post(`/deliveries/${packed.id}/deliver`, DeliveryView)
  const received = await receiveDelivery(alliance, delivered, { refused: 0, missing: 1 })
  const { prisma } = world.owner
  const presentation = await prisma.presentation.findFirstOrThrow({ where: { productId } })
  const movement = await prisma.stockMovement.findFirstOrThrow()
  return {
    ...{ productId, substituteId: other.productId, presentationId: presentation.id },
    ...{ lotId: receipt.lines[0]?.lotId ?? '', movementId: movement.id.toString() },
    ...{ orders: order.id, orderId: order.id, lineId: order.lines[0]?.id ?? '' },
    ...{ deliveries: packed.id, deliveryLineId: received.lines[0]?.id ?? '' },
    discrepancies: received.discrepancies[0]?.id ?? '',
  }
}

async function playMachines({ cast, pharmacyId, alpha, world, betaRequester }: Alliance) {
  const { administrator } = cast
  const machine = await administrator.post('/users', UserView, {
    ...{ groupingId: pharmacyId, kind: 'machine', displayName: 'Automate' },
    roles: [{ role: 'preparer' }],
  })
  const key = await administrator.post('/api-keys', ApiKeyView, {
    ...{ userId: machine.id, name: 'Automate', scopes: ['read'] },
  })
  const membership = await world.owner.prisma.membership.findFirstOrThrow({
    where: { groupingId: pharmacyId, establishmentId: alpha.establishmentId },
  })
  const grant = await world.owner.prisma.roleGrant.findFirstOrThrow({
    where: { userId: betaRequester.userId, groupingId: pharmacyId },
  })
  return {
    ...{ userId: betaRequester.userId, machineId: machine.id, apiKeyId: key.id },
    ...{ membershipId: membership.id, roleGrantId: grant.id, courierId: cast.courier.userId },
  }
}

/** What only the clock or a failure brings about. */
async function putTheRest(
  { world, pharmacyId, laboratoryId, alpha }: Alliance,
  shipmentId: string,
) {
  const { prisma } = world.owner
  const { establishmentId } = alpha
  const jobId = 'plan-runs-essai'
  const payload = { groupingId: pharmacyId }
  const meta = { ...payload, requestId: 'essai' }
  await world.deps.queues.add(planRuns, payload, jobId, meta)
  const now = world.clock.now()
  const id = () => crypto.randomUUID()
  const alarm = await prisma.deadlineAlarm.create({
    data: {
      ...{ id: id(), groupingId: laboratoryId, establishmentId, shipmentId },
      ...{ thresholdMinutes: 60, deadlineAt: now, raisedAt: now },
    },
  })
  const period = await prisma.period.findFirstOrThrow({ where: { groupingId: pharmacyId } })
  const statement = await prisma.statement.create({
    data: {
      ...{ id: id(), groupingId: pharmacyId, establishmentId, periodId: period.id },
      ...{ number: 'RC-2026-00001', totalCents: 100n, state: 'issued', issuedAt: now },
      disputeUntil: new Date('2026-04-30'),
    },
  })
  const letter = await prisma.deadLetter.create({
    data: {
      ...{ id: id(), groupingId: pharmacyId, jobName: planRuns.name, jobId },
      ...{ payload, attempts: 5, failedAt: now, error: 'essai' },
    },
  })
  const imported = await prisma.catalogueImport.create({
    data: {
      id: id(),
      source: 'essai',
      sourceSha256: '00',
      state: 'queued',
      report: {},
      startedAt: now,
    },
  })
  return {
    ...{ 'deadline-alarms': alarm.id, statements: statement.id, 'dead-letters': letter.id },
    ...{ jobs: jobId, importId: imported.id, periods: period.id },
  }
}
