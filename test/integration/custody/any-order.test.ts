import { fc } from '@fast-check/vitest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { custodyViolations } from '../../../src/custody/index.js'
import type { Context } from '../../../src/platform/context.js'
import { inReadTransaction } from '../../../src/platform/db/transaction.js'
import { getShipment } from '../../../src/specimens/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { givenExam, givenSealed, type Laboratory, openLaboratory } from '../specimens/laboratory.js'
import { Phone, type SentEvent } from './story.js'

let world: World
let laboratory: Laboratory
let couriers: readonly Context[]

beforeAll(async () => {
  world = await openWorld()
  laboratory = await openLaboratory(world)
  await givenExam(laboratory, { code: 'NFS', maximumMinutes: 720 })
  couriers = [
    laboratory.courier,
    await world.as({ role: 'courier', groupingId: laboratory.groupingId }),
  ]
})
afterAll(() => world.close())

const acts = fc.array(
  fc.record({
    phone: fc.nat({ max: 1 }),
    kind: fc.constantFrom('picked-up', 'handed-over', 'dropped-off', 'received'),
    minutesAgo: fc.integer({ min: 1, max: 60 }),
    isTube: fc.boolean(),
    isAtHub: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
)
type Act = { phone: number; kind: string; minutesAgo: number; isTube: boolean; isAtHub: boolean }

let shipments = 0

/** Tells a story in the order of `deliveries`, one batch each, and answers what became of the shipment. */
async function tell(story: readonly Act[], deliveries: readonly number[]) {
  shipments += 1
  const tubeCode = `P-${shipments}`
  const { id, containerCode } = await givenSealed(laboratory, [tubeCode])
  const phones = [new Phone(world.clock.now), new Phone(world.clock.now)]
  const { hub, member } = laboratory
  const events = story.map((act) => {
    const deviceAt = new Date(world.clock.now().getTime() - act.minutesAgo * 60_000)
    return phones[act.phone]?.event(act.kind, {
      containerCode,
      deviceAt: deviceAt.toISOString(),
      placeEstablishmentId: act.isAtHub ? hub.establishmentId : member.establishmentId,
      ...(act.isTube && { tubeCode }),
    })
  })
  for (const i of deliveries) {
    const [event, act] = [events[i], story[i]]
    const [phone, courier] = [phones[act?.phone ?? 0], couriers[act?.phone ?? 0]]
    if (event === undefined || phone === undefined || courier === undefined) continue
    await phone.send(courier, [event satisfies SentEvent])
  }
  const view = await getShipment(laboratory.technician, id)
  return {
    state: view.state,
    holder: view.holder,
    pickedUpAt: view.pickedUpAt,
    deliveredAt: view.deliveredAt,
    hasDiscrepancy: view.hasDiscrepancy,
    tubes: view.tubes.map(({ state }) => state),
    events: view.custody.length,
  }
}

test('any order and any repetition of the same events leave the same rows', async () => {
  // Acts of one minute on two phones are told apart by the phone's id, which is new each time.
  const stories = fc
    .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 8, maxLength: 8 })
    .chain((minutes) =>
      acts.map((story) => story.map((act, i) => ({ ...act, minutesAgo: minutes[i] ?? 1 }))),
    )
    .chain((story) => {
      const all = [...story.keys()]
      return fc.tuple(
        fc.constant(story),
        fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
      )
    })
  await fc.assert(
    fc.asyncProperty(stories, async ([story, retold]) => {
      expect(await tell(story, retold)).toEqual(await tell(story, [...story.keys()]))
    }),
    { numRuns: 6 },
  )
  expect(await inReadTransaction(laboratory.technician, custodyViolations)).toEqual([])
}, 60_000)
