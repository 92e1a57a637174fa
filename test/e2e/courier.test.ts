import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { RunView } from '../../src/courier/run-schema.js'
import { CustodyTimeline } from '../../src/custody/schema.js'
import { writeBarcodeFilm } from './support/barcode-film.js'
import { hasNoBrowser, openBrowser } from './support/browser.js'
import { runOf } from './support/courier-round.js'
import { Person } from './support/person.js'
import { keeps, openReady, telephoneOf, verdictOf } from './support/telephone.js'

const isSealed = ({ state }: RunView['stops'][number]['shipments'][number]): boolean =>
  state === 'sealed'

/** A round is driven in the story of the whole path, with a scanner that types. */
describe.skipIf(hasNoBrowser)('the telephone of a courier', () => {
  const folder = mkdtempSync(join(tmpdir(), 'navette-film-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('reads a bag with its camera, by a decoder of our own', async () => {
    const courier = await Person.signedIn('coursier')
    const run = await runOf(courier, ({ stops }) =>
      stops.some(({ shipments }) => shipments.some(isSealed)),
    )
    const stop = run.stops.find(({ shipments }) => shipments.some(isSealed))
    const code = stop?.shipments.find(isSealed)?.containerCode ?? ''
    const film = join(folder, 'bag.y4m')
    writeBarcodeFilm(film, code)
    const seeing = await openBrowser([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ])
    const { context, page, strangers, complaints } = await telephoneOf(seeing)
    await page.goto('/tournee')
    if (run.state === 'planned') {
      const offer = page.getByText(run.number).locator('xpath=ancestor::div[.//button][1]')
      await offer.getByRole('button', { name: 'Prendre cette tournée' }).click()
    }
    await openReady(page, run)
    await page.locator(`a[href$="/arret/${stop?.id}"]`).first().click()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Scanner' }).click()
    await verdictOf(page, code, 'picked-up')
    await page.getByRole('button', { name: 'Fermer l’appareil photo' }).click()
    await context.setOffline(false)
    await keeps(page, 0)

    const { events } = await courier.get(`/custody-events?containerCode=${code}`, CustodyTimeline)
    expect(events.map(({ kind, inputMode }) => [kind, inputMode])).toEqual([
      ['picked-up', 'camera'],
    ])
    expect([strangers, complaints]).toEqual([[], []])
    await seeing.close()
  })
})
