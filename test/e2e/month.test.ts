import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser, openBrowser } from './support/browser.js'
import { onceTheMonthIsOver } from './support/month-end.js'
import { screenOf } from './support/signed-in.js'
import { MONTH_IS_OVER } from './support/story.js'

/** Pools of the pharmacy that get charges each month, as the demonstration has them. */
const CHARGES = [
  ['Personnel', '12 345,67', 'Salaires des préparateurs'],
  ['Transport', '3 180', 'Prestataire de transport'],
  ['Structure', '4 870,50', 'Loyer, logiciel, assurance'],
] as const

describe.skipIf(hasNoBrowser)('a month, as its controller closes it', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('is charged, simulated, frozen and closed, and its statement is read, disputed and settled', () =>
    onceTheMonthIsOver(async () => {
      const { context, page, strangers, complaints } = await screenOf(browser, 'finance', {
        at: MONTH_IS_OVER,
      })
      await page.goto('/finance/charges?mois=2026-11')
      for (const [pool, amount, label] of CHARGES) {
        await page.getByRole('button', { name: 'Enregistrer une charge' }).first().click()
        const form = page.getByRole('dialog')
        await form.getByLabel('Poste de charges').click()
        await page
          .getByRole('option', { name: new RegExp(pool) })
          .first()
          .click()
        await form.getByLabel('Montant en euros').fill(amount)
        await form.getByLabel('Libellé').fill(label)
        await form.getByLabel('Pièce justificative').fill('OD-2026-11')
        await form.getByRole('button', { name: 'Enregistrer', exact: true }).click()
        await form.waitFor({ state: 'hidden' })
      }

      await page.goto('/finance')
      await page
        .getByRole('link', { name: /novembre 2026/i })
        .first()
        .click()
      await page.getByText('Figer et clôturer').first().click()
      await page.getByRole('button', { name: /Figer novembre/ }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /Figer novembre/ })
        .click()
      await page.getByRole('button', { name: /Clôturer novembre/ }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /Clôturer novembre/ })
        .click()
      await page.getByText('Tous les documents sont prêts.').waitFor()

      await page
        .getByRole('link', { name: /^RC-2026-/ })
        .nth(1)
        .click()
      await page.locator('canvas').first().waitFor()
      await page.getByRole('button', { name: 'Contester' }).click()
      const dispute = page.getByRole('dialog')
      await dispute.getByLabel(/Motif/).fill('Les 12 unités refusées au quai ne sont pas déduites.')
      await dispute.getByRole('button', { name: 'Contester' }).click()
      await page.getByText('Ce relevé est contesté').waitFor()
      await page.getByRole('button', { name: 'Rendre définitif' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Rendre définitif' }).click()
      await page.getByText('Définitif').first().waitFor()

      expect([strangers, complaints]).toEqual([[], []])
      await context.close()
    }))
})
