import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export async function signInByPersona(page: Page, name: RegExp): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Types products as ward managers type, one box of each, sends the order, and stays on its page. */
export async function placeOrder(page: Page, products: readonly string[]): Promise<string> {
  await page.goto('/etablissement/commandes/nouvelle')
  const product = page.getByRole('combobox', { name: 'Produit' })
  await product.click()
  for (const typed of products) {
    await page.keyboard.type(typed, { delay: 40 })
    await page
      .getByRole('option', { name: new RegExp(typed, 'i') })
      .first()
      .waitFor()
    // Without looking up: the quantity takes the very next key.
    await page.keyboard.press('Enter')
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
  return idOf(page)
}

/** Packs tubes from the list of what was sent, seals the bag, and stays where it is followed. */
export async function sendTubes(page: Page, tubes: readonly string[]): Promise<string> {
  await page.goto('/etablissement/prelevements')
  await page.getByRole('link', { name: 'Préparer un colis' }).first().click()
  await page.getByRole('button', { name: 'Ouvrir le colis' }).click()
  for (const code of tubes) {
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
  return idOf(page)
}

/** From the order that has just become «Livrée» to the signature. */
export async function receive(page: Page, totes: readonly string[]): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'Réceptionner' }).click()
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

function idOf(page: Page): string {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  return id
}
