import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RunView } from '../../src/courier/run-schema.js'
import { SignatureList } from '../../src/courier/signature-schema.js'
import { CustodyTimeline } from '../../src/custody/schema.js'
import { DeliveryView } from '../../src/deliveries/index.js'
import { OrderView } from '../../src/orders/index.js'
import { ShipmentView } from '../../src/specimens/index.js'
import {
  acceptTube,
  closeInVain,
  closeReception,
  declareMissing,
  openBag,
  refuseStranger,
  refuseTube,
} from './support/at-the-bench.js'
import { approve, dispatch, prepare, release } from './support/at-the-pharmacy.js'
import { placeOrder, receive, sendTubes, signInByPersona } from './support/at-the-ward.js'
import { breakConnection } from './support/broken-connection.js'
import { hasNoBrowser, openBrowser, openScreen, type Screen } from './support/browser.js'
import { planRound } from './support/courier-round.js'
import { Person } from './support/person.js'
import { screenOf } from './support/signed-in.js'
import { keeps, openReady, scanAs, sign, telephoneOf } from './support/telephone.js'

const TABLET = { viewport: { width: 1024, height: 768 } }

/** Some three hundred clicks of five people. */
const WHOLE_PATH_MS = 600_000

/** What the van carries: typed as ward managers type, one box of each; the last is cold. */
const WANTED = ['dolip', 'kardeg', 'lantus'] as const
/** Units in a box of each, as the public database says. */
const ONE_BOX_OF_EACH = [8, 30, 5] as const
/** What it brings back, and a tube that nobody announced. */
const [GOOD, HAEMOLYSED, ABSENT, STRANGER] = ['EC901', 'EC902', 'EC903', 'EC904'] as const
const TUBES = [GOOD, HAEMOLYSED, ABSENT] as const

describe.skipIf(hasNoBrowser)(
  'one order to the ward and one bag of tubes back, on five screens',
  () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await openBrowser()
    })
    afterAll(() => browser.close())

    test('each sees by itself what the one before has done', {
      timeout: WHOLE_PATH_MS,
    }, async () => {
      const run = await planRound('Tournée des cinq')
      const ward = await openScreen(browser)
      await signInByPersona(ward.page, /Cadre de santé/)
      const pharmacist = await screenOf(browser, 'pharmacien')
      const preparer = await screenOf(browser, 'preparateur', TABLET)
      const courier = await telephoneOf(browser)
      const technician = await screenOf(browser, 'technicien')
      const screens = [ward, pharmacist, preparer, courier, technician]
      await pharmacist.page.goto('/pharmacie/commandes?state=submitted')
      await preparer.page.goto('/pharmacie/preparation')
      await technician.page.goto('/laboratoire')
      await courier.page.goto('/tournee')

      const orderId = await placeOrder(ward.page, WANTED)
      const requester = await Person.signedIn('cadre.fleurs')
      const { number } = await requester.get(`/orders/${orderId}`, OrderView)
      await pharmacist.page.getByText(number).first().click()
      await approve(pharmacist.page)
      await preparer.page.getByText(number).first().click()
      await prepare(preparer.page)
      await openReady(courier.page, run)
      await release(pharmacist.page)

      const tubes = await ward.context.newPage()
      const shipmentId = await sendTubes(tubes, TUBES)
      const bag = await requester.get(`/specimen-shipments/${shipmentId}`, ShipmentView)
      await rowOf(technician.page, bag.number).getByText('Scellé').waitFor()

      await dispatch(pharmacist.page)
      await ward.page.getByText('Expédiée').first().waitFor()
      const load: Load = {
        run,
        totes: await totesOf(requester, orderId),
        bag: String(bag.containerCode),
      }
      const phone = await driveToTheWard(courier, load)
      await ward.page.getByText('Livrée').first().waitFor()
      await pharmacist.page.getByText('Remise').first().waitFor()
      await rowOf(technician.page, bag.number).getByText('En route').waitFor()
      await driveHome(phone, load)
      await rowOf(technician.page, bag.number).getByText('Arrivé').waitFor()

      await receive(ward.page, load.totes)
      await pharmacist.page
        .getByText(/Réceptionnée|Clôturée/)
        .first()
        .waitFor()
      await judge(technician.page, String(bag.sealNumber))
      await tubes.getByText('Rapproché').first().waitFor()
      await tubes.getByText('Hémolyse').first().waitFor()

      await expectAllAccountedFor(requester, orderId)
      await expectDrivenOnce(load)
      await expectEachTubeJudged(requester, shipmentId)
      for (const { strangers, complaints } of screens)
        expect([strangers, complaints]).toEqual([[], []])
      for (const { context } of screens) await context.close()
    })
  },
)

interface Load {
  readonly run: RunView
  readonly totes: readonly string[]
  readonly bag: string
}

const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })

async function totesOf(requester: Person, orderId: string): Promise<string[]> {
  const { deliveries } = await requester.get(`/orders/${orderId}`, OrderView)
  const { totes } = await requester.get(`/deliveries/${deliveries[0]?.id}`, DeliveryView)
  return totes.map(({ code }) => code)
}

