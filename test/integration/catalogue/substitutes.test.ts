import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GroupingId, ProductId } from '../../../src/kernel/ids.js'
import type { Context } from '../../../src/platform/context.js'
import { openWorld, type World } from '../../builders/world.js'
import { type CatalogueApp, openCatalogueApp } from './catalogue-app.js'

let world: World
let app: CatalogueApp
let groupingId: GroupingId
let pharmacist: Context

beforeAll(async () => {
  world = await openWorld({ connections: 6 })
  app = openCatalogueApp(world)
  groupingId = await world.given.grouping()
  pharmacist = await world.as({ role: 'head-pharmacist', groupingId })
})
afterAll(() => world.close())

const pair = async () => {
  const productId = await world.given.product()
  const substituteId = await world.given.product()
  return { groupingId, productId, substituteId }
}
const substitutesSeenBy = async (ctx: Context, id: ProductId): Promise<unknown> =>
  (await app.call(ctx, 'GET', `/products/${id}`)).body['substitutes']

describe('substitutes', () => {
  test('are a grouping’s own: seen by it and its members, not by another', async () => {
    const key = await pair()
    const { establishmentId } = await world.given.member(groupingId)
    const member = await world.as({ role: 'requester', groupingId, establishmentId })
    const stranger = await world.as({
      role: 'head-pharmacist',
      groupingId: await world.given.grouping(),
    })

    const added = await app.call(pharmacist, 'POST', '/substitutes', {
      ...key,
      note: 'même dosage',
    })

    expect(added).toMatchObject({ status: 201, body: { ...key, note: 'même dosage' } })
    for (const ctx of [pharmacist, member]) {
      expect(await substitutesSeenBy(ctx, key.productId)).toMatchObject([key])
    }
    expect(await substitutesSeenBy(stranger, key.productId)).toEqual([])
    expect((await app.call(stranger, 'POST', '/substitutes', key)).status).toBe(404)
  })

  test('are taken off the list, audited both times', async () => {
    const key = await pair()
    await app.call(pharmacist, 'POST', '/substitutes', key)
    const path = `/substitutes/${groupingId}/${key.productId}/${key.substituteId}`

    expect((await app.call(pharmacist, 'DELETE', path)).status).toBe(200)

    expect(await substitutesSeenBy(pharmacist, key.productId)).toEqual([])
    expect((await app.call(pharmacist, 'DELETE', path)).status).toBe(404)
    const audits = await world.owner.prisma.auditEntry.findMany({
      where: { subjectId: key.productId },
      orderBy: { id: 'asc' },
    })
    expect(audits.map(({ action }) => action)).toEqual(['substitute.added', 'substitute.removed'])
  })

  test('refuse the same twice, a product for itself, and a product nobody knows', async () => {
    const key = await pair()
    await app.call(pharmacist, 'POST', '/substitutes', key)
    const twice = await app.call(pharmacist, 'POST', '/substitutes', key)
    expect(twice).toMatchObject({ status: 409, body: { code: 'duplicate' } })

    const itself = { ...key, substituteId: key.productId }
    const unknown = { ...key, substituteId: '01999c3e-5d0a-7cc1-8a3c-0d9f6a1b2c3d' }
    for (const wrong of [itself, unknown]) {
      const answer = await app.call(pharmacist, 'POST', '/substitutes', wrong)
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'substituteId' }] } })
    }
  })

  test('are decided by the hub alone', async () => {
    const key = await pair()
    const preparer = await world.as({ role: 'preparer', groupingId })
    expect((await app.call(preparer, 'POST', '/substitutes', key)).status).toBe(403)
  })
})
