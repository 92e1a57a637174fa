import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FoundItem, FoundItems } from '../../../src/finding/schema.js'
import { GroupingId } from '../../../src/kernel/ids.js'
import type { Caller } from '../../builders/caller.js'
import { openHttpWorld } from '../../builders/http.js'
import { type Alliance, foundAlliance } from '../http/story/alliance.js'
import { playEverything } from '../http/story/play.js'

const GS = '\u001d'

let alliance: Alliance
let ids: Record<string, string>
let names: Awaited<ReturnType<typeof namesOf>>
beforeAll(async () => {
  alliance = await foundAlliance(await openHttpWorld())
  ids = await playEverything(alliance)
  names = await namesOf(alliance, ids)
}, 120_000)
afterAll(() => alliance.world.close())

/** What is printed on what the story made. */
async function namesOf({ world }: Alliance, known: Readonly<Record<string, string>>) {
  const { prisma } = world.owner
  const byId = (id: string | undefined) => ({ where: { id: id ?? '' } })
  const order = await prisma.supplyOrder.findUniqueOrThrow(byId(known['orders']))
  const delivery = await prisma.delivery.findUniqueOrThrow(byId(known['deliveries']))
  const note = await prisma.document.findUniqueOrThrow(byId(delivery.noteId ?? ''))
  const tote = await prisma.tote.findFirstOrThrow({ where: { deliveryId: delivery.id } })
  const shipment = await prisma.specimenShipment.findUniqueOrThrow(
    byId(known['specimen-shipments']),
  )
  const tube = await prisma.tube.findFirstOrThrow({ where: { shipmentId: shipment.id } })
  const run = await prisma.run.findUniqueOrThrow(byId(known['runs']))
  const lot = await prisma.lot.findUniqueOrThrow(byId(known['lotId']))
  const pack = await prisma.presentation.findUniqueOrThrow(byId(known['presentationId']))
  const site = await prisma.establishment.findUniqueOrThrow(byId(known['establishmentId']))
  return { order, delivery, note, tote, shipment, tube, run, lot, pack, site }
}

const find = async (caller: Caller, q: string): Promise<FoundItem[]> => {
  const { items } = await caller.get(`/search?${new URLSearchParams({ q })}`, FoundItems)
  return items
}
const kindsAndIds = (items: readonly FoundItem[]) => items.map(({ kind, id }) => `${kind} ${id}`)
const exact = (items: readonly FoundItem[]) => items.filter(({ isExact }) => isExact)

