import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../../src/platform/context.js'
import { openWorld, type World } from '../../builders/world.js'
import { type CatalogueApp, openCatalogueApp } from './catalogue-app.js'

let world: World
let app: CatalogueApp
let anybody: Context

const PRODUCTS = [
  { name: 'DOLIPRANE 1000 mg, comprimé', inn: 'PARACÉTAMOL', narcotic: false, storage: 'ambient' },
  {
    name: 'ACTISKENAN 10 mg, gélule',
    inn: 'SULFATE DE MORPHINE',
    narcotic: true,
    storage: 'ambient',
  },
  { name: 'MORPHINE AGUETTANT 10 mg/mL', inn: 'MORPHINE', narcotic: true, storage: 'ambient' },
  { name: 'LANTUS 100 unités/ml', inn: 'INSULINE GLARGINE', narcotic: false, storage: 'cold' },
  { name: 'ŒSTRODOSE 0,06 %, gel', inn: 'ESTRADIOL', narcotic: false, storage: 'ambient' },
  { name: 'ZZZ RETIRÉ', inn: 'ANCIEN', narcotic: false, storage: 'ambient', status: 'withdrawn' },
] as const
const ids = new Map<string, string>()

async function give(product: (typeof PRODUCTS)[number]): Promise<void> {
  const id = await world.given.product({ unitsPerPack: 16 })
  ids.set(product.name, id)
  await world.owner.prisma.product.update({
    where: { id },
    data: {
      denomination: product.name,
      inn: product.inn,
      isNarcotic: product.narcotic,
      storageClass: product.storage,
      status: 'status' in product ? product.status : 'marketed',
    },
  })
}

beforeAll(async () => {
  world = await openWorld({ connections: 6 })
  app = openCatalogueApp(world)
  const groupingId = await world.given.grouping()
  const { establishmentId } = await world.given.member(groupingId)
  anybody = await world.as({ role: 'receiver', groupingId, establishmentId })
  for (const product of PRODUCTS) await give(product)
})
afterAll(() => world.close())

const names = async (query: string): Promise<string[]> => {
  const { status, body } = await app.call(anybody, 'GET', `/products?${query}`)
  expect(status).toBe(200)
  return (body['items'] as { denomination: string }[]).map(({ denomination }) => denomination)
}
const find = (typed: string) => names(`search=${encodeURIComponent(typed)}`)

