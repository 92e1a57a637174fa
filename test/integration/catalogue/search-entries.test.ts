import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSearchIndex } from '../../../src/catalogue/search/build-index.js'
import { loadSearchEntries } from '../../../src/catalogue/search/load-entries.js'
import { openWorld, type World } from '../../builders/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a product is found by its name and by each of its codes, unless withdrawn', async () => {
  const id = await world.given.product()
  const withdrawn = await world.given.product()
  await world.owner.prisma.product.update({
    where: { id: withdrawn },
    data: { status: 'withdrawn' },
  })
  const product = await world.owner.prisma.product.update({
    where: { id },
    data: { cis: '60000001', inn: 'SULFATE DE MORPHINE' },
    include: { presentations: true },
  })

  const index = buildSearchIndex(await loadSearchEntries(world.db.prisma))

  expect(index.size).toBe(1)
  expect(index.search('morph')).toEqual([{ id, matchedCode: null }])
  expect(index.search('60000001')).toEqual([{ id, matchedCode: '60000001' }])
  const cip13 = product.presentations[0]?.cip13 ?? ''
  expect(index.search(cip13)).toEqual([{ id, matchedCode: cip13 }])
})
