import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { custodyViolations, getTimeline } from '../../../src/custody/index.js'
import { getShipment } from '../../../src/specimens/index.js'
import { openWorld, type World } from '../../builders/world.js'
import {
  givenExam,
  givenSealed,
  type Laboratory,
  openLaboratory,
  stateOf,
} from '../specimens/laboratory.js'
import { Phone } from './story.js'

let world: World
let laboratory: Laboratory

beforeAll(async () => {
  world = await openWorld()
  laboratory = await openLaboratory(world)
  await givenExam(laboratory, { code: 'NFS', maximumMinutes: 720 })
})
afterAll(() => world.close())

const phone = () => new Phone(world.clock.now)
let made = 0
const sealed = () => {
  made += 1
  return givenSealed(laboratory, [`G-${made}`])
}

describe('who may', () => {
  test('send events: couriers and the hub, not a member', async () => {
    const { containerCode } = await sealed()
    const device = phone()
    await expect(
      device.send(laboratory.requester, [device.event('picked-up', { containerCode })]),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('touch a container: nobody of another grouping', async () => {
    const { id, containerCode } = await sealed()
    const elsewhere = await openLaboratory(world)
    const device = phone()
    const answer = await device.send(elsewhere.courier, [
      device.event('picked-up', { containerCode }),
    ])
    expect(answer.items[0]).toMatchObject({ result: 'rejected', reason: 'not-served' })
    expect(await stateOf(laboratory, id)).toBe('sealed')
    await expect(getTimeline(elsewhere.courier, containerCode)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('see a container: its own member, not another one', async () => {
    const { id, containerCode } = await sealed()
    const { groupingId } = laboratory
    const { establishmentId } = await world.given.member(groupingId)
    const other = await world.as({ role: 'requester', groupingId, establishmentId })
    expect((await getTimeline(laboratory.requester, containerCode)).events).toEqual([])
    for (const look of [getTimeline(other, containerCode), getShipment(other, id)]) {
      await expect(look).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

describe('what was written', () => {
  test('cannot be rewritten, and a rewritten event breaks its chain', async () => {
    const { containerCode } = await sealed()
    const device = phone()
    await device.send(laboratory.courier, [
      device.event('picked-up', { containerCode }),
      device.event('dropped-off', { containerCode }),
    ])
    const { owner } = world
    const forge = owner.prisma.$executeRaw`
      update custody_event set counterpart = 'personne' where container_code = ${containerCode}`
    await expect(forge).rejects.toThrow()
    const found = await owner.prisma
      .$transaction(async (tx) => {
        await tx.$executeRaw`alter table custody_event disable trigger user`
        await tx.$executeRaw`update custody_event set counterpart = 'personne'
          where container_code = ${containerCode} and chain_position = 1`
        const violations = await custodyViolations(tx)
        throw Object.assign(new Error('undo'), { violations })
      })
      .catch((error: unknown) => Reflect.get(Object(error), 'violations'))
    expect(found).toMatchObject([{ rule: 'chain-links', subject: `${containerCode}#1` }])
  })
})
