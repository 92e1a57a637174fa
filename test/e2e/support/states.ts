import type { Page } from 'playwright-core'
import type { Login } from '../../../src/demo/cast.js'

export interface State {
  readonly login: Login
  readonly name: string
  readonly path: string
  /** From the page of this path to the state; names are in both languages. */
  readonly open: (page: Page) => Promise<void>
  readonly onTelephone?: boolean
}

const NOWHERE = '00000000-0000-7000-8000-000000000000'

const press = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click()
const follow = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('link', { name }).first().click()
const dialogOf = (page: Page): Promise<void> => page.getByRole('dialog').first().waitFor()
const alertOf = (page: Page): Promise<void> => page.getByRole('alert').first().waitFor()

/** An answer of the server that every reading of this page gets from now on. */
const answerWith = async (page: Page, status: number): Promise<void> => {
  await page.route(/\/api\/v1\/(?!events)/, (route) => route.fulfill({ status, json: { status } }))
}

/** What is not there when a page is opened, and is met nonetheless. */
export const STATES: readonly State[] = [
  {
    login: 'pharmacien',
    name: 'the search',
    path: '/pharmacie',
    open: async (page) => {
      await press(page, /Rechercher partout|Search everything/)
      await page.getByRole('dialog').getByRole('textbox').or(page.getByRole('searchbox')).fill('a')
      await page.getByRole('dialog').getByRole('button').first().waitFor()
    },
  },
  {
    login: 'pharmacien',
    name: 'a search that finds nothing',
    path: '/pharmacie',
    open: async (page) => {
      await press(page, /Rechercher partout|Search everything/)
      await page
        .getByRole('dialog')
        .getByRole('textbox')
        .or(page.getByRole('searchbox'))
        .fill('zzz')
      await page
        .getByText(/^(Aucun résultat|Nothing found)/)
        .first()
        .waitFor()
    },
  },
  {
    login: 'pharmacien',
    name: 'the menu of the person',
    path: '/pharmacie',
    open: async (page) => {
      await press(page, /Mon compte|My account/)
      await page.getByRole('menu').waitFor()
    },
  },
  {
    login: 'pharmacien',
    name: 'a question and a notice',
    path: '/kit',
    open: async (page) => {
      await press(page, /Montrer une notification|Show a notification/)
      await press(page, /Refuser la commande|Reject the order/)
      await dialogOf(page)
    },
  },
  {
    login: 'pharmacien',
    name: 'an open day',
    path: '/pharmacie/tournees',
    open: async (page) => {
      await page.getByRole('textbox').first().click()
      await page.locator('.mantine-DateInput-calendar, .mantine-DateInput-month').first().waitFor()
    },
  },
  {
    login: 'pharmacien',
    name: 'a list to choose from',
    path: '/pharmacie/commandes',
    open: async (page) => {
      await page.locator('input.mantine-Select-input').first().click()
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    login: 'pharmacien',
    name: 'an order that is not there',
    path: `/pharmacie/commandes/${NOWHERE}`,
    open: alertOf,
  },
  {
    login: 'pharmacien',
    name: 'a page that is not there',
    path: '/pharmacie/ailleurs/encore',
    open: () => Promise.resolve(),
  },
  {
    login: 'pharmacien',
    name: 'a failure of the server',
    path: '/pharmacie',
    open: async (page) => {
      await answerWith(page, 500)
      await follow(page, /^(Produits|Products)/)
      await alertOf(page)
      await page.unrouteAll()
    },
  },
  {
    login: 'pharmacien',
    name: 'a page that waits',
    path: '/pharmacie',
    open: async (page) => {
      await page.route(/\/api\/v1\/deliver/, () => undefined)
      await follow(page, /^(Envois|Deliveries|Shipments)/)
      await page.locator('[aria-busy="true"]').first().waitFor()
    },
  },
  {
    login: 'pharmacien',
    name: 'no network',
    path: '/pharmacie',
    open: async (page) => {
      await page.context().setOffline(true)
      await follow(page, /^(Réceptions|Receipts)/)
      await alertOf(page)
    },
  },
  {
    login: 'admin',
    name: 'a form in a dialog, refused',
    path: '/administration/personnes',
    open: async (page) => {
      await press(page, /Créer une personne|Create a person/)
      await dialogOf(page)
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^(Créer|Create)/ })
        .last()
        .click()
    },
  },
  {
    login: 'admin',
    name: 'an entry of the audit, in a drawer',
    path: '/administration/journal',
    open: async (page) => {
      await page.getByRole('row').nth(1).click()
      await dialogOf(page)
    },
  },
  {
    login: 'finance',
    name: 'a charge to record',
    path: '/finance/charges',
    open: async (page) => {
      await press(page, /Saisir|Enregistrer|Record/)
      await dialogOf(page)
    },
  },
  {
    login: 'cadre.fleurs',
    name: 'products found for an order',
    path: '/etablissement/commandes/nouvelle',
    open: async (page) => {
      await page.getByRole('combobox', { name: /Produit|Product/ }).fill('dolip')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    login: 'coursier',
    name: 'a code typed by hand',
    path: 'round',
    onTelephone: true,
    open: async (page) => {
      await follow(page, /Arrêt 1|1\. /)
      await press(page, /Saisir le code|Type the code/)
      await dialogOf(page)
    },
  },
  {
    login: 'coursier',
    name: 'an unknown code at a stop',
    path: 'round',
    onTelephone: true,
    open: async (page) => {
      await follow(page, /Arrêt 1|1\. /)
      await press(page, /Saisir le code|Type the code/)
      await page.getByRole('dialog').getByRole('textbox').first().fill('CODE-INCONNU')
      await page.getByRole('dialog').getByRole('radiogroup').locator('label').first().click()
      await press(page, /Vérifier ce code|Check this code/)
      await alertOf(page)
    },
  },
  {
    login: 'coursier',
    name: 'a problem at a stop',
    path: 'round',
    onTelephone: true,
    open: async (page) => {
      await follow(page, /Arrêt 1|1\. /)
      await press(page, /Problème|Problem/)
      await dialogOf(page)
    },
  },
  {
    login: 'coursier',
    name: 'a temperature to note',
    path: 'round',
    onTelephone: true,
    open: async (page) => {
      await press(page, /Relever une température|Note a temperature/)
      await page.getByRole('dialog').getByRole('textbox').fill('abc')
    },
  },
]
