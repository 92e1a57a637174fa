import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser, openBrowser } from './support/browser.js'
import { giveUpRound, planRound } from './support/courier-round.js'
import { hasCome, PAGES } from './support/pages.js'
import { screenOf } from './support/signed-in.js'
import { PHONE } from './support/telephone.js'
import { tooSmallFor } from './support/touch-targets.js'

const FINGER_PX = 44
/** A thumb in a glove. */
const GLOVE_PX = 56

describe.skipIf(hasNoBrowser)('on a touch screen of 390 pixels', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test.each(PAGES.filter(({ login }) => login !== 'coursier'))(
    'what $login can press is as large as a fingertip',
    async ({ login, paths }) => {
      const { context, page } = await screenOf(browser, login, PHONE)
      const found: string[] = []
      for (const path of paths) found.push(...(await smallAt(page, path, FINGER_PX)))
      expect(found).toEqual([])
      await context.close()
    },
  )

  test('what a courier can press is as large as a thumb in a glove', async () => {
    const run = await planRound('Tournée au doigt')
    const { context, page } = await screenOf(browser, 'coursier', PHONE)
    const round = `/tournee/${run.id}`
    const stop = `${round}/arret/${run.stops[0]?.id}`
    const found: string[] = []
    for (const path of ['/tournee', '/tournee/envois', round, `${round}/chargement`, stop]) {
      found.push(...(await smallAt(page, path, GLOVE_PX)))
    }
    for (const asked of ['Saisir le code', 'Problème…']) {
      await page.getByRole('button', { name: asked }).click()
      await page.getByRole('dialog').getByRole('radiogroup').waitFor()
      const small = await page.evaluate(tooSmallFor, GLOVE_PX)
      found.push(...small.map((each) => `${asked} ${each}`))
      await page.getByRole('button', { name: 'Fermer' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    expect(found).toEqual([])
    await context.close()
    await giveUpRound(run)
  })
})

async function smallAt(page: Page, path: string, least: number): Promise<string[]> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  if (path !== '/kit') await page.waitForFunction(hasCome)
  const small = await page.evaluate(tooSmallFor, least)
  return small.map((each) => `${path} ${each}`)
}