describe('whoever works at the hub', () => {
  test('finds an order by its number, in whatever way it is typed', async () => {
    const { number, id } = names.order
    const [, year = '', sequence = ''] = number.split('-')
    const short = String(Number(sequence))
    const ways = [
      number,
      ` ${number.toLowerCase()} `,
      `c ${year} ${short}`,
      `c${year}-${short}`,
      `]C1${number}`,
    ]
    for (const q of ways) {
      expect([q, kindsAndIds(await find(alliance.cast.pharmacist, q))]).toEqual([
        q,
        [`order ${id}`],
      ])
    }
  })

  test('finds what a number ends with, whatever its kind', async () => {
    const found = await find(alliance.cast.pharmacist, '00001')

    expect(new Set(exact(found).map(({ kind }) => kind))).toEqual(
      new Set(['order', 'delivery', 'document', 'run']),
    )
  })

  test('finds a delivery and its note by the barcode of the note', async () => {
    const { delivery, note, order, site } = names
    const found = await find(alliance.cast.preparer, note.number ?? '')

    expect(found).toEqual([
      {
        ...{ kind: 'delivery', id: delivery.id, title: note.number, subtitle: site.shortName },
        ...{ groupingId: alliance.pharmacyId, state: 'received', day: null, isExact: true },
        relatedId: order.id,
      },
      {
        ...{ kind: 'document', id: note.id, title: note.number, subtitle: note.title },
        ...{ groupingId: alliance.pharmacyId, state: 'pdf', day: '2026-03-12', isExact: true },
        relatedId: delivery.id,
      },
    ])
  })

  test('finds a tote by its label', async () => {
    const { tote, delivery } = names
    const [found] = await find(alliance.cast.courier, tote.code)

    expect(found).toMatchObject({
      kind: 'tote',
      id: tote.id,
      relatedId: delivery.id,
      isExact: true,
    })
  })

  test('finds a tote by the SSCC a carrier put on it', async () => {
    const sscc = '340123450000000017'
    const { tote } = names
    const { prisma } = alliance.world.owner
    await prisma.tote.update({ where: { id: tote.id }, data: { code: sscc } })
    for (const q of [`00${sscc}`, `]C100${sscc}`, sscc]) {
      expect(kindsAndIds(await find(alliance.cast.courier, q))).toEqual([`tote ${tote.id}`])
    }
    await prisma.tote.update({ where: { id: tote.id }, data: { code: tote.code } })
  })

  test('finds a shipment by its number and by the label of its container', async () => {
    const { shipment } = names
    const technician = alliance.cast['lab-technician']

    expect(kindsAndIds(await find(technician, shipment.number))).toContain(
      `shipment ${shipment.id}`,
    )
    expect(kindsAndIds(await find(technician, shipment.containerCode))).toEqual([
      `shipment ${shipment.id}`,
    ])
  })

  test('finds a tube by its code, with the shipment it travels in', async () => {
    const [found] = await find(alliance.cast['lab-technician'], 't-1')

    expect(found).toMatchObject({
      ...{ kind: 'tube', id: names.tube.id, title: 'T-1', relatedId: names.shipment.id },
    })
  })

  test('finds a run by its number, with its day', async () => {
    const { run } = names
    const found = await find(alliance.cast.dispatcher, run.number)

    expect(found.find(({ id }) => id === run.id)).toMatchObject({
      ...{ kind: 'run', id: run.id, subtitle: run.name, state: run.state },
      day: run.serviceOn.toISOString().slice(0, 10),
    })
  })

  test('finds a product by name without its accents, by substance and by CIP13', async () => {
    for (const q of ['paracetamol 1 g', names.pack.cip13 ?? names.pack.gtin14 ?? '']) {
      const found = await find(alliance.cast.preparer, q)
      expect([q, found[0]]).toMatchObject([q, { kind: 'product', id: ids['productId'] }])
    }
  })

  test('finds the product and the very lot of a box, by its DataMatrix', async () => {
    const gtin = names.pack.gtin14 ?? ''
    const scan = `]d201${gtin}17280131${'10'}${names.lot.lotNumber}${GS}21SERIE1`
    const found = await find(alliance.cast.preparer, scan)

    expect(kindsAndIds(found)).toEqual([`lot ${names.lot.id}`, `product ${ids['productId']}`])
    expect(found[0]).toMatchObject({ relatedId: ids['productId'], state: 'available' })
  })

  test('finds no lot of another product that has the same number', async () => {
    const { world, pharmacyId } = alliance
    const now = world.clock.now()
    const id = crypto.randomUUID()
    await world.owner.prisma.lot.create({
      data: {
        ...{ id, groupingId: pharmacyId, productId: ids['substituteId'] ?? '' },
        ...{ lotNumber: names.lot.lotNumber, expiresOn: new Date('2028-01-31'), createdAt: now },
      },
    })
    const scan = `01${names.pack.gtin14}10${names.lot.lotNumber}`

    expect(kindsAndIds(await find(alliance.cast.preparer, scan))).not.toContain(`lot ${id}`)
    expect(kindsAndIds(await find(alliance.cast.preparer, names.lot.lotNumber))).toEqual(
      expect.arrayContaining([`lot ${id}`, `lot ${names.lot.id}`]),
    )
  })

  test('finds an establishment by name, accents or not, and by FINESS', async () => {
    const { beta, cast } = alliance
    for (const q of ['EHPAD Bêta', 'ehpad beta', 'beta']) {
      const found = await find(cast.administrator, q)
      expect([q, kindsAndIds(found)]).toEqual([
        q,
        expect.arrayContaining([`establishment ${beta.establishmentId}`]),
      ])
    }
    const found = await find(cast.administrator, names.site.finessEt ?? '')
    expect(kindsAndIds(found)).toContain(`establishment ${names.site.id}`)
  })

  test('finds by the beginning of a number, and puts first what is called exactly so', async () => {
    const { number } = names.order
    const begun = await find(alliance.cast.pharmacist, number.slice(0, -1))

    expect(begun.map(({ kind, isExact }) => [kind, isExact])).toContainEqual(['order', false])
  })

  test('finds eight of a kind at most', async () => {
    const { world, pharmacyId } = alliance
    const now = world.clock.now()
    const lots = Array.from({ length: 12 }, (_, i) => ({
      ...{ id: crypto.randomUUID(), groupingId: pharmacyId, productId: ids['productId'] ?? '' },
      ...{ lotNumber: `ZZTOP${i}`, expiresOn: new Date('2028-01-31'), createdAt: now },
    }))
    await world.owner.prisma.lot.createMany({ data: lots })

    expect(await find(alliance.cast.preparer, 'zztop')).toHaveLength(8)
    const [first, ...others] = await find(alliance.cast.preparer, 'zztop1')
    expect(first).toMatchObject({ title: 'ZZTOP1', isExact: true })
    expect(others.map(({ title }) => title).toSorted()).toEqual(['ZZTOP10', 'ZZTOP11'])
  })

  test('is refused less than two characters, and a broken one', async () => {
    const { pharmacist } = alliance.cast
    for (const q of ['', 'C', '%00%00']) {
      const { status, body } = await pharmacist.send('GET', `/api/v1/search?q=${q}`)
      expect([q, status, body.code]).toEqual([q, 422, 'invalid-input'])
    }
  })

  test('is answered, and not refused, when a scan is cut or makes no sense', async () => {
    for (const q of ['0103400', ']d2%%%', `10${'X'.repeat(300)}`, "'; drop table lot --", '(())']) {
      expect(await find(alliance.cast.pharmacist, q)).toEqual(expect.any(Array))
    }
  })
})

