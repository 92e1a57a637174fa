import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allocateOrder, foreseeSupply } from '../../../src/orders/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { allocated, approved, type Cast, openCast, stocked, submitted } from './journey.js'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

describe('what a pharmacist reads before approving', () => {
  test('names the lots that would go, the first to expire first', async () => {
    const productId = await stocked(cast, 10, { lotNumber: 'A1', expiresOn: '2026-12-31' })
    const order = await submitted(cast, [{ productId, units: 6 }])
    const [line] = (await foreseeSupply(cast.pharmacist, order.id)).lines

    expect(line).toMatchObject({
      ...{ lineId: order.lines[0]?.id, usableUnits: 10, explanation: [], substitutes: [] },
      lots: [{ lotNumber: 'A1', expiresOn: '2026-12-31', units: 6 }],
    })
  })

  test('says why not more, and for whom it is kept', async () => {
    const productId = await stocked(cast, 10)
    const before = await allocated(cast, [{ productId, units: 4 }])
    const order = await submitted(cast, [{ productId, units: 10 }])
    const [line] = (await foreseeSupply(cast.pharmacist, order.id)).lines

    expect(line).toMatchObject({
      usableUnits: 6,
      explanation: [
        {
          reason: 'reserved',
          units: 4,
          detail: { orderNumbers: [before.number], presentUnits: 4 },
        },
      ],
    })
  })

  test('foresees what an allocation then does', async () => {
    const productId = await stocked(cast, 7)
    const order = await approved(cast, [{ productId, units: 9 }])
    const [foreseen] = (await foreseeSupply(cast.preparer, order.id)).lines
    const [line] = (await allocateOrder(cast.pharmacist, order.id)).lines

    expect(line?.allocations.map(({ lotNumber, units }) => ({ lotNumber, units }))).toEqual(
      foreseen?.lots.map(({ lotNumber, units }) => ({ lotNumber, units })),
    )
    expect(line?.explanation).toEqual(foreseen?.explanation)
  })

  test('offers the substitutes of the grouping, with what there is of them', async () => {
    const [productId, substituteId] = [await stocked(cast, 2), await stocked(cast, 40)]
    await world.owner.prisma.substitute.create({
      data: {
        ...{ groupingId: cast.groupingId, productId, substituteId },
        ...{ note: 'Même DCI', createdAt: world.clock.now() },
      },
    })
    const order = await submitted(cast, [{ productId, units: 5 }])
    const [line] = (await foreseeSupply(cast.pharmacist, order.id)).lines

    expect(line?.substitutes).toMatchObject([
      { productId: substituteId, usableUnits: 40, note: 'Même DCI', refusal: null },
    ])
  })

  test('is the hub’s: the establishment does not read it', async () => {
    const productId = await stocked(cast, 2)
    const order = await submitted(cast, [{ productId, units: 1 }])

    await expect(foreseeSupply(cast.requester, order.id)).rejects.toMatchObject({
      code: expect.stringMatching(/forbidden|not-found/),
    })
  })
})
