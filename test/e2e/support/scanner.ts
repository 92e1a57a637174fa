import type { Page } from 'playwright-core'

/** A scanner that types, as fast as scanners do, wherever the focus is. */
export const scan = (page: Page, code: string): Promise<void> =>
  page.evaluate((keys) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    for (const key of [...keys, 'Enter']) {
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    }
  }, code)
