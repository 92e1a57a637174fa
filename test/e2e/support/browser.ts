import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { STORY_BEGINS } from './story.js'

/** Where this machine has no Chromium: `describe.skipIf(hasNoBrowser)`. */
export const hasNoBrowser = inject('e2eAddress') === ''

const QUIET = [
  // The tests run as root in a container, where its sandbox cannot start.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Close it in `afterAll`. `args` adds flags, such as those of a camera that plays a file. */
export const openBrowser = (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: inject('chromium'), args: [...QUIET, ...args] })

/** Generous: a busy machine is slow, not wrong. */
const PATIENCE_MS = 90_000

export interface Screen {
  readonly context: BrowserContext
  readonly page: Page
  /** What was asked of anybody but Navette; a test expects it to be empty. */
  readonly strangers: readonly string[]
  /** What the page reported as wrong, refused requests left out. */
  readonly complaints: readonly string[]
}

type ScreenOptions = Parameters<Browser['newContext']>[0] & {
  /** The instant the browser's clock starts at. */
  readonly at?: string
}

/** A browser without cookies or cache, in Paris, on the day of the story, in front of a desk's screen. */
export async function openScreen(
  browser: Browser,
  { at = STORY_BEGINS, ...options }: ScreenOptions = {},
): Promise<Screen> {
  const address = inject('e2eAddress')
  const context = await browser.newContext({
    baseURL: address,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  await context.clock.install({ time: at })
  const strangers: string[] = []
  const complaints: string[] = []
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    const isOurs = origin === address || protocol === 'data:' || protocol === 'blob:'
    if (!isOurs) strangers.push(request.url())
  })
  context.on('weberror', (failure) => complaints.push(String(failure.error())))
  context.on('console', (message) => {
    const isRefusal = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text())
  })
  return { context, page: await context.newPage(), strangers, complaints }
}
