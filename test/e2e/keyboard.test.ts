import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser, openBrowser } from './support/browser.js'
import { screenOf } from './support/signed-in.js'

describe.skipIf(hasNoBrowser)('the keyboard', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('opens the search with Ctrl K from the scan field, where a slash is typed', async () => {
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

  test('walks a table by row, by page and to its ends', async () => {
    const { context, page } = await screenOf(browser, 'pharmacien')
    await page.goto('/pharmacie/envois')
    const row = page.locator('tbody tr')
    await row.nth(12).waitFor()
    const walk = async (key: string) => {
      await page.keyboard.press(key)
      return page.locator('tr:focus').getAttribute('data-index')
    }
    await row.first().focus()
    const last = String((await row.count()) - 1)
    expect([await walk('ArrowDown'), await walk('PageDown'), await walk('End')]).toEqual([
      '1',
      '11',
      last,
    ])
    expect([await walk('ArrowDown'), await walk('Home')]).toEqual([last, '0'])
    await context.close()
  })
})
