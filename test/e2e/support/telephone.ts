import type { Browser, Page } from 'playwright-core'
import type { RunView } from '../../../src/courier/run-schema.js'
import type { Screen } from './browser.js'
import { scan } from './scanner.js'
import { screenOf } from './signed-in.js'

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** The telephone of the courier, signed in. */
export const telephoneOf = (browser: Browser): Promise<Screen> =>
  screenOf(browser, 'coursier', PHONE)

/** From the list of runs: opens one once it says that it can do without a network. */
export async function openReady(page: Page, { number }: Pick<RunView, 'number'>): Promise<void> {
  const card = page.getByRole('link', { name: new RegExp(number) })
  await card.getByText('Prêt pour le hors-ligne').filter({ hasNotText: 'mise à jour' }).waitFor()
  await card.click()
}

type Told = 'loaded' | 'already' | 'unknown' | 'handed-over' | 'picked-up' | 'dropped-off'

/** Scans once the screen listens, and waits for what the telephone tells. */
export async function scanAs(page: Page, code: string, told: Told): Promise<void> {
  await page.getByRole('button', { name: 'Scanner' }).waitFor()
  await scan(page, code)
  await verdictOf(page, code, told)
}

export const verdictOf = (page: Page, code: string, told: Told): Promise<void> =>
  page.locator(`[data-verdict="${told}"]`, { hasText: code }).first().waitFor()

/** Waits until the telephone keeps so many acts that the server has not answered. */
export const keeps = (page: Page, acts: number): Promise<void> =>
  page.locator(`[data-unsent="${acts}"]`).waitFor()

/** Somebody signs on the glass for what was handed over. */
export async function sign(page: Page, name: string): Promise<void> {
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
