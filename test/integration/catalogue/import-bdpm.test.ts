import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadBdpmFolder } from '../../../src/catalogue/bdpm/load-folder.js'
import { importBdpm } from '../../../src/catalogue/import-bdpm.js'
import type { Context } from '../../../src/platform/context.js'
import { openWorld, type World } from '../../builders/world.js'
import { referenceFolder } from '../../reference-data.js'

interface Medicine {
  readonly cis: string
  readonly name: string
  readonly condition?: string
  readonly atc?: string
  readonly packs: readonly { cip13: string; label: string; approval: string; price: string }[]
}

const pack = (cip13: string, rest: Partial<Medicine['packs'][number]> = {}) => ({
  cip13,
  label: 'plaquette(s) PVC-Aluminium de 14 gélule(s)',
  approval: 'oui',
  price: '2,58',
  ...rest,
})

const MORPHINE: Medicine = {
  cis: '60000001',
  name: 'ACTISKENAN 10 mg, gélule',
  condition: 'stupéfiants',
  atc: 'N02AA01',
  packs: [pack('3400930039946')],
}
const INSULIN: Medicine = {
  cis: '60000002',
  name: 'LANTUS 100 unités/ml, solution injectable',
  condition: 'liste II',
  atc: 'A10AE04',
  packs: [pack('3400949497294', { label: '5 cartouche(s) en verre de 3 ml', price: '1,466,29' })],
}

/** The published files of an edition with these medicines. */
function edition(...medicines: Medicine[]): ReadonlyMap<string, Uint8Array> {
  const file = (rows: readonly (readonly string[])[]) =>
    Buffer.from(rows.map((cells) => `${cells.join('\t')}\r\n`).join(''))
  const packs = medicines.flatMap(({ cis, packs: all }) => all.map((one) => ({ cis, ...one })))
  return new Map([
    [
      'CIS_bdpm.txt',
      file(
        medicines.map(({ cis, name }) => [
          ...[cis, name, 'gélule', 'orale', 'Autorisation active', 'Procédure nationale'],
          ...['Commercialisée', '16/03/2011', '', '', ' LABO', 'Non'],
        ]),
      ),
    ],
    [
      'CIS_CIP_bdpm.txt',
      file(
        packs.map(({ cis, cip13, label, approval, price }) => [
          ...[cis, cip13.slice(5, 12), label, 'Présentation active'],
          ...['Déclaration de commercialisation', '16/03/2011', cip13, approval, '65%', price],
        ]),
      ),
    ],
    [
      'CIS_COMPO_bdpm.txt',
      file(medicines.map(({ cis }) => [cis, 'gélule', '1', 'SUBSTANCE', '10 mg', '', 'SA', '1'])),
    ],
    ['CIS_CPD_bdpm.txt', file(medicines.map(({ cis, condition = 'liste I' }) => [cis, condition]))],
    ['CIS_MITM.txt', file(medicines.flatMap(({ cis, atc }) => (atc ? [[cis, atc]] : [])))],
    [
      'CIS_CIP_Dispo_Spec.txt',
      file([['60000001', '', '2', 'Tension', '01/02/2026', '02/02/2026']]),
    ],
  ])
}

// An edition is the whole catalogue: what one test imports would leave in the next one's.
let world: World
beforeEach(async () => {
  world = await openWorld({ connections: 4 })
})
afterEach(() => world.close())

const pharmacist = async (): Promise<Context> =>
  world.as({ role: 'pharmacist', groupingId: await world.given.grouping() })

const product = (cis: string) =>
  world.owner.prisma.product.findUniqueOrThrow({
    where: { cis },
    include: { presentations: true, vatRates: { orderBy: { fromOn: 'asc' } } },
  })

const NOTHING = { added: 0, changed: 0, left: 0 }

