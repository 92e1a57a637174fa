import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser, openBrowser } from './support/browser.js'
import { PAGES } from './support/pages.js'
import { screenOf } from './support/signed-in.js'

/** Bytes of script over the network, compressed, before the first page of a space is there. */
const MOST_BYTES = 200_000

const FIRST_PAGES = PAGES.map(({ login, paths: [first = '/'] }) => ({ login, first }))

describe.skipIf(hasNoBrowser)('what the first page of a space makes somebody download', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test.each(FIRST_PAGES)('$first is light', async ({ login, first }) => {
    const { context, page } = await screenOf(browser, login, { serviceWorkers: 'block' })
    await weighUntilTitle(page)
    await page.goto(first)
    const title = page.locator('html[data-script-bytes]')
    await title.waitFor()
    const bytes = Number(await title.getAttribute('data-script-bytes'))

    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(MOST_BYTES)
    await context.close()
  })
})

/** The page notes what its scripts weighed at the moment its title appears: what comes after is not waited for. */
const weighUntilTitle = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    let bytes = 0
    const weigh = (entries: PerformanceEntryList) => {
      for (const entry of entries) {
        if (entry instanceof PerformanceResourceTiming && entry.name.endsWith('.js')) {
          bytes += entry.encodedBodySize
        }
      }
    }
    const fetched = new PerformanceObserver((list) => weigh(list.getEntries()))
    fetched.observe({ type: 'resource', buffered: true })
    new MutationObserver((_, title) => {
      if (document.querySelector('h1') === null) return
      title.disconnect()
      weigh(fetched.takeRecords())
      fetched.disconnect()
      document.documentElement.dataset['scriptBytes'] = String(bytes)
    }).observe(document, { childList: true, subtree: true })
  })
