import type { Page } from 'playwright-core'

export async function approve(page: Page): Promise<void> {
  await page.getByText('Décider ligne par ligne').first().waitFor()
  await page.getByRole('button', { name: 'Valider' }).click()
  await page.getByRole('button', { name: 'Réserver le stock' }).click()
  await page.getByText('Préparer').first().waitFor()
}

/** Without a scanner: the lot on the screen is typed from the box. */
export async function prepare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Commencer' }).click()
  const lot = page.locator('dd .nv-code').first()
  const finish = page.getByRole('button', { name: 'Terminer la préparation' })
  for (let boxes = 0; boxes < 20; boxes += 1) {
    await lot.or(finish).first().waitFor()
    if (await finish.isVisible()) break
    const number = await lot.innerText()
    await page.locator('[data-scan-field]').fill(number)
    await page.keyboard.press('Enter')
    await page.getByText(`Lot ${number} pris`).first().waitFor()
    // What was just taken may stand there a moment longer.
    await lot.filter({ hasNotText: number }).or(finish).first().waitFor()
  }
  await finish.click()
  await page.getByText('est préparée').first().waitFor()
}

/** On the order that has just become «Préparée»: released, and shared out into totes. */
export async function release(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Libérer' }).click()
  await page.getByRole('button', { name: 'Mettre en bacs' }).waitFor()
  for (const logger of await page.getByLabel(/Enregistreur/).all()) await logger.fill('TH-01')
  for (const seal of await page.getByLabel(/Numéro de scellé/).all()) await seal.fill('S-7701')
  await page.getByRole('button', { name: 'Mettre en bacs' }).click()
  await page.getByText('Contenu par lot').first().waitFor()
}

export async function dispatch(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Expédier' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Expédier' }).click()
  await page.getByRole('heading', { level: 1, name: /BL-/ }).waitFor()
}
