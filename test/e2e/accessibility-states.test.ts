import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunView } from '../../src/courier/run-schema.js'
import { violationsOf } from './support/axe.js'
import { hasNoBrowser, openBrowser } from './support/browser.js'
import { giveUpRound, planRound } from './support/courier-round.js'
import { screenOf } from './support/signed-in.js'
import { STATES } from './support/states.js'
import { PHONE } from './support/telephone.js'

const LANGUAGES = ['fr', 'en'] as const
const THEMES = ['light', 'dark'] as const

describe.skipIf(hasNoBrowser)('what opens over a page or takes its place, read by axe', () => {
  let browser: Browser
  let round: RunView
  beforeAll(async () => {
    browser = await openBrowser()
    round = await planRound('Tournée des états')
  })
  afterAll(async () => {
    await giveUpRound(round)
    await browser.close()
  })

  for (const language of LANGUAGES) {
    test.each(STATES)(`has nothing to say of $name, ${language}`, async (state) => {
      const { login, path, open, onTelephone = false } = state
      const { context, page } = await screenOf(browser, login, {
        ...(onTelephone && PHONE),
        reducedMotion: 'reduce',
      })
      await page.addInitScript((kept) => localStorage.setItem('navette-language', kept), language)
      await page.goto(path === 'round' ? `/tournee/${round.id}` : path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await open(page)
      const found: string[] = []
      // The state is opened once, and its theme changed in place.
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme })
        await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
        found.push(...(await violationsOf(page, colorScheme)))
      }
      expect(found).toEqual([])
      await context.close()
    })
  }
})
