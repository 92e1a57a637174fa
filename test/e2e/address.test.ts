import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser, openBrowser, openScreen } from './support/browser.js'

describe.skipIf(hasNoBrowser)('the address of Navette, in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test.each(['/', '/une/adresse/inconnue'])('%s is the application, all of it ours', async (at) => {
    const { context, page, strangers, complaints } = await openScreen(browser)
    const answer = await page.goto(at)
    await page.locator('#root', { hasText: /\S/ }).waitFor()

    expect(answer?.status()).toBe(200)
    expect([strangers, complaints]).toEqual([[], []])
    await context.close()
  })

  test('the documentation of the API still draws itself', async () => {
    const { context, page, strangers, complaints } = await openScreen(browser)
    await page.goto('/docs')
    await page.locator('.opblock').first().waitFor()

    expect([strangers, complaints]).toEqual([[], []])
    await context.close()
  })
})
