import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findProductByCode, productsById } from '../../../src/catalogue/index.js'
import { Cip13, Gtin14, Ucd13 } from '../../../src/kernel/codes.js'
import { type GroupingId, newId, ProductId } from '../../../src/kernel/ids.js'
import type { Context } from '../../../src/platform/context.js'
import { inReadTransaction } from '../../../src/platform/db/transaction.js'
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
  pharmacist = await world.as({ role: 'pharmacist', groupingId })
})
afterAll(() => world.close())

const TUBE = {
  kind: 'lab-consumable',
  denomination: 'TUBE EDTA 4 ml',
  storageClass: 'ambient',
  vatBasisPoints: 2000,
  presentations: [{ label: 'boîte de 100', gtin14: '00382903678693', unitsPerPack: 100 }],
}
const audits = (subjectId: string) =>
  world.owner.prisma.auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })

describe('a product the public database does not publish', () => {
  test('is added with its codes and its VAT rate, audited, and found at once by its box', async () => {
    await app.search.snapshot()
    const { status, body } = await app.call(pharmacist, 'POST', '/products', TUBE)

    expect(status).toBe(201)
    expect(body).toMatchObject({
      cis: null,
      denomination: 'TUBE EDTA 4 ml',
      minimumShelfLifeDays: 7,
      presentations: [{ gtin14: '00382903678693', unitsPerPack: 100 }],
      vatRates: [{ fromOn: '2000-01-01', toOn: null, basisPoints: 2000 }],
    })
    expect((await audits(String(body['id']))).map(({ action }) => action)).toEqual([
      'product.created',
    ])
    const find = () => app.call(pharmacist, 'GET', '/products?search=tube%20edta')
    // The clock stands still: nothing but the change itself makes the search look again.
    await expect.poll(async () => (await find()).body['items']).toMatchObject([{ id: body['id'] }])
  })

  test('with a CIP13 can be scanned by the GTIN printed on the box', async () => {
    const input = {
      ...TUBE,
      kind: 'medicine',
      presentations: [{ label: 'boîte', cip13: '3400930039946', unitsPerPack: 14 }],
    }
    const { body } = await app.call(pharmacist, 'POST', '/products', input)
    expect(body).toMatchObject({ presentations: [{ gtin14: '03400930039946' }] })
  })

  test.each([
    ['presentations.0.cip13', { cip13: '3400930039947' }],
    ['presentations.0.gtin14', { gtin14: '00382903678694' }],
    ['presentations.0.ucd13', { ucd13: '3400930039946' }],
    ['presentations.0.unitsPerPack', { unitsPerPack: 0 }],
    ['presentations.0.gtin14', { cip13: '3400949497294', gtin14: '00382903678693' }],
  ])('is refused by the field %s', async (path, wrong) => {
    const count = await world.owner.prisma.product.count()
    const presentations = [{ label: 'boîte', unitsPerPack: 1, ...wrong }]
    const answer = await app.call(pharmacist, 'POST', '/products', { ...TUBE, presentations })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path }] } })
    expect(await world.owner.prisma.product.count()).toBe(count)
  })

  test('is added once when two people enter it at the same moment', async () => {
    const presentations = [{ label: 'boîte', gtin14: '03770000000023', unitsPerPack: 1 }]
    const enter = () => app.call(pharmacist, 'POST', '/products', { ...TUBE, presentations })
    const answers = await Promise.all([enter(), enter(), enter()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  })

  test('is refused when another pack carries its code', async () => {
    const answer = await app.call(pharmacist, 'POST', '/products', TUBE)
    expect(answer).toMatchObject({ status: 409, body: { code: 'duplicate' } })
    expect(JSON.stringify(answer.body)).toContain('presentations.0.gtin14')
  })
})

