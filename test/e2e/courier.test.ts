import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { RunView } from '../../src/courier/run-schema.js'
import { SignatureList } from '../../src/courier/signature-schema.js'
import { CustodyTimeline } from '../../src/custody/schema.js'
import { writeBarcodeFilm } from './support/barcode-film.js'
import { hasNoBrowser, openBrowser, openScreen } from './support/browser.js'
import { prepareRound, runOf } from './support/courier-round.js'
import { credentialsOf, Person } from './support/person.js'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const SYNC_MS = 90_000
/** Generous: a busy machine is slow, not wrong. */
const PATIENCE_MS = 90_000
const ROUND_MS = 300_000

async function signIn(context: BrowserContext): Promise<void> {
  context.setDefaultTimeout(PATIENCE_MS)
  const answer = await context.request.post('/api/auth/sign-in/email', {
    data: credentialsOf('coursier'),
    headers: { origin: inject('e2eAddress') },
  })
  expect(answer.status()).toBe(200)
}

/** Opens the run on the telephone and waits until it says that it can do without a network. */
async function openReady(page: Page, { number }: RunView): Promise<void> {
  await page.goto('/tournee')
  const card = page.getByRole('link', { name: new RegExp(number) })
  await card.getByText('Prêt pour le hors-ligne').waitFor()
  await card.click()
}

/** A scanner that types, as fast as scanners do, once the screen listens. */
async function scan(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Scanner' }).waitFor()
  await page.evaluate((keys) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    for (const key of [...keys, 'Enter']) {
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    }
  }, code)
}

const verdict = (page: Page, kind: string, code: string) =>
  page.locator(`[data-verdict="${kind}"]`, { hasText: code }).first().waitFor()
const unsent = async (page: Page): Promise<number> =>
  Number(await page.locator('[data-unsent]').getAttribute('data-unsent'))

type Way = 'lost-request' | 'lost-answer' | 'twice' | 'through'

/** A connection that loses requests, loses answers, and repeats: one way for each request, then it is well. */
async function breakConnection(context: BrowserContext, ways: Way[]): Promise<void> {
  const travel = async (route: Route) => {
    const way = route.request().method() === 'POST' ? (ways.shift() ?? 'through') : 'through'
    if (way === 'lost-request') return route.abort()
    const response = await route.fetch()
    if (way === 'twice') await route.fetch()
    return way === 'lost-answer' ? route.abort() : route.fulfill({ response })
  }
  await context.route(/\/api\/v1\/(custody-events|runs\/)/, travel)
}

