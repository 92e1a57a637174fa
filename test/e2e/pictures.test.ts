import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Login } from '../../src/demo/cast.js'
import { hasNoBrowser, openBrowser } from './support/browser.js'
import { hasCome } from './support/pages.js'
import { screenOf } from './support/signed-in.js'

const FOLDER = resolve(import.meta.dirname, '../../docs/pictures')
const isTaking = process.env['NAVETTE_TEST_PICTURES'] === 'take'

/** What the README and the guides show: who looks at what, and how to get there. */
const PICTURES: readonly [name: string, login: Login, path: string, isPhone?: true][] = [
  ['pharmacist', 'pharmacien', '/pharmacie'],
  ['queue', 'pharmacien', '/pharmacie/commandes'],
  ['preparer', 'preparateur', '/pharmacie/preparation'],
  ['stock', 'gerant', '/pharmacie/stock'],
  ['requester', 'cadre.fleurs', '/etablissement/commandes/nouvelle'],
  ['ward', 'ide.solemnes', '/etablissement'],
  ['courier', 'coursier', '/tournee', true],
  ['laboratory', 'technicien', '/laboratoire'],
  ['biologist', 'biologiste', '/laboratoire/examens'],
  ['finance', 'finance', '/finance/repartition?mois=2026-10'],
  ['months', 'finance', '/finance'],
  ['administrator', 'admin', '/administration'],
  ['auditor', 'auditeur', '/administration/journal'],
]

const DESK = { viewport: { width: 1280, height: 800 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** Compared at this width: letters blur, layout and colours stay. */
const WIDTH = 64
/** Of 255, on average over the picture: other tests of the same day move a few rows. */
const DIFFERENCE_MAX = 12

describe.skipIf(hasNoBrowser)('the pictures of the documentation', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
    mkdirSync(FOLDER, { recursive: true })
  })
  afterAll(() => browser.close())

  test.each(PICTURES)('%s still looks as it is shown', async (name, login, path, isPhone) => {
    const options = { ...(isPhone ? PHONE : DESK), reducedMotion: 'reduce' as const }
    const { context, page } = await screenOf(browser, login, options)
    const seen = await picture(page, path)
    const file = resolve(FOLDER, `${name}.png`)
    if (isTaking) writeFileSync(file, seen)
    expect(await difference(seen, readFileSync(file))).toBeLessThan(DIFFERENCE_MAX)
    await context.close()
  })
})

async function picture(page: Page, path: string): Promise<Buffer> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(hasCome)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle').catch(() => undefined)
  return page.screenshot({ animations: 'disabled' })
}

/** The mean difference of two pictures, channel by channel, once both are small. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([pixelsOf(one), pixelsOf(other)])
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  const total = a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0)
  return total / a.length
}

async function pixelsOf(png: Buffer): Promise<Uint8ClampedArray> {
  const image = await loadImage(png)
  const height = Math.round((WIDTH * image.height) / image.width)
  const context = createCanvas(WIDTH, height).getContext('2d')
  context.drawImage(image, 0, 0, WIDTH, height)
  return context.getImageData(0, 0, WIDTH, height).data
}
