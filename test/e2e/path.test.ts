import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DeliveryView } from '../../src/deliveries/index.js'
import { OrderView } from '../../src/orders/index.js'
import { hasNoBrowser, openBrowser, openScreen } from './support/browser.js'
import { Person } from './support/person.js'
import { screenOf } from './support/signed-in.js'

const TABLET = { viewport: { width: 1024, height: 768 } }

/** Some two hundred clicks in three browsers. */
const WHOLE_PATH_MS = 300_000

/** What the van carries: typed as ward managers type, then how many boxes. */
const WANTED = ['dolip', 'kardeg', 'lantus'] as const

describe.skipIf(hasNoBrowser)(
  'one order, from the ward and back to it, as those who do it see it',
  () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await openBrowser()
    })
    afterAll(() => browser.close())

    test('is placed, decided, prepared, shipped, carried, and received', {
      timeout: WHOLE_PATH_MS,
    }, async () => {
      const ward = await openScreen(browser)
      await signInByPersona(ward.page, /Cadre de santé/)
      const pharmacist = await screenOf(browser, 'pharmacien')
      const preparer = await screenOf(browser, 'preparateur', TABLET)
      const screens = [ward, pharmacist, preparer]

      await pharmacist.page.goto('/pharmacie/commandes?state=submitted')
      await preparer.page.goto('/pharmacie/preparation')
      const orderId = await placeOrder(ward.page)
      const requester = await Person.signedIn('cadre.fleurs')
      const { number } = await requester.get(`/orders/${orderId}`, OrderView)

      // The pharmacist did nothing: the order came to the screen by itself.
      await pharmacist.page.getByText(number).first().click()
      await approve(pharmacist.page)
      await preparer.page.getByText(number).first().click()
      await prepare(preparer.page)
      await ship(pharmacist.page, orderId)
      await ward.page.getByText('Expédiée').first().waitFor()

      const order = await requester.get(`/orders/${orderId}`, OrderView)
      const unaccounted = order.lines.map(
        ({ orderedUnits, shippedUnits, backorderedUnits, cancelledUnits }) =>
          orderedUnits - shippedUnits - backorderedUnits - cancelledUnits,
      )
      expect(unaccounted).toEqual(WANTED.map(() => 0))
      expect(order.lines.some(({ shippedUnits }) => shippedUnits > 0)).toBe(true)
      const deliveryId = order.deliveries[0]?.id
      await carry(String(deliveryId))

      await ward.page.goto(`/etablissement/receptions/${deliveryId}`)
      await receive(ward.page, await totesOf(String(deliveryId)))
      const after = await requester.get(`/orders/${orderId}`, OrderView)
      expect(['received', 'closed']).toContain(after.state)
      expect(screens.flatMap(({ strangers, complaints }) => [...strangers, ...complaints])).toEqual(
        [],
      )
      for (const { context } of screens) await context.close()
    })
  },
)

async function signInByPersona(page: Page, name: RegExp): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function placeOrder(page: Page): Promise<string> {
  await page.goto('/etablissement/commandes/nouvelle')
  const product = page.getByRole('combobox', { name: 'Produit' })
  await product.click()
  for (const typed of WANTED) {
    await page.keyboard.type(typed, { delay: 40 })
    await page
      .getByRole('option', { name: new RegExp(typed, 'i') })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByLabel('Quantité', { exact: true }).and(page.locator(':focus')).waitFor()
    await page.keyboard.type('1x')
    await page.keyboard.press('Enter')
    await product.and(page.locator(':focus')).waitFor()
  }
  await page.getByText('enregistré').first().waitFor()
  await page.getByRole('button', { name: 'Transmettre à la pharmacie' }).first().click()
  await page.getByText('Commande transmise').first().waitFor()
  await page
    .getByRole('link', { name: /^C-2026-/ })
    .first()
    .click()
  await page.waitForURL(/commandes\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function approve(page: Page): Promise<void> {
  await page.getByText('Décider ligne par ligne').first().waitFor()
  await page.getByRole('button', { name: 'Valider' }).click()
  await page.getByRole('button', { name: 'Réserver le stock' }).click()
  await page.getByText('Préparer').first().waitFor()
}

/** Without a scanner: the lot on the screen is typed from the box. */
async function prepare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Commencer' }).click()
  const lot = page.locator('dd .nv-code').first()
  const finish = page.getByRole('button', { name: 'Terminer la préparation' })
  for (let boxes = 0; boxes < 20; boxes += 1) {
    await lot.or(finish).first().waitFor()
    if (await finish.isVisible()) break
    const before = await page.locator('main, body').first().innerText()
    await page.locator('[data-scan-field]').fill(await lot.innerText())
    await page.keyboard.press('Enter')
    await page.waitForFunction((text) => document.body.innerText !== text, before)
    await page
      .getByText(/Lot .* pris/)
      .first()
      .waitFor()
  }
  await finish.click()
  await page.getByText('est préparée').first().waitFor()
}

async function ship(page: Page, orderId: string): Promise<void> {
  await page.goto(`/pharmacie/commandes/${orderId}`)
  await page.getByRole('button', { name: 'Libérer' }).click()
  await page.getByRole('button', { name: 'Mettre en bacs' }).waitFor()
  for (const logger of await page.getByLabel(/Enregistreur/).all()) await logger.fill('TH-01')
  for (const seal of await page.getByLabel(/Numéro de scellé/).all()) await seal.fill('S-7701')
  await page.getByRole('button', { name: 'Mettre en bacs' }).click()
  await page.getByText('Contenu par lot').first().waitFor()
  await page.getByRole('button', { name: 'Expédier' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Expédier' }).click()
  await page.getByRole('heading', { level: 1, name: /BL-/ }).waitFor()
}

async function totesOf(deliveryId: string): Promise<string[]> {
  const receiver = await Person.signedIn('cadre.fleurs')
  const { totes } = await receiver.get(`/deliveries/${deliveryId}`, DeliveryView)
  return totes.map(({ code }) => code)
}

/** The telephone's part has tests of its own: here the van arrives. */
async function carry(deliveryId: string): Promise<void> {
  const courier = await Person.signedIn('coursier')
  await courier.post(`/deliveries/${deliveryId}/deliver`, DeliveryView)
}

async function receive(page: Page, totes: readonly string[]): Promise<void> {
  const field = page.getByLabel('Scanner un bac ou une boîte')
  for (const code of totes) {
    await field.fill(code)
    await field.press('Enter')
    await page.getByText(`${code} est là`).waitFor()
  }
  const asShipped = page.getByRole('button', {
    name: /Le reste du bac est conforme|Tout est conforme/,
  })
  // Each goes away with its press: a tote that is checked has nothing left to say.
  while ((await asShipped.count()) > 0) await asShipped.first().click()
  await page.getByLabel('Signé en qualité de').fill('Cadre de santé')
  await page.getByRole('button', { name: 'Signer la réception' }).click()
  await page.getByText('Réception signée').first().waitFor()
}
