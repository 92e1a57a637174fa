import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser, openBrowser } from './support/browser.js'
import { screenOf } from './support/signed-in.js'

describe.skipIf(hasNoBrowser)('the keyboard, on a page whose scan field has the focus', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('opens the search with Ctrl K, and types a slash where one is typed', async () => {
    const { context, page } = await screenOf(browser, 'preparateur')
    await page.goto('/pharmacie/receptions/nouvelle')
    const scan = page.locator('[data-scan-field]')
    await scan.press('/')
    expect(await scan.inputValue()).toBe('/')

    await page.keyboard.press('Control+k')
    const search = page.getByRole('dialog').getByRole('textbox', { name: 'Rechercher partout' })
    await search.fill('Envois')
    await page.keyboard.press('Control+k')
    expect(await search.inputValue()).toBe('Envois')
    await context.close()
  })
})