describe('what the pharmacy decides about a product', () => {
  test('changes, with before and after in the audit trail', async () => {
    const id = await world.given.product({ minimumShelfLifeDays: 7 })
    const change = { storageClass: 'cold', minimumShelfLifeDays: 30, requiresFourEyes: false }
    const { body } = await app.call(pharmacist, 'PATCH', `/products/${id}`, change)

    expect(body).toMatchObject({ storageClass: 'cold', minimumShelfLifeDays: 30 })
    const [entry] = await audits(id)
    expect(entry).toMatchObject({
      action: 'product.changed',
      actorId: pharmacist.actor.userId,
      details: {
        before: { storageClass: 'ambient', minimumShelfLifeDays: 7 },
        after: { storageClass: 'cold', minimumShelfLifeDays: 30 },
      },
    })
  })

  test('leaves no trace when nothing changes', async () => {
    const id = await world.given.product()
    await app.call(pharmacist, 'PATCH', `/products/${id}`, { storageClass: 'ambient' })
    expect(await audits(id)).toEqual([])
  })

  test('needs a reason to override the narcotic flag', async () => {
    const id = await world.given.product()
    const path = `/products/${id}`
    const bare = await app.call(pharmacist, 'PATCH', path, { isNarcotic: true })
    expect(bare).toMatchObject({ status: 422, body: { errors: [{ path: 'reason' }] } })

    const reason = 'Assimilé stupéfiant'
    await app.call(pharmacist, 'PATCH', path, { isNarcotic: true, reason })
    expect(await audits(id)).toMatchObject([
      { details: { before: { isNarcotic: false }, after: { isNarcotic: true }, reason } },
    ])
  })

  test('does not include what the public database publishes', async () => {
    const id = await world.given.product()
    await world.owner.prisma.product.update({ where: { id }, data: { cis: '60000123' } })
    const answer = await app.call(pharmacist, 'PATCH', `/products/${id}`, { denomination: 'X' })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'denomination' }] } })
  })

  test('includes how many units a pack holds, for a pack of this product only', async () => {
    const id = await world.given.product({ unitsPerPack: 1 })
    const other = await world.given.product()
    const pack = await world.owner.prisma.presentation.findFirstOrThrow({
      where: { productId: id },
    })
    const path = `/products/${id}/presentations/${pack.id}`
    const { body } = await app.call(pharmacist, 'PATCH', path, { unitsPerPack: 30 })
    expect(body).toMatchObject({ presentations: [{ id: pack.id, unitsPerPack: 30 }] })
    expect(await audits(pack.id)).toMatchObject([
      { details: { before: { unitsPerPack: 1 }, after: { unitsPerPack: 30 } } },
    ])
    const elsewhere = `/products/${other}/presentations/${pack.id}`
    const answer = await app.call(pharmacist, 'PATCH', elsewhere, { unitsPerPack: 2 })
    expect(answer.status).toBe(404)
  })

  test('dates a VAT rate, ends the one before, and never rewrites the past', async () => {
    const { body } = await app.call(pharmacist, 'POST', '/products', {
      ...TUBE,
      presentations: [{ label: 'sachet', unitsPerPack: 1 }],
    })
    const path = `/products/${body['id']}/vat-rates`
    const set = await app.call(pharmacist, 'POST', path, { fromOn: '2026-04-01', basisPoints: 550 })
    expect(set).toMatchObject({
      status: 201,
      body: {
        vatRates: [
          { fromOn: '2026-04-01', toOn: null, basisPoints: 550 },
          { fromOn: '2000-01-01', toOn: '2026-03-31', basisPoints: 2000 },
        ],
      },
    })
    const past = await app.call(pharmacist, 'POST', path, {
      fromOn: '2026-04-01',
      basisPoints: 210,
    })
    expect(past).toMatchObject({ status: 422, body: { errors: [{ path: 'fromOn' }] } })
  })

  test('is nobody else’s: not a requester’s, not one establishment’s administrator’s', async () => {
    const id = await world.given.product()
    const { establishmentId } = await world.given.member(groupingId)
    for (const role of ['requester', 'administrator'] as const) {
      const ctx = await world.as({ role, groupingId, establishmentId })
      const change = { storageClass: 'cold' }
      expect((await app.call(ctx, 'PATCH', `/products/${id}`, change)).status).toBe(403)
      expect((await app.call(ctx, 'POST', '/products', TUBE)).status).toBe(403)
      const rate = { fromOn: '2026-04-01', basisPoints: 550 }
      expect((await app.call(ctx, 'POST', `/products/${id}/vat-rates`, rate)).status).toBe(403)
      expect((await app.call(ctx, 'GET', `/products/${id}`)).status).toBe(200)
    }
  })
})

describe('looking a product up', () => {
  test('finds it by CIP13, GTIN and UCD13, and by id', async () => {
    const id = await world.given.product({ unitsPerPack: 28 })
    const pack = await world.owner.prisma.presentation.update({
      where: { cip13: await cip13Of(id) },
      data: { ucd13: '3400892083926' },
    })
    const found = { product: { id }, presentation: { id: pack.id, unitsPerPack: 28 } }
    await inReadTransaction(pharmacist, async (tx) => {
      const cip13 = Cip13.parse(pack.cip13)
      expect(await findProductByCode(tx, { cip13 })).toMatchObject(found)
      const gtin14 = Gtin14.parse(pack.gtin14)
      expect(await findProductByCode(tx, { gtin14 })).toMatchObject(found)
      const ucd13 = Ucd13.parse('3400892083926')
      expect(await findProductByCode(tx, { ucd13 })).toMatchObject(found)
      expect(await findProductByCode(tx, { cip13: Cip13.parse('3400935955838') })).toBeUndefined()

      const byId = await productsById(tx, [id, id, newId(ProductId)])
      expect([...byId.keys()]).toEqual([id])
    })
  })

  const cip13Of = async (productId: string): Promise<string> => {
    const pack = await world.owner.prisma.presentation.findFirstOrThrow({ where: { productId } })
    return pack.cip13 ?? ''
  }
})
