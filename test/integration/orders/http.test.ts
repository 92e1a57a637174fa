import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DeliveryView, deliveryRoutes } from '../../../src/deliveries/index.js'
import { OrderView, orderRoutes } from '../../../src/orders/index.js'
import type { Context } from '../../../src/platform/context.js'
import { createRouter } from '../../../src/platform/http/contract.js'
import { onError } from '../../../src/platform/http/problem.js'
import { openWorld, type World } from '../../builders/world.js'
import { type Cast, openCast, orderInput, receipt, stocked } from './journey.js'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

/** The routes as one caller meets them. */
function callerOf(ctx: Context) {
  const app = createRouter()
    .use(async (c, next) => {
      c.set('ctx', ctx)
      c.set('log', ctx.log)
      c.set('requestId', ctx.requestId)
      c.set('checksReplies', true)
      await next()
    })
    .route('/', orderRoutes)
    .route('/', deliveryRoutes)
  app.onError(onError)
  return async (method: string, path: string, body?: object, headers = {}) => {
    const answer = await app.request(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const json: unknown = await answer.json()
    return { status: answer.status, headers: answer.headers, body: json }
  }
}

describe('over HTTP', () => {
  test('an order goes from draft to receipt, one request a step, replies checked', async () => {
    const productId = await stocked(cast, 10)
    const [requester, pharmacist, preparer, second, courier, receiver] = [
      callerOf(cast.requester),
      callerOf(cast.pharmacist),
      callerOf(cast.preparer),
      callerOf(cast.secondPharmacist),
      callerOf(cast.courier),
      callerOf(cast.receiver),
    ]
    const created = await requester('POST', '/orders', orderInput(cast, [{ productId, units: 6 }]))
    expect(created.status).toBe(201)
    const { id: orderId } = OrderView.parse(created.body)
    const path = `/orders/${orderId}`

    const unversioned = await requester('PATCH', path, { comment: 'Urgent' })
    expect(unversioned.body).toMatchObject({ errors: [{ path: 'If-Match' }] })
    const edited = await requester('PATCH', path, { comment: 'Vite' }, { 'if-match': '"1"' })
    expect(edited.headers.get('etag')).toBe('"2"')
    const stale = await requester('PATCH', path, { comment: 'Non' }, { 'if-match': '"1"' })
    expect(stale.status).toBe(412)

    const step = async (
      caller: ReturnType<typeof callerOf>,
      verb: string,
      body?: object,
      on = path,
    ) => {
      const answer = await caller('POST', `${on}/${verb}`, body)
      expect([verb, answer.status, answer.body]).toEqual([verb, 200, expect.anything()])
      return answer.body
    }
    await step(requester, 'submit')
    await step(pharmacist, 'approve', {})
    const allocated = OrderView.parse(await step(pharmacist, 'allocate'))
    await step(preparer, 'start-picking')
    const lotNumber = allocated.lines[0]?.allocations[0]?.lotNumber
    await step(preparer, 'pick', { productId, lotNumber, units: 6 })
    await step(preparer, 'finish-picking', {})
    await step(second, 'release')

    const packed = await preparer('POST', '/deliveries', {
      orderId,
      totes: [{ storageClass: 'ambient' }],
    })
    expect(packed.status).toBe(201)
    const delivery = `/deliveries/${DeliveryView.parse(packed.body).id}`
    await step(courier, 'dispatch', undefined, delivery)
    const arrived = DeliveryView.parse(await step(courier, 'deliver', undefined, delivery))
    const signed = receipt(arrived, { missing: 1 })
    const received = DeliveryView.parse(await step(receiver, 'receive', signed, delivery))
    const [difference] = received.discrepancies
    const settled = await pharmacist('POST', `/discrepancies/${difference?.id}/settle`, {
      settlement: 'lost',
      note: 'Introuvable',
    })
    expect(settled.body).toMatchObject({ state: 'settled' })

    const [order, orders, deliveries, differences] = await Promise.all(
      [
        path,
        '/orders?state=closed',
        '/deliveries?state=closed',
        '/discrepancies?state=settled',
      ].map((address) => requester('GET', address)),
    )
    expect(order?.body).toMatchObject({ state: 'closed', possibleActions: [] })
    for (const list of [orders, deliveries, differences]) {
      expect(list?.body).toMatchObject({ items: [{ id: expect.any(String) }] })
    }
  })

  test('a wrong field is named and a wrong state says what is possible', async () => {
    const requester = callerOf(cast.requester)
    const productId = await stocked(cast, 10)
    const input = orderInput(cast, [{ productId, units: 6 }])
    const bad = await requester('POST', '/orders', { ...input, lines: [{ productId, units: 0 }] })
    expect(bad.status).toBe(422)
    expect(bad.body).toMatchObject({ errors: [{ path: 'lines.0.units' }] })

    const { id } = OrderView.parse((await requester('POST', '/orders', input)).body)
    const early = await callerOf(cast.pharmacist)('POST', `/orders/${id}/allocate`)
    expect(early.status).toBe(409)
    expect(early.body).toMatchObject({
      code: 'wrong-state',
      possible: ['edit', 'submit', 'cancel'],
    })
  })
})
