import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser, openBrowser, openScreen } from './support/browser.js'
import { hasCome, PAGES } from './support/pages.js'
import { screenOf } from './support/signed-in.js'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Both themes and both languages are walked, crossed, so that each page is seen in each of them. */
const VIEWS = [
  { colorScheme: 'light', language: 'fr' },
  { colorScheme: 'dark', language: 'en' },
] as const

describe.skipIf(hasNoBrowser)('every page, read by a machine that knows WCAG 2.2 AA', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  for (const { colorScheme, language } of VIEWS) {
    test(`has nothing to say of signing in, ${colorScheme}, ${language}`, async () => {
      const { context, page } = await openScreen(browser, { colorScheme })
      await page.addInitScript((kept) => localStorage.setItem('navette-language', kept), language)
      expect(await violations(page, '/connexion')).toEqual([])
      await context.close()
    })

    test.each(PAGES)(
      `has nothing to say of what $login sees, ${colorScheme}, ${language}`,
      async ({ login, paths }) => {
        const { context, page, strangers, complaints } = await screenOf(browser, login, {
          colorScheme,
        })
        await page.addInitScript((kept) => localStorage.setItem('navette-language', kept), language)
        const found: string[] = []
        for (const path of paths) found.push(...(await violations(page, path)))
        expect([found, strangers, complaints]).toEqual([[], [], []])
        await context.close()
      },
    )
  }
})

async function violations(page: Page, path: string): Promise<string[]> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // The kit shows what waiting looks like, and never ends.
  if (path !== '/kit') await page.waitForFunction(hasCome)
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(WCAG)
    .options({ resultTypes: ['violations'] })
    // Nothing of ours is in a frame: no second page is opened to put results together.
    .setLegacyMode()
    .analyze()
  return found.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