describe('what a caller may not see', () => {
  /** Everything of Alpha that has a number or a code. */
  const secrets = () => [
    ...[names.order.number, names.note.number ?? '', names.tote.code, names.shipment.number],
    ...[names.shipment.containerCode, names.tube.code, names.lot.lotNumber],
    ...[names.order.number.slice(0, -1), '00001', '1'.padStart(5, '0')],
  ]
  const seenBy = async (caller: Caller) => {
    const all = await Promise.all(secrets().map((q) => find(caller, q)))
    return all.flat().filter(({ kind }) => kind !== 'product')
  }

  test('is not found by another member of the same groupings', async () => {
    const found = await seenBy(alliance.betaRequester)
    const { order, delivery, note, tote, shipment, tube } = names

    const own = [order, delivery, note, tote, shipment, tube].map(({ id }) => id)
    expect(found.filter(({ id }) => own.includes(id))).toEqual([])
    expect(found.filter(({ kind }) => kind !== 'run')).toEqual([])
  })

  test('is found by the member it belongs to, but for the lots of the hub', async () => {
    const found = await seenBy(alliance.cast.requester)
    const { order, delivery, note, tote, shipment, tube } = names

    expect(found.map(({ id }) => id)).toEqual(
      expect.arrayContaining([order, delivery, note, tote, shipment, tube].map(({ id }) => id)),
    )
    expect(found.map(({ kind }) => kind)).not.toContain('lot')
  })

  test('is not found by the hub of another grouping, which finds the shared catalogue', async () => {
    const groupingId = await alliance.world.given.grouping()
    const stranger = await alliance.world.person({ role: 'head-pharmacist', groupingId })

    expect(await seenBy(stranger)).toEqual([])
    expect(await find(stranger, 'Clinique Alpha')).toEqual([])
    expect((await find(stranger, 'paracetamol'))[0]?.kind).toBe('product')
  })

  test('is no lot for a role that may not read the stock', async () => {
    const found = await find(alliance.cast.courier, names.lot.lotNumber)

    expect(found.map(({ kind }) => kind)).not.toContain('lot')
  })

  test('is no run of another day, or of somebody else, for a courier', async () => {
    const { world, pharmacyId, cast } = alliance
    const { prisma } = world.owner
    const other = await world.given.user()
    const run = await prisma.run.findUniqueOrThrow({ where: { id: ids['runs'] ?? '' } })
    const before = { courierId: run.courierId }
    await prisma.run.update({ where: { id: run.id }, data: { courierId: other } })
    const courier = await world.person({
      role: 'courier',
      groupingId: GroupingId.parse(pharmacyId),
    })

    expect(await find(courier, run.number)).toEqual([])
    expect(kindsAndIds(await find(cast.dispatcher, run.number))).toContain(`run ${run.id}`)
    await prisma.run.update({ where: { id: run.id }, data: before })
  })

  test('is no establishment that shares no grouping with the caller', async () => {
    const { establishmentId } = await alliance.world.given.establishment('Clinique Étrangère')

    expect(await find(alliance.cast.administrator, 'Clinique Etrangere')).toEqual([])
    expect(establishmentId).toEqual(expect.any(String))
  })

  test('is for nobody without a session', async () => {
    const { status } = await alliance.world.anybody.send('GET', '/api/v1/search?q=C-2026-00001')

    expect(status).toBe(401)
  })
})
