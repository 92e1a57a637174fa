import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser, openBrowser } from './support/browser.js'
import { giveUpRound, planRound } from './support/courier-round.js'
import { screenOf } from './support/signed-in.js'
import { openReady, telephoneOf } from './support/telephone.js'

/** The decoder of barcodes is a megabyte of it. */
const KEPT_MAX_BYTES = 3_000_000

describe.skipIf(hasNoBrowser)('without a network', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('every screen of the courier opens after the first visit, from little that is kept', async () => {
    const run = await planRound('Tournée sans réseau')
    const { context, page, complaints } = await telephoneOf(browser)
    await page.goto('/tournee')
    await openReady(page, run)
    await page.getByRole('heading', { name: run.name }).waitFor()
    expect(await page.evaluate(keptBytes)).toBeLessThan(KEPT_MAX_BYTES)
    await page.close()

    await context.setOffline(true)
    const again = await context.newPage()
    const round = `/tournee/${run.id}`
    const screens = [
      ['/', 'Tournée'],
      ['/tournee', 'Tournée'],
      ['/tournee/envois', 'Actes à envoyer'],
      [round, run.name],
      [`${round}/chargement`, 'Chargement'],
      [`${round}/arret/${run.stops[0]?.id}`, 'Arrêt 1'],
      [`${round}/retour`, 'Retour au dépôt'],
      ['/compte', 'Sécurité du compte'],
    ] as const
    for (const [path, title] of screens) await opens(again, path, title)
    expect(complaints).toEqual([])
    await context.close()
    await giveUpRound(run)
  })

  test('a page of a desk that was never opened says why it does not come, and comes with the network', async () => {
    const { context, page } = await screenOf(browser, 'pharmacien')
    await page.goto('/pharmacie')
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Produits' }).first().click()
    await page.getByRole('alert').getByText('Le serveur est injoignable').waitFor()
    await context.setOffline(false)
    await page.getByRole('heading', { level: 1, name: 'Produits' }).waitFor()
    await context.close()
  })
})

async function opens(page: Page, path: string, title: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** In the page: how much the service worker keeps. */
async function keptBytes(): Promise<number> {
  let bytes = 0
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const kept of await cache.matchAll()) bytes += (await kept.arrayBuffer()).byteLength
  }
  return bytes
}