describe.skipIf(hasNoBrowser)('the telephone of a courier', () => {
  const folder = mkdtempSync(join(tmpdir(), 'navette-film-'))
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test(
    'drives a round without network, is killed on the way, and the server has each act once',
    async () => {
      const run = await prepareRound('Tournée sans réseau')
      const [first, second] = run.stops
      const codes = (first?.deliveries ?? []).flatMap(({ totes }) => totes).map(({ code }) => code)
      expect(codes).toHaveLength(1)
      const { context, page, strangers, complaints } = await openScreen(browser, PHONE)
      await signIn(context)
      await openReady(page, run)
      await context.setOffline(true)

      await page.getByRole('link', { name: 'Charger les bacs' }).click()
      for (const code of codes) {
        await scan(page, code)
        await verdict(page, 'loaded', code)
        await scan(page, code)
        await verdict(page, 'already', code)
      }
      await page.getByRole('link', { name: 'Chargement terminé' }).click()
      await page.getByRole('button', { name: 'Partir' }).click()
      await page.getByRole('link', { name: /^Arrêt 1/ }).click()
      await scan(page, 'CODE-INCONNU')
      await verdict(page, 'unknown', 'CODE-INCONNU')
      for (const code of codes) {
        await scan(page, code)
        await verdict(page, 'handed-over', code)
      }
      await sign(page, 'Anne Leroy')
      await page.getByRole('button', { name: 'Terminer l’arrêt' }).click()
      await page.getByRole('link', { name: /^Arrêt 2/ }).waitFor()
      const before = await unsent(page)

      await page.close()
      const again = await context.newPage()
      await again.goto(`/tournee/${run.id}`)
      await again.getByRole('link', { name: /^Arrêt 2/ }).waitFor()
      expect(await unsent(again)).toBe(before)
      await again.getByRole('link', { name: /^Arrêt 2/ }).click()
      await again.getByRole('button', { name: 'Terminer l’arrêt' }).click()
      await again.getByRole('button', { name: 'Terminer la tournée' }).click()
      await again.getByText('Tournée terminée').waitFor()

      await breakConnection(context, [
        'lost-answer',
        'twice',
        'lost-request',
        'twice',
        'lost-answer',
      ])
      await context.setOffline(false)
      await again.locator('[data-unsent="0"]').waitFor({ timeout: SYNC_MS })
      expect(await again.locator('[data-tone="stop"]').count()).toBe(0)

      const courier = await Person.signedIn('coursier')
      const driven = await courier.get(`/runs/${run.id}`, RunView)
      expect(driven).toMatchObject({ state: 'completed' })
      expect(driven.stops.map(({ state }) => state)).toEqual(['done', 'done'])
      expect(driven.stops[0]?.deliveries.map(({ state }) => state)).toEqual(['delivered'])
      for (const code of codes) {
        const { events, findings, holderKind } = await courier.get(
          `/custody-events?containerCode=${code}`,
          CustodyTimeline,
        )
        expect(events.map(({ kind, inputMode }) => [kind, inputMode])).toEqual([
          ['picked-up', 'wedge'],
          ['dropped-off', 'wedge'],
        ])
        expect([findings, holderKind]).toEqual([[], 'receiver'])
      }
      const path = `/runs/${run.id}/stops/${first?.id}/signatures`
      const { items } = await courier.get(path, SignatureList)
      expect(items.map(({ signerName, containerCodes }) => [signerName, containerCodes])).toEqual([
        ['Anne Leroy', codes],
      ])
      expect(second?.deliveries).toEqual([])
      expect([strangers, complaints]).toEqual([[], []])
      await context.close()
    },
    ROUND_MS,
  )

  test(
    'reads a bag with its camera, by a decoder of our own',
    async () => {
      const courier = await Person.signedIn('coursier')
      const run = await runOf(courier, ({ stops }) =>
        stops.some(({ shipments }) => shipments.some(isSealed)),
      )
      const stop = run.stops.find(({ shipments }) => shipments.some(isSealed))
      const code = stop?.shipments.find(isSealed)?.containerCode ?? ''
      const film = join(folder, 'bag.y4m')
      writeBarcodeFilm(film, code)
      const seeing = await openBrowser([
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ])
      const { context, page, strangers, complaints } = await openScreen(seeing, PHONE)
      await signIn(context)
      await page.goto('/tournee')
      if (run.state === 'planned') {
        const offer = page.getByText(run.number).locator('xpath=ancestor::div[.//button][1]')
        await offer.getByRole('button', { name: 'Prendre cette tournée' }).click()
      }
      await openReady(page, run)
      await page.locator(`a[href$="/arret/${stop?.id}"]`).first().click()
      await context.setOffline(true)
      await page.getByRole('button', { name: 'Scanner' }).click()
      await verdict(page, 'picked-up', code)
      await page.getByRole('button', { name: 'Fermer l’appareil photo' }).click()
      await context.setOffline(false)
      await page.locator('[data-unsent="0"]').waitFor({ timeout: SYNC_MS })

      const { events } = await courier.get(`/custody-events?containerCode=${code}`, CustodyTimeline)
      expect(events.map(({ kind, inputMode }) => [kind, inputMode])).toEqual([
        ['picked-up', 'camera'],
      ])
      expect([strangers, complaints]).toEqual([[], []])
      await seeing.close()
    },
    ROUND_MS,
  )
})

const isSealed = ({ state }: RunView['stops'][number]['shipments'][number]): boolean =>
  state === 'sealed'

async function sign(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Faire signer' }).click()
  await page.getByLabel('Nom de la personne').fill(name)
  await page.getByText('Infirmier').click()
  const pad = page.getByRole('img', { name: /Signez/ })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('The field to sign in is not seen')
  await page.mouse.move(box.x + 30, box.y + 60)
  await page.mouse.down()
  for (let i = 1; i <= 10; i += 1) {
    await page.mouse.move(box.x + 30 + i * 20, box.y + 60 + (i % 3) * 30)
  }
  await page.mouse.up()
  await page.getByRole('button', { name: 'Enregistrer la signature' }).click()
  await page.getByText(`Signé par ${name}`).waitFor()
}
