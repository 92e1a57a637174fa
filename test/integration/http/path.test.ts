import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MonthSplitView, StatementPage } from '../../../src/billing/schema.js'
import { RunView } from '../../../src/courier/index.js'
import { CustodyTimeline } from '../../../src/custody/schema.js'
import { DeliveryView, type DiscrepancyView } from '../../../src/deliveries/index.js'
import { DiscrepancyPage } from '../../../src/deliveries/schema.js'
import { DocumentPage } from '../../../src/documents/schema.js'
import { OrderView } from '../../../src/orders/index.js'
import { ShipmentView } from '../../../src/specimens/view-schema.js'
import { ItemPage } from '../../../src/stock/schema.js'
import { openHttpWorld } from '../../builders/http.js'
import { type Alliance, foundAlliance, signedInAgain } from './story/alliance.js'
import { auditReportsOf, countsOf, download, headOf, violationsOf } from './story/checks.js'
import { closeMonth, prepareMonth } from './story/month.js'
import { enterExam, receiveTube, sealShipment } from './story/specimens.js'
import {
  actsOfTheRound,
  type Box,
  enterProduct,
  pickByScan,
  planRounds,
  receive,
  receiveDelivery,
  sendEvents,
  settle,
  startRun,
  submitOrder,
} from './story/supply.js'

let alliance: Alliance
let rounds: Awaited<ReturnType<typeof planRounds>>
beforeAll(async () => {
  alliance = await foundAlliance(await openHttpWorld())
}, 120_000)
afterAll(() => alliance.world.close())