describe('searching the catalogue', () => {
  test.each([
    ['doliprane', 'DOLIPRANE 1000 mg, comprimé'],
    ['paracetamol', 'DOLIPRANE 1000 mg, comprimé'],
    ['Paracétamol 1 g', 'DOLIPRANE 1000 mg, comprimé'],
    ['oestro', 'ŒSTRODOSE 0,06 %, gel'],
    ['dolirpane', 'DOLIPRANE 1000 mg, comprimé'],
    ['gelule morph', 'ACTISKENAN 10 mg, gélule'],
    ['insuline', 'LANTUS 100 unités/ml'],
  ])('finds what « %s » means', async (typed, name) => {
    expect((await find(typed))[0]).toBe(name)
  })

  test('finds a box by its CIP13 or its GTIN and says which code matched', async () => {
    const pack = await world.owner.prisma.presentation.findFirstOrThrow({
      where: { productId: ids.get('LANTUS 100 unités/ml') ?? '' },
    })
    for (const code of [pack.cip13, pack.gtin14]) {
      const { body } = await app.call(anybody, 'GET', `/products?search=${code}`)
      expect(body['items']).toMatchObject([
        {
          denomination: 'LANTUS 100 unités/ml',
          matchedCode: pack.cip13,
          storageClass: 'cold',
          supplyStatus: 'normal',
          presentations: [{ cip13: pack.cip13, unitsPerPack: 16 }],
        },
      ])
    }
  })

  test('finds a product by its CIS, CIP7 and UCD13 too, unless withdrawn', async () => {
    const id = ids.get('MORPHINE AGUETTANT 10 mg/mL') ?? ''
    const withdrawn = ids.get('ZZZ RETIRÉ') ?? ''
    const codes = { cip7: '3638157', ucd13: '3400892083926' }
    for (const [productId, cis] of [
      [id, '60000001'],
      [withdrawn, '60000002'],
    ] as const) {
      await world.owner.prisma.product.update({ where: { id: productId }, data: { cis } })
      await world.owner.prisma.presentation.updateMany({ where: { productId }, data: codes })
    }
    await app.search.refresh()
    for (const code of ['60000001', codes.cip7, codes.ucd13]) {
      expect(await find(code)).toEqual(['MORPHINE AGUETTANT 10 mg/mL'])
    }
    expect(await find('60000002')).toEqual([])
    expect(await find('zzz retire')).toEqual([])
  })

  test('keeps to the filters, which may not hide a match behind better ones', async () => {
    expect(await names('search=m&limit=1&narcotic=false')).toEqual([])
    expect(await names('search=1&storageClass=cold')).toEqual(['LANTUS 100 unités/ml'])
    expect(await names('search=morphine&narcotic=true&limit=1')).toEqual([
      'MORPHINE AGUETTANT 10 mg/mL',
    ])
    expect(await names('narcotic=true')).toEqual([
      'ACTISKENAN 10 mg, gélule',
      'MORPHINE AGUETTANT 10 mg/mL',
    ])
  })

  test('pages through everything by name, once each, without the withdrawn', async () => {
    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await app.call(anybody, 'GET', `/products?limit=2${cursor}`)
      seen.push(...(body['items'] as { denomination: string }[]).map((one) => one.denomination))
      cursor = body['nextCursor'] === undefined ? '' : `&cursor=${body['nextCursor']}`
    } while (cursor !== '')
    expect(seen).toEqual([
      'ACTISKENAN 10 mg, gélule',
      'DOLIPRANE 1000 mg, comprimé',
      'LANTUS 100 unités/ml',
      'MORPHINE AGUETTANT 10 mg/mL',
      'ŒSTRODOSE 0,06 %, gel',
    ])
    expect(await names('status=withdrawn')).toEqual(['ZZZ RETIRÉ'])
  })

  test('refuses a cursor nobody gave and a filter nobody knows, by name', async () => {
    const unknown = '01999c3e-5d0a-7cc1-8a3c-0d9f6a1b2c3d'
    const cursor = await app.call(anybody, 'GET', `/products?cursor=${unknown}`)
    expect(cursor).toMatchObject({ status: 422, body: { errors: [{ path: 'cursor' }] } })
    const filter = await app.call(anybody, 'GET', '/products?storageClass=warm')
    expect(filter).toMatchObject({ status: 422, body: { errors: [{ path: 'storageClass' }] } })
  })
})

describe('a change made by another process', () => {
  test('is served after a refresh, a new name found and the former one gone', async () => {
    const id = ids.get('ŒSTRODOSE 0,06 %, gel') ?? ''
    const former = await app.search.snapshot()
    await world.owner.prisma.product.update({ where: { id }, data: { denomination: 'PROVAMES' } })
    expect(await find('provames')).toEqual([])

    await app.search.refresh()

    expect(await find('provames')).toEqual(['PROVAMES'])
    expect(await find('oestrodose')).toEqual([])
    expect(former.byId.get(id)?.denomination).toBe('ŒSTRODOSE 0,06 %, gel')
  })

  test('that leaves the words alone keeps the index and renews what is shown', async () => {
    const id = ids.get('DOLIPRANE 1000 mg, comprimé') ?? ''
    const former = await app.search.snapshot()
    await world.owner.prisma.product.update({ where: { id }, data: { supplyStatus: 'shortage' } })

    await app.search.refresh()

    const now = await app.search.snapshot()
    expect(now.index).toBe(former.index)
    expect(now.byId.get(id)?.supplyStatus).toBe('shortage')
  })

  test('is noticed by itself once the time to look again has come', async () => {
    const id = ids.get('LANTUS 100 unités/ml') ?? ''
    await world.owner.prisma.product.update({ where: { id }, data: { denomination: 'TOUJEO' } })
    world.clock.advance({ minutes: 1 })
    await app.search.snapshot()
    await expect.poll(() => find('toujeo')).toEqual(['TOUJEO'])
  })

  test('does not reload what did not change', async () => {
    const former = await app.search.snapshot()
    await app.search.refresh()
    expect(await app.search.snapshot()).toBe(former)
  })
})
