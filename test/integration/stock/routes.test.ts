import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRouter } from '../../../src/platform/http/contract.js'
import { onError } from '../../../src/platform/http/problem.js'
import { stockRoutes } from '../../../src/stock/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { openPharmacy, type Pharmacy } from './pharmacy.js'

let world: World
let hub: Pharmacy
beforeAll(async () => {
  world = await openWorld()
  hub = await openPharmacy(world)
})
afterAll(() => world.close())

const send = (path: string, body?: object) =>
  createRouter()
    .use(async (c, next) => {
      c.set('ctx', hub.pharmacist)
      c.set('log', hub.pharmacist.log)
      c.set('requestId', 'test')
      c.set('checksReplies', true)
      await next()
    })
    .route('/', stockRoutes)
    .onError(onError)
    .request(path, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    })

test('a receipt, its lot, a quarantine and a reversal over HTTP, every answer as promised', async () => {
  const { groupingId } = hub
  const productId = await world.given.product()
  const line = { productId, lotNumber: 'L1', expiresOn: '2027-12-31', units: 10, unitCost: '2.5' }
  const receipt = { groupingId, supplierName: 'Grossiste', supplierReference: 'BL 1' }
  const received = await send('/stock/receipts', { ...receipt, lines: [line] })
  expect(received.status).toBe(201)
  const { lines } = (await received.json()) as { lines: { lotId: string }[] }
  const lotId = lines[0]?.lotId

  for (const list of ['receipts', 'balances', 'items']) {
    const page = await send(`/stock/${list}?groupingId=${groupingId}`)
    expect(page.status).toBe(200)
    expect(((await page.json()) as { items: object[] }).items).toHaveLength(1)
  }
  const trace = await send(`/stock/lots/${lotId}/trace`)
  const { movements } = (await trace.json()) as { movements: { id: string }[] }
  const blocked = await send(`/stock/lots/${lotId}/quarantine`, { reason: 'Doute' })
  expect(await blocked.json()).toMatchObject({ status: 'quarantine' })
  const freed = await send(`/stock/lots/${lotId}/release-quarantine`, { reason: 'Conforme' })
  expect(await freed.json()).toMatchObject({ status: 'available' })
  const reversal = { reason: 'Reçu par erreur' }
  const reversed = await send(`/stock/movements/${movements[0]?.id}/reverse`, reversal)
  expect(reversed.status).toBe(201)
})

test('a bad line is named and nothing is written', async () => {
  const { groupingId } = hub
  const answer = await send('/stock/receipts', {
    groupingId,
    supplierName: 'Grossiste',
    supplierReference: 'BL 2',
    lines: [{ cip13: '3400930039947', units: 1, unitCost: '1' }],
  })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ errors: [{ path: 'lines.0.cip13' }] })
})