/** One story: each test goes on where the one before it ended. */
describe.sequential('the whole path over HTTP', { timeout: 60_000 }, () => {
  let plenty: Box
  let scarce: Box
  let cold: Box
  let order: OrderView
  let delivery: DeliveryView
  let shipment: ShipmentView

  test('runs are planned by the job that a new timetable asks for', async () => {
    rounds = await planRounds(alliance)

    expect(rounds.jobs).toEqual(['runs.plan', 'runs.plan'])
  })

  test('stock comes in by scan, at its cost', async () => {
    plenty = await enterProduct(alliance, { denomination: 'PARACÉTAMOL 1 g' })
    scarce = await enterProduct(alliance, { denomination: 'AMOXICILLINE 500 mg' })
    cold = await enterProduct(alliance, {
      ...{ denomination: 'INSULINE 100 UI', storageClass: 'cold', requiresFourEyes: true },
    })
    const receipt = await receive(alliance, [
      { box: plenty, lotNumber: 'P1', packs: 20 },
      { box: scarce, lotNumber: 'S1', packs: 2 },
      { box: cold, lotNumber: 'C1', packs: 5 },
    ])

    expect(receipt.number).toBe('R-2026-00001')
    expect(receipt.lines.map(({ units, inputMode }) => [units, inputMode])).toEqual([
      [200, 'scan'],
      [20, 'scan'],
      [50, 'scan'],
    ])
  })

  test('an order is submitted, reduced with its reason, and allocated; what is short is said', async () => {
    const { cast } = alliance
    const submitted = await submitOrder(alliance, [
      { productId: plenty.productId, units: 100 },
      { productId: scarce.productId, units: 30 },
      { productId: cold.productId, units: 10 },
    ])
    expect(submitted.number).toBe('C-2026-00001')
    expect(submitted.run?.name).toBe('Midi Nord')

    const [first] = submitted.lines
    const path = `/orders/${submitted.id}`
    expect(await cast.preparer.refused('POST', `${path}/approve`, {})).toBe('403 forbidden')
    const approved = await cast.pharmacist.post(`${path}/approve`, OrderView, {
      lines: [{ lineId: first?.id, approvedUnits: 60, reasonCode: 'dose-review' }],
    })
    expect(approved.lines.map(({ approvedUnits }) => approvedUnits)).toEqual([60, 30, 10])

    order = await cast.preparer.post(`${path}/allocate`, OrderView)
    expect(order.state).toBe('allocated')
    const kept = order.lines.map(({ allocations }) =>
      allocations.reduce((total, { units }) => total + units, 0),
    )
    expect(kept).toEqual([60, 20, 10])
  })

  test('it is picked by scan; who prepared it may not release it', async () => {
    const { cast } = alliance
    const path = `/orders/${order.id}`
    await cast.preparer.post(`${path}/start-picking`, OrderView)
    const wrong = { scan: `01${plenty.gtin14}1728013110AUTRE`, units: 1 }
    expect(await cast.preparer.refused('POST', `${path}/pick`, wrong)).toBe('409 scan-mismatch')
    await pickByScan(alliance, order, [
      ['preparer', plenty],
      ['preparer', scarce],
      ['pharmacist', cold],
    ])
    await cast.preparer.post(`${path}/finish-picking`, OrderView, {})

    expect(await cast.preparer.refused('POST', `${path}/release`)).toBe('403 forbidden')
    expect(await cast.pharmacist.refused('POST', `${path}/release`)).toBe('409 four-eyes-required')
    order = await cast['head-pharmacist'].post(`${path}/release`, OrderView)
    expect(order.state).toBe('released')
    expect(order.backorders).toHaveLength(1)
    const backorder = await cast.requester.get(`/orders/${order.backorders[0]?.id}`, OrderView)
    expect(backorder.lines.map(({ orderedUnits }) => orderedUnits)).toEqual([10])
  })

  test('it is packed, dispatched, and its note is a numbered PDF that the member downloads', async () => {
    const { cast, world } = alliance
    const coldTote = { storageClass: 'cold', loggerId: 'SONDE-7', sealNumber: 'SC-7' }
    const totes = [{ storageClass: 'ambient', sealNumber: 'SA-1' }]
    const orderId = order.id
    expect(await cast.preparer.refused('POST', '/deliveries', { orderId, totes })).toBe(
      '409 cold-chain-incomplete',
    )
    delivery = await cast.preparer.post('/deliveries', DeliveryView, {
      orderId,
      totes: [...totes, coldTote],
    })
    delivery = await cast.preparer.post(`/deliveries/${delivery.id}/dispatch`, DeliveryView)
    expect(delivery.noteNumber).toBe('BL-2026-00001')

    const path = `/api/v1/documents/${delivery.noteId}/content`
    const early = await cast.receiver.send('GET', path)
    expect([early.status, early.headers.get('retry-after')]).toEqual([409, '2'])
    await world.runJobs()
    const note = await cast.receiver.send('GET', path)
    expect([note.status, note.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(note.text.slice(0, 5)).toBe('%PDF-')
    const etag = note.headers.get('etag') ?? ''
    const again = await cast.receiver.send('GET', path, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect((await alliance.betaRequester.send('GET', path)).status).toBe(404)
  })

  test('specimens are packed and sealed, with a label and a slip', async () => {
    const { cast, world } = alliance
    await enterExam(alliance, 'NFS')
    shipment = await sealShipment(alliance, ['T-1', 'T-2', 'T-3', 'T-4'], 'NFS')

    expect(shipment.state).toBe('sealed')
    expect(shipment.plannedPickUpAt).toBe('2026-03-12T11:25:00.000Z')
    await world.runJobs()
    expect(shipment.documents.map(({ kind }) => kind).toSorted()).toEqual([
      'specimen-label',
      'specimen-manifest',
    ])
    for (const { id } of shipment.documents) {
      expect(await headOf(cast['lab-technician'], id)).toBe('%PDF-')
    }
  })

  test('the courier drives: events arrive late, out of order and twice, and change things once', async () => {
    const { cast, world } = alliance
    await startRun(alliance, rounds.pharmacyRunId)
    const run = await startRun(alliance, rounds.laboratoryRunId)
    world.clock.advance({ hours: 4 })

    const deviceId = crypto.randomUUID()
    const acts = actsOfTheRound(alliance, { delivery, shipment, laboratoryRun: run })
    const first = await sendEvents(alliance, deviceId, acts.toReversed())
    const second = await sendEvents(alliance, deviceId, acts)
    expect(first.counts).toEqual({ accepted: 10, duplicate: 0, conflict: 0, rejected: 0 })
    expect(second.counts).toEqual({ accepted: 0, duplicate: 10, conflict: 0, rejected: 0 })

    delivery = await cast.receiver.get(`/deliveries/${delivery.id}`, DeliveryView)
    shipment = await cast.requester.get(`/specimen-shipments/${shipment.id}`, ShipmentView)
    expect([delivery.state, shipment.state]).toEqual(['delivered', 'delivered'])
    const timeline = await cast.requester.get(
      `/custody-events?containerCode=${encodeURIComponent(shipment.containerCode)}`,
      CustodyTimeline,
    )
    expect(timeline.events.map(({ kind }) => kind)).toEqual(['picked-up', 'dropped-off'])
    expect(timeline).toMatchObject({ holderKind: 'hub', findings: [] })
  })

  test('the courier closes the last stop and ends both runs; the run sheet is downloaded', async () => {
    const { cast, world } = alliance
    const path = `/runs/${rounds.pharmacyRunId}`
    const run = await cast.courier.get(path, RunView)
    expect(run.stops.map(({ state }) => state)).toEqual(['done', 'pending'])
    expect(await cast.courier.refused('POST', `${path}/complete`)).toBe('409 wrong-state')
    const last = `${path}/stops/${run.stops[1]?.id}`
    await cast.courier.post(`${last}/arrive`, RunView, {})
    await cast.courier.post(`${last}/close`, RunView, { outcome: 'done' })
    expect((await cast.courier.post(`${path}/complete`, RunView)).state).toBe('completed')
    await cast.courier.post(`/runs/${rounds.laboratoryRunId}/complete`, RunView)

    await world.runJobs()
    const sheets = await cast.dispatcher.get('/documents?kind=run-sheet', DocumentPage)
    expect(sheets.items.length).toBe(2)
    for (const { id } of sheets.items) expect(await headOf(cast.dispatcher, id)).toBe('%PDF-')
  })

  test('the member refuses and misses units: both sides see it, it is settled, the order closes', async () => {
    const { cast } = alliance
    const received = await receiveDelivery(alliance, delivery, { refused: 2, missing: 1 })
    expect(received.discrepancies.map(({ kind, units }) => [kind, units]).toSorted()).toEqual([
      ['missing', 1],
      ['refused', 2],
    ])
    const [atTheMember, atTheHub] = [
      await cast.receiver.get('/discrepancies', DiscrepancyPage),
      await cast.pharmacist.get('/discrepancies', DiscrepancyPage),
    ]
    expect(atTheMember).toEqual(atTheHub)
    expect(atTheHub.items).toHaveLength(2)
    expect((await alliance.betaRequester.get('/discrepancies', DiscrepancyPage)).items).toEqual([])

    const settlements: DiscrepancyView[] = []
    for (const { id, kind } of atTheHub.items) {
      const settlement = kind === 'refused' ? 'returned-to-stock' : 'lost'
      settlements.push(await settle(alliance, id, settlement))
    }
    expect(settlements.map(({ state }) => state)).toEqual(['settled', 'settled'])
    order = await cast.requester.get(`/orders/${order.id}`, OrderView)
    expect(order).toMatchObject({ state: 'closed', possibleActions: [] })
  })

  test('the bench receives: one accepted, one rejected, one missing, one nobody announced', async () => {
    const { cast } = alliance
    const path = `/specimen-shipments/${shipment.id}`
    const technician = cast['lab-technician']
    await technician.post(`${path}/start-receiving`, ShipmentView)
    const verdict = (tubeCode: string, given: Readonly<Record<string, string>>) =>
      receiveTube(alliance, shipment.id, { tubeCode, verdict: 'accepted', ...given })
    await verdict('T-1', {})
    await verdict('T-2', { verdict: 'rejected', reasonCode: 'RH' })
    await verdict('T-4', {})
    const stray = await verdict('T-99', { verdict: 'rejected', reasonCode: 'unlisted-tube' })
    expect([stray.outcome, stray.remainingTubes]).toEqual(['unexpected', 2])
    expect(await technician.refused('POST', `${path}/reconcile`)).toBe('409 unreconciled')
    await verdict('T-99', { verdict: 'rejected', reasonCode: 'unlisted-tube' })
    await verdict('T-3', { verdict: 'missing', inputMode: 'hand', reasonCode: 'SNR' })

    shipment = await technician.post(`${path}/reconcile`, ShipmentView)
    expect(shipment.state).toBe('reconciled')
    expect(shipment.hasDiscrepancy).toBe(true)
    const states = shipment.tubes.map(({ code, state }) => `${code} ${state}`).toSorted()
    expect(states).toEqual([
      'T-1 accepted',
      'T-2 rejected',
      'T-3 missing',
      'T-4 accepted',
      'T-99 rejected',
    ])
  })

  test('the month is frozen and closed, and every statement comes as PDF and CSV', async () => {
    const { world, pharmacyId, alpha, beta } = alliance
    world.clock.set('2026-04-08T08:00:00Z')
    alliance = await signedInAgain(alliance)
    const { cast } = alliance
    await prepareMonth(alliance)
    const period = await closeMonth(alliance)
    expect(period.state).toBe('closed')
    await world.runJobs()

    const finance = cast['finance-controller']
    const split = await finance.get(`/periods/${period.id}/split`, MonthSplitView)
    const byPool = Object.fromEntries(split.pools.map(({ code, total }) => [code, total]))
    // 57 + 20 + 10 units were accepted, at 2,50 €.
    expect(byPool).toEqual({ PRODUITS: '217.50', TRANSPORT: '1000.01', LOCAUX: '100.00' })
    const statements = await finance.get(`/statements?groupingId=${pharmacyId}`, StatementPage)
    expect(statements.items).toHaveLength(3)
    for (const { documentId, csvDocumentId, establishmentId } of statements.items) {
      const reader = establishmentId === alpha.establishmentId ? cast.receiver : finance
      expect(await headOf(reader, documentId)).toBe('%PDF-')
      const csv = await download(reader, csvDocumentId)
      expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      expect(csv.text.split('\n').length).toBeGreaterThan(1)
    }
    const own = await alliance.betaRequester.get('/statements', StatementPage)
    expect(own.items.map(({ establishmentId }) => establishmentId)).toEqual([beta.establishmentId])
    const table = await finance.get('/documents?kind=cost-split', DocumentPage)
    expect(await headOf(finance, table.items[0]?.id)).toBe('%PDF-')
  })

  test('every document that was issued is drawn and downloads', async () => {
    const { cast, world } = alliance
    const issued = await world.owner.prisma.document.findMany({ select: { id: true, kind: true } })
    expect(new Set(issued.map(({ kind }) => kind))).toEqual(
      new Set([
        ...['delivery-note', 'tote-label', 'run-sheet', 'specimen-label', 'specimen-manifest'],
        ...['usage-statement', 'usage-statement-csv', 'cost-split'],
      ]),
    )
    for (const { id } of issued) await download(cast.auditor, id)
  })

  test('the auditor reads everything and changes nothing', async () => {
    const { cast, pharmacyId } = alliance
    const items = await cast.auditor.get(`/stock/items?groupingId=${pharmacyId}`, ItemPage)
    expect(items.items).toHaveLength(3)
    expect((await cast.auditor.get(`/orders/${order.id}`, OrderView)).state).toBe('closed')
    const { productId } = plenty
    for (const [path, body] of [
      [`/orders/${order.id}/cancel`, { reason: 'Pour voir' }],
      ['/substitutes', { groupingId: pharmacyId, productId, substituteId: productId }],
      ['/periods', { groupingId: pharmacyId, month: '2026-05' }],
    ] as const) {
      expect(await cast.auditor.refused('POST', path, body)).toBe('403 forbidden')
    }
  })

  test('nothing is wrong anywhere: stock, orders, custody, months, and the audit chain', async () => {
    const { world, cast } = alliance
    const nothing = { stock: [], orders: [], custody: [], months: [], numbers: [] }
    expect(await violationsOf(alliance)).toEqual(nothing)
    const { numbered, ...counts } = await countsOf(alliance)
    expect(counts).toEqual({ movements: 12, orders: 2, events: 10, closedMonths: 1 })
    expect(numbered).toBeGreaterThan(5)
    for (const { sealed, ...report } of await auditReportsOf(alliance)) {
      expect(report).toMatchObject({ unsealed: 0 })
      expect(report.brokenAt).toBeUndefined()
      expect(sealed).toBeGreaterThan(5)
    }
    const actors = await world.owner.prisma.auditEntry.findMany({
      distinct: ['actorId'],
      select: { actorId: true },
    })
    expect(actors.map(({ actorId }) => actorId)).toContain(cast.courier.userId)
  })
})
