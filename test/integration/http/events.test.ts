import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { EstablishmentId, GroupingId } from '../../../src/kernel/ids.js'
import type { Caller } from '../../builders/caller.js'
import type { GivenMember } from '../../builders/given.js'
import { type HttpWorld, openHttpWorld } from '../../builders/http.js'
import { Screen } from './screen.js'

let world: HttpWorld
let groupingId: GroupingId
let alpha: GivenMember
let beta: GivenMember
let productId: string
const open: Screen[] = []
beforeAll(async () => {
  world = await openHttpWorld()
  groupingId = await world.given.grouping()
  alpha = await world.given.member(groupingId)
  beta = await world.given.member(groupingId)
  productId = await world.given.product()
})
afterAll(async () => {
  for (const screen of open) await screen.close()
  await world.close()
})

async function screenOf(caller: Caller): Promise<Screen> {
  const screen = await Screen.open(world.url, caller)
  open.push(screen)
  return screen
}

const requesterAt = (establishmentId: EstablishmentId): Promise<Caller> =>
  world.person({ role: 'requester', groupingId, establishmentId })

async function orders(caller: Caller, { establishmentId, deliveryPointId }: GivenMember) {
  const answer = await caller.send('POST', '/api/v1/orders', {
    body: {
      ...{ groupingId, establishmentId, deliveryPointId, kind: 'allotment' },
      lines: [{ productId, units: 5 }],
    },
  })
  return z.object({ id: z.uuid() }).parse(answer.body).id
}

describe('open screens', () => {
  test('of two members are told of their own changes only; the hub is told of both', async () => {
    const [atAlpha, atBeta] = [
      await requesterAt(alpha.establishmentId),
      await requesterAt(beta.establishmentId),
    ]
    const pharmacist = await world.person({ role: 'pharmacist', groupingId })
    const elsewhere = await world.given.grouping()
    const stranger = await world.person({ role: 'pharmacist', groupingId: elsewhere })
    const [ofAlpha, ofBeta, ofHub, ofStranger] = [
      await screenOf(atAlpha),
      await screenOf(atBeta),
      await screenOf(pharmacist),
      await screenOf(stranger),
    ]

    const first = await orders(atAlpha, alpha)
    const second = await orders(atBeta, beta)
    const last = await orders(atAlpha, alpha)
    // Announcements arrive in the order of the commits: who has heard the last one has heard all before.
    await ofHub.until(last)
    await ofAlpha.until(last)
    await ofBeta.until(second)

    expect(ofHub.subjects).toEqual([first, second, last])
    expect(ofAlpha.subjects).toEqual([first, last])
    expect(ofBeta.subjects).toEqual([second])
    expect(ofStranger.subjects).toEqual([])
    expect(ofAlpha.heard[0]).toEqual({
      ...{ topic: 'orders', groupingId, establishmentId: alpha.establishmentId },
      subjectId: first,
    })
  })

  test('are told nothing of what was refused', async () => {
    const atAlpha = await requesterAt(alpha.establishmentId)
    const screen = await screenOf(atAlpha)
    const path = `/api/v1/orders/${await orders(atAlpha, alpha)}`
    const refused = await atAlpha.send('POST', `${path}/approve`, { body: {} })
    const last = await orders(atAlpha, alpha)
    await screen.until(last)

    expect(refused.status).toBe(403)
    expect(screen.subjects).toHaveLength(2)
  })

  test('need a session', async () => {
    const answer = await world.anybody.send('GET', '/api/v1/events')
    expect(answer.status).toBe(401)
  })
})