/** In the cellar of the pharmacy and in that of the ward there is no network, and the telephone dies in between. */
async function driveToTheWard({ context, page }: Screen, load: Load): Promise<Page> {
  const { run, totes, bag } = load
  await page.getByText('2 bacs à remettre · 1 sachet à prendre').waitFor()
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Charger les bacs' }).click()
  for (const code of totes) await scanAs(page, code, 'loaded')
  for (const code of totes) await scanAs(page, code, 'already')
  await scanAs(page, 'CODE-INCONNU', 'unknown')
  await page.getByRole('link', { name: 'Chargement terminé' }).click()
  await page.getByRole('button', { name: 'Partir' }).click()
  await page.getByRole('link', { name: /^Arrêt 1/ }).waitFor()
  // Each tote, and the departure.
  const kept = totes.length + 1
  await keeps(page, kept)
  await page.close()

  const again = await context.newPage()
  await again.goto(`/tournee/${run.id}`)
  await again.getByRole('link', { name: /^Arrêt 1/ }).waitFor()
  await keeps(again, kept)
  await again.getByRole('link', { name: /^Arrêt 1/ }).click()
  for (const code of totes) await scanAs(again, code, 'handed-over')
  await scanAs(again, bag, 'picked-up')
  await sign(again, 'Anne Leroy')
  await again.getByRole('button', { name: 'Terminer l’arrêt' }).click()
  await again.getByRole('link', { name: /^Arrêt 2/ }).waitFor()
  await breakConnection(context, ['lost-answer', 'twice', 'lost-request', 'twice', 'lost-answer'])
  await context.setOffline(false)
  await keeps(again, 0)
  expect(await again.locator('[data-tone="stop"]').count()).toBe(0)
  return again
}

async function driveHome(page: Page, { bag }: Load): Promise<void> {
  await page.getByText('1 sachet à déposer').waitFor()
  await page.context().setOffline(true)
  await page.getByRole('link', { name: /^Arrêt 2/ }).click()
  await scanAs(page, bag, 'dropped-off')
  await page.getByRole('button', { name: 'Terminer l’arrêt' }).click()
  await page.getByRole('button', { name: 'Terminer la tournée' }).click()
  await page.getByText('Tournée terminée').waitFor()
  await page.context().setOffline(false)
  await keeps(page, 0)
}

/** Tube by tube: nothing closes before the last, and the screen says which. */
async function judge(page: Page, sealNumber: string): Promise<void> {
  await openBag(page, { sealNumber, tubes: TUBES })
  await acceptTube(page, GOOD)
  await refuseTube(page, HAEMOLYSED, 'Hémolyse')
  await refuseStranger(page, STRANGER)
  await closeInVain(page, ABSENT)
  await declareMissing(page, ABSENT)
  await closeReception(page)
}

async function expectAllAccountedFor(requester: Person, orderId: string): Promise<void> {
  const { state, lines } = await requester.get(`/orders/${orderId}`, OrderView)
  expect(['received', 'closed']).toContain(state)
  const unaccounted = lines.map(
    ({ orderedUnits, shippedUnits, backorderedUnits, cancelledUnits }) =>
      orderedUnits - shippedUnits - backorderedUnits - cancelledUnits,
  )
  expect(unaccounted).toEqual(WANTED.map(() => 0))
  expect(lines.map(({ orderedUnits }) => orderedUnits)).toEqual([...ONE_BOX_OF_EACH])
  expect(lines.some(({ shippedUnits }) => shippedUnits > 0)).toBe(true)
}

/** The bench adds its own reading of the seal and of the temperature. */
const CARRIES: ReadonlySet<string> = new Set(['picked-up', 'dropped-off'])

/** Whatever the connection lost or repeated, the server has each act once. */
async function expectDrivenOnce({ run, totes, bag }: Load): Promise<void> {
  const courier = await Person.signedIn('coursier')
  const driven = await courier.get(`/runs/${run.id}`, RunView)
  expect(driven).toMatchObject({ state: 'completed' })
  expect(driven.stops.map(({ state }) => state)).toEqual(['done', 'done'])
  expect(driven.stops[0]?.deliveries.map(({ state }) => state)).toEqual(['closed'])
  for (const code of [...totes, bag]) {
    const path = `/custody-events?containerCode=${code}`
    const { events, findings, holderKind } = await courier.get(path, CustodyTimeline)
    const carried = events.filter(({ kind }) => CARRIES.has(kind))
    expect(carried.map(({ kind, inputMode }) => [kind, inputMode])).toEqual([
      ['picked-up', 'wedge'],
      ['dropped-off', 'wedge'],
    ])
    expect([findings, holderKind]).toEqual([[], code === bag ? 'hub' : 'receiver'])
  }
  const path = `/runs/${run.id}/stops/${run.stops[0]?.id}/signatures`
  const { items } = await courier.get(path, SignatureList)
  expect(
    items.map(({ signerName, containerCodes }) => [signerName, [...containerCodes].sort()]),
  ).toEqual([['Anne Leroy', [...totes].sort()]])
}

async function expectEachTubeJudged(sender: Person, shipmentId: string): Promise<void> {
  const { tubes } = await sender.get(`/specimen-shipments/${shipmentId}`, ShipmentView)
  expect(tubes.map(({ code, state }) => [code, state]).sort()).toEqual([
    [GOOD, 'accepted'],
    [HAEMOLYSED, 'rejected'],
    [ABSENT, 'missing'],
    [STRANGER, 'rejected'],
  ])
}
