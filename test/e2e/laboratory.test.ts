import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { IngestView } from '../../src/custody/schema.js'
import { ShipmentView } from '../../src/specimens/index.js'
import { hasNoBrowser, openBrowser } from './support/browser.js'
import { Person } from './support/person.js'
import { scan } from './support/scanner.js'
import { screenOf } from './support/signed-in.js'

const TUBES = ['EC90000001', 'EC90000002', 'EC90000003'] as const

describe.skipIf(hasNoBrowser)('tubes, from the ward to the bench', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('are packed and sealed, then received one by one, and nothing closes before the last', async () => {
    const ward = await screenOf(browser, 'cadre.fleurs')
    const bench = await screenOf(browser, 'technicien')
    const shipmentId = await pack(ward.page)
    const sender = await Person.signedIn('cadre.fleurs')
    const shipment = await sender.get(`/specimen-shipments/${shipmentId}`, ShipmentView)
    await carryToTheLaboratory(String(shipment.containerCode))

    const { page } = bench
    await page.goto('/laboratoire/reception')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await scan(page, TUBES[0])
    await page.waitForURL(`**/reception/${shipmentId}`)
    await page.getByLabel('Numéro du scellé lu').fill(String(shipment.sealNumber))
    await page.getByLabel('Température lue').fill('21,5')
    await page.getByRole('button', { name: 'Ouvrir le colis' }).click()
    await page.getByRole('heading', { name: `Reste ${TUBES.length} tubes` }).waitFor()
    for (const code of TUBES.slice(0, 2)) {
      await scan(page, code)
      await page.getByText(`${code} accepté`).first().waitFor()
    }
    await page.getByRole('button', { name: 'Clôturer la réception' }).click()
    await page.getByRole('alert').filter({ hasText: TUBES[2] }).first().waitFor()
    await page.getByRole('button', { name: `Manquant ${TUBES[2]}` }).click()
    await page.getByRole('button', { name: 'Enregistrer le verdict' }).click()
    await page.getByText(`${TUBES[2]} manquant`).first().waitFor()
    await page.getByRole('button', { name: 'Clôturer la réception' }).click()

    await ward.page.getByText('Rapproché').first().waitFor()
    const after = await sender.get(`/specimen-shipments/${shipmentId}`, ShipmentView)
    expect(after.tubes.map(({ code, state }) => [code, state]).sort()).toEqual([
      [TUBES[0], 'accepted'],
      [TUBES[1], 'accepted'],
      [TUBES[2], 'missing'],
    ])
    for (const { context, strangers, complaints } of [ward, bench]) {
      expect([strangers, complaints]).toEqual([[], []])
      await context.close()
    }
  })
})

async function pack(page: Page): Promise<string> {
  await page.goto('/etablissement/prelevements/nouveau')
  await page.getByRole('button', { name: 'Ouvrir le colis' }).click()
  for (const code of TUBES) {
    await page.getByLabel('Code du tube').fill(code)
    const exams = page.getByRole('combobox', { name: 'Examens' })
    await exams.click()
    await exams.fill('NFS')
    await page.getByRole('option', { name: /^NFS/ }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: 'Type de tube' }).fill('EDTA')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Maintenant', exact: true }).click()
    await page.getByRole('button', { name: 'Ajouter au colis' }).click()
    await page.getByText(`Tube ${code} ajouté`).first().waitFor()
  }
  const checks = ['Tubes fermés', 'Sachet étanche', 'Emballage extérieur', 'Bons d’examen']
  for (const check of checks) await page.getByLabel(new RegExp(`^${check}`)).check()
  await page.getByLabel('Numéro du scellé').fill('SP900001')
  const late = page.getByLabel('Motif d’envoi malgré le délai')
  if (await late.isVisible()) await late.fill('Laboratoire prévenu, ramassage avancé')
  await page.getByRole('button', { name: 'Sceller le colis' }).click()
  await page.getByText('Étiquette et bordereau').first().waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

const Groupings = z.object({
  items: z.array(z.object({ kind: z.string(), hubEstablishmentId: z.string().nullable() })),
})

/** The telephone's part has tests of its own: here its events arrive as it sends them. */
async function carryToTheLaboratory(containerCode: string): Promise<void> {
  const courier = await Person.signedIn('coursier')
  const { items } = await courier.get('/groupings', Groupings)
  const hub = items.find(({ kind }) => kind === 'laboratory')?.hubEstablishmentId
  const deviceAt = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString()
  const events = (['picked-up', 'dropped-off'] as const).map((kind, index) => ({
    eventId: randomUUID(),
    sequence: index + 1,
    kind,
    containerCode,
    deviceAt: deviceAt(index - 1),
    inputMode: 'camera',
    ...(kind === 'dropped-off' && { placeEstablishmentId: hub }),
  }))
  const body = { deviceId: randomUUID(), sentAt: deviceAt(0), events }
  const { counts } = await courier.post('/custody-events', IngestView, body)
  expect(counts).toMatchObject({ accepted: 2 })
}
