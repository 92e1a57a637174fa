import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  getDelivery,
  ReceiveDeliveryInput,
  receiveDelivery,
} from '../../../src/deliveries/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { type Cast, delivered, openCast, packed, receipt, stocked } from '../orders/journey.js'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

test('a delivery says who did each step, to the hub and to the establishment', async () => {
  const productId = await stocked(cast, 10)
  const packedOnly = await packed(cast, [{ productId, units: 2 }])
  const { id } = await delivered(cast, [{ productId, units: 2 }])
  const after = await receiveDelivery(
    cast.receiver,
    id,
    ReceiveDeliveryInput.parse(receipt(await getDelivery(cast.receiver, id))),
  )
  const nameOf = ({ actor }: { readonly actor: { readonly displayName: string } }) =>
    actor.displayName
  const steps = {
    dispatched: nameOf(cast.pharmacist),
    delivered: nameOf(cast.courier),
    received: nameOf(cast.receiver),
  }

  expect(packedOnly.people).toEqual({
    packed: nameOf(cast.preparer),
    dispatched: null,
    delivered: null,
    received: null,
  })
  expect(after.people).toMatchObject(steps)
  expect((await getDelivery(cast.pharmacist, id)).people).toEqual({
    packed: nameOf(cast.preparer),
    ...steps,
  })
})
