import type { Page } from 'playwright-core'
import { scan } from './scanner.js'

interface Bag {
  readonly sealNumber: string
  readonly tubes: readonly string[]
}

/** A tube of the bag opens its reception; the seal and the temperature are read first. */
export async function openBag(page: Page, { sealNumber, tubes }: Bag): Promise<void> {
  await scan(page, tubes[0] ?? '')
  await page.waitForURL(/\/reception\/[0-9a-f-]{36}/)
  await page.getByLabel('Numéro du scellé lu').fill(sealNumber)
  await page.getByLabel('Température lue').fill('21,5')
  await page.getByRole('button', { name: 'Ouvrir le colis' }).click()
  await page.getByRole('heading', { name: `Reste ${tubes.length} tubes` }).waitFor()
}

export async function acceptTube(page: Page, code: string): Promise<void> {
  await scan(page, code)
  await page.getByText(`${code} accepté`).first().waitFor()
}

/** Accepted by its scan, then refused with the tube still in the hand. */
export async function refuseTube(page: Page, code: string, reason: string): Promise<void> {
  await acceptTube(page, code)
  await page.getByRole('button', { name: 'Refuser ce tube' }).click()
  await page.getByRole('radiogroup').getByText(reason, { exact: true }).click()
  await page.getByRole('button', { name: 'Enregistrer le verdict' }).click()
  await page.getByText(`${code} refusé`).first().waitFor()
}

/** Nobody announced it: the screen says so, and the second scan asks for a verdict, with that reason. */
export async function refuseStranger(page: Page, code: string): Promise<void> {
  await scan(page, code)
  await page.getByText(`${code} non annoncé`).first().waitFor()
  await page.getByRole('button', { name: `Décider ${code}` }).waitFor()
  await scan(page, code)
  await page.getByRole('heading', { name: `Décider de ${code}` }).waitFor()
  await page.getByRole('button', { name: 'Enregistrer le verdict' }).click()
  await page.getByText(`${code} refusé`).first().waitFor()
}

/** Refused as long as a tube has no verdict: the screen names it. */
export async function closeInVain(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Clôturer la réception' }).click()
  await page.getByRole('alert').filter({ hasText: code }).first().waitFor()
}

export async function declareMissing(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: `Manquant ${code}` }).click()
  await page.getByRole('button', { name: 'Enregistrer le verdict' }).click()
  await page.getByText(`${code} manquant`).first().waitFor()
}

export async function closeReception(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Clôturer la réception' }).click()
  await page.getByText('Réception clôturée').first().waitFor()
}
