import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAllotments, setAllotment } from '../../../src/catalogue/allotments.js'
import { ListAllotmentsQuery, SetAllotmentInput } from '../../../src/catalogue/allotments-schema.js'
import { createOrder } from '../../../src/orders/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { type Cast, openCast, orderInput } from './journey.js'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

const wish = (productId: string, maximumUnits: number, fromOn = '2026-03-01') =>
  SetAllotmentInput.parse({
    groupingId: cast.groupingId,
    careUnitId: cast.member.careUnitId,
    physicianName: 'Dr Exemple',
    fromOn,
    lines: [{ productId, maximumUnits }],
  })
const ask = async (query: object = {}) =>
  (await listAllotments(cast.requester, ListAllotmentsQuery.parse(query))).items

describe('the allotment of a care unit', () => {
  test('is versioned: today shows the one in force, and a renewal proposes it', async () => {
    const productId = await world.given.product()
    await setAllotment(cast.pharmacist, wish(productId, 30))
    await setAllotment(cast.pharmacist, wish(productId, 40))
    await setAllotment(cast.pharmacist, wish(productId, 50, '2026-04-01'))
    expect((await ask()).map(({ version, lines }) => [version, lines[0]?.maximumUnits])).toEqual([
      [2, 40],
    ])
    expect(await ask({ all: 'true' })).toHaveLength(3)

    const { lines: _none, ...input } = orderInput(cast, [{ productId, units: 1 }])
    const order = await createOrder(cast.requester, input)
    expect(order.lines.map(({ orderedUnits }) => orderedUnits)).toEqual([40])
  })

  test('belongs to pharmacists of the hub, and names what it does not know', async () => {
    const productId = await world.given.product()
    await expect(setAllotment(cast.preparer, wish(productId, 1))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(setAllotment(cast.pharmacist, wish(crypto.randomUUID(), 1))).rejects.toMatchObject(
      {
        code: 'invalid-input',
        details: { errors: [{ path: 'lines.0.productId' }] },
      },
    )
  })
})