describe('importing the public medicines database', () => {
  test('fills the catalogue, records the import and audits it', async () => {
    const ctx = await pharmacist()
    const phases: string[] = []

    const report = await importBdpm(ctx, edition(MORPHINE, INSULIN), {
      name: 'juin 2026',
      onProgress: ({ phase }) => phases.push(phase),
    })

    expect(report.products).toMatchObject({ added: 2, changed: 0, left: 0, unchanged: 0 })
    expect(report.presentations).toMatchObject({ added: 2, changed: 0, left: 0, unchanged: 0 })
    expect(phases).toEqual(['read', 'compared', 'written', 'written'])
    expect(await product('60000001')).toMatchObject({
      kind: 'medicine',
      inn: 'SUBSTANCE',
      strength: '10 mg',
      holders: ['LABO'],
      isNarcotic: true,
      storageClass: 'ambient',
      supplyStatus: 'tension',
      status: 'marketed',
      presentations: [
        {
          cip13: '3400930039946',
          gtin14: '03400930039946',
          unitsPerPack: 14,
          approvedForCollectivities: 'yes',
          publicPriceCents: 258n,
          reimbursementRate: 65,
          status: 'marketed',
        },
      ],
      vatRates: [{ basisPoints: 210, toOn: null }],
    })
    expect(await product('60000002')).toMatchObject({
      storageClass: 'cold',
      presentations: [{ unitsPerPack: 5, publicPriceCents: 146629n }],
    })
    const row = await world.owner.prisma.catalogueImport.findUniqueOrThrow({
      where: { id: report.importId },
    })
    expect(row).toMatchObject({
      source: 'juin 2026',
      state: 'completed',
      startedById: ctx.actor.userId,
    })
    const audits = await world.owner.prisma.auditEntry.findMany({
      where: { subjectId: report.importId },
    })
    expect(audits.map(({ action }) => action)).toEqual(['catalogue.imported'])
  })

  test('changes nothing when the same edition comes again', async () => {
    const ctx = await pharmacist()
    await importBdpm(ctx, edition(MORPHINE, INSULIN))
    const before = await product('60000001')
    world.clock.advance({ days: 1 })

    const again = await importBdpm(ctx, edition(MORPHINE, INSULIN))

    expect(again.products).toMatchObject({ ...NOTHING, unchanged: 2 })
    expect(again.presentations).toMatchObject({ ...NOTHING, unchanged: 2 })
    expect(await product('60000001')).toEqual(before)
  })

  test('withdraws what left, keeps its row, and welcomes it back', async () => {
    const ctx = await pharmacist()
    await importBdpm(ctx, edition(MORPHINE, INSULIN))
    const { id } = await product('60000002')

    const without = await importBdpm(ctx, edition(MORPHINE))
    expect(without.products).toMatchObject({ left: 1, samples: { left: ['60000002'] } })
    expect(without.presentations).toMatchObject({ left: 1, samples: { left: ['3400949497294'] } })
    expect(await product('60000002')).toMatchObject({
      id,
      status: 'withdrawn',
      presentations: [{ status: 'withdrawn' }],
    })
    expect((await importBdpm(ctx, edition(MORPHINE))).products).toMatchObject(NOTHING)

    const back = await importBdpm(ctx, edition(MORPHINE, INSULIN))
    expect(back.products).toMatchObject({ added: 0, changed: 1, left: 0 })
    expect(await product('60000002')).toMatchObject({ id, status: 'marketed' })
  })

  test('keeps what the pharmacist decided', async () => {
    const ctx = await pharmacist()
    await importBdpm(ctx, edition(MORPHINE, INSULIN))
    await world.owner.prisma.product.update({
      where: { cis: '60000002' },
      data: { storageClass: 'ambient', isNarcotic: true },
    })
    await world.owner.prisma.presentation.update({
      where: { cip13: '3400949497294' },
      data: { unitsPerPack: 10 },
    })

    const next = await importBdpm(ctx, edition(MORPHINE, { ...INSULIN, name: 'LANTUS NOUVEAU' }))

    expect(next.products.samples.changed).toEqual([
      { code: '60000002', fields: ['denomination', 'strength'] },
    ])
    expect(await product('60000002')).toMatchObject({
      denomination: 'LANTUS NOUVEAU',
      storageClass: 'ambient',
      isNarcotic: true,
      presentations: [{ unitsPerPack: 10 }],
    })
  })

  test('dates a VAT rate from the day the approval changes', async () => {
    const ctx = await pharmacist()
    const approved: Medicine = { ...INSULIN, cis: '60000009', packs: [pack('3400936381575')] }
    await importBdpm(ctx, edition(MORPHINE, approved))
    world.clock.set('2026-05-10T08:00:00Z')

    const refused = { ...approved, packs: [pack('3400936381575', { approval: 'non' })] }
    await importBdpm(ctx, edition(MORPHINE, refused))
    await importBdpm(ctx, edition(MORPHINE, refused))

    const day = (text: string) => new Date(`${text}T00:00:00Z`)
    expect((await product('60000009')).vatRates).toMatchObject([
      { fromOn: day('2000-01-01'), toOn: day('2026-05-09'), basisPoints: 210 },
      { fromOn: day('2026-05-10'), toOn: null, basisPoints: 1000 },
    ])
  })

  test('writes nothing when a file cannot be read', async () => {
    const ctx = await pharmacist()
    const imports = await world.owner.prisma.catalogueImport.count()
    const broken = new Map(edition(MORPHINE)).set('CIS_CPD_bdpm.txt', Buffer.from('<html>'))

    await expect(importBdpm(ctx, broken)).rejects.toMatchObject({ code: 'import-unreadable' })
    expect(await world.owner.prisma.catalogueImport.count()).toBe(imports)
  })

  test('is refused to somebody who only receives', async () => {
    const ctx = await world.as({ role: 'receiver', groupingId: await world.given.grouping() })
    await expect(importBdpm(ctx, edition(MORPHINE))).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('two imports at once both end, and the second changes nothing', async () => {
    const ctx = await pharmacist()
    const fresh: Medicine = { ...MORPHINE, cis: '60000077', packs: [pack('3400935955838')] }
    const reports = await Promise.all([
      importBdpm(ctx, edition(MORPHINE, fresh)),
      importBdpm(ctx, edition(MORPHINE, fresh)),
    ])
    expect(reports.map(({ products }) => products.added).sort()).toEqual([0, 2])
  })
})

const FOLDER = referenceFolder('bdpm')

describe.skipIf(FOLDER === undefined)('importing the whole edition of July 2025', () => {
  test('works, and a second time changes nothing', { timeout: 120_000 }, async () => {
    const ctx = await pharmacist()
    const source = await loadBdpmFolder(FOLDER ?? '')
    const first = await importBdpm(ctx, source)
    expect(first).toMatchObject({
      products: { added: 15_788 },
      orphans: 3,
      invalidCodes: 0,
    })
    const again = await importBdpm(ctx, source)
    expect(again.products).toMatchObject({ ...NOTHING, unchanged: 15_788 })
    expect(again.presentations).toMatchObject({ ...NOTHING, unchanged: 20_879 })
  })
})
