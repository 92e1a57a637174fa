import { chownSync } from 'node:fs'
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import {
  canBeNobody,
  dataFolder,
  killServersIn,
  NOBODY,
  navette,
  plain,
  serversIn,
} from './navette.js'

const SLOW_MS = 60_000

describe('navette start', () => {
  test(
    'makes its database, answers, stops in order, and finds everything again at the next start',
    async () => {
      const NAVETTE_DATA = dataFolder()
      const first = navette(['start'], { env: { NAVETTE_DATA } })
      const address = await first.address()
      expect((await fetch(`${address}/health/ready`)).status).toBe(200)
      expect((await fetch(`${address}/api/v1/orders`)).status).toBe(401)
      expect(await first.stop('SIGTERM')).toBe(0)
      expect(plain(first.stdout)).toContain('Navette est arrêtée.')
      expect(first.stderr).toBe('')
      expect(serversIn(NAVETTE_DATA)).toEqual([])

      const FOUNDED = [
        ...['grouping', 'create', 'PUI-1', '--kind', 'pharmacy', '--name', 'GCS Essai'],
        ...['--legal-form', 'GCS', '--address', '1 rue d’Essai', '--phone', '01 99 00 00 00'],
        ...['--responsible-name', 'A. Essai', '--responsible-phone', '01 99 00 00 01'],
        ...['--legal-mention', 'Exonération de TVA', '--json'],
      ]
      const founding = navette(FOUNDED, { env: { NAVETTE_DATA } })
      expect([await founding.ended, founding.stderr]).toEqual([0, ''])
      expect(JSON.parse(founding.stdout)).toMatchObject({ code: 'PUI-1', kind: 'pharmacy' })

      const began = performance.now()
      const second = navette(['start'], { env: { NAVETTE_DATA, NAVETTE_DEMO: 'true' } })
      await second.address()
      expect(performance.now() - began).toBeLessThan(20_000)
      expect(plain(second.stdout)).toContain('la démonstration n’est pas jouée')

      const other = navette(['start'], { env: { NAVETTE_DATA } })
      expect(await other.ended).toBe(2)
      expect(plain(other.stderr)).toMatch(/^✕ Le dossier .+ est déjà utilisé .+ : arrêtez-le/)
      expect(await second.stop('SIGINT')).toBe(0)
    },
    SLOW_MS,
  )

  test(
    'comes back after everything was killed, and takes two close signals of one Ctrl-C for one',
    async () => {
      const NAVETTE_DATA = dataFolder()
      const killed = navette(['start'], { env: { NAVETTE_DATA } })
      await killed.address()
      killServersIn(NAVETTE_DATA)
      expect(await killed.stop('SIGKILL')).toBe('SIGKILL')

      const next = navette(['start'], { env: { NAVETTE_DATA } })
      await next.address()
      next.child.kill('SIGINT')
      await pause(50)
      expect(await next.stop('SIGINT')).toBe(0)
      expect(serversIn(NAVETTE_DATA)).toEqual([])
    },
    SLOW_MS,
  )

  test(
    'stops during its first steps, and at once when asked twice while a request goes on',
    async () => {
      const NAVETTE_DATA = dataFolder()
      const early = navette(['start'], { env: { NAVETTE_DATA } })
      await early.says(/Démarrage de la base/)
      expect(await early.stop('SIGINT')).toBe(0)
      expect(plain(early.stdout)).not.toContain('est prête')
      expect(serversIn(NAVETTE_DATA)).toEqual([])

      const busy = navette(['start'], { env: { NAVETTE_DATA } })
      const { hostname, port } = new URL(await busy.address())
      const endless = request({ hostname, port, method: 'POST', path: '/api/auth/sign-in/email' })
      endless.on('error', () => undefined)
      endless.setHeader('content-type', 'application/json')
      endless.write('{')
      await pause(200)
      busy.child.kill('SIGINT')
      await busy.says(/Arrêt en cours/)
      await pause(700)
      expect(await busy.stop('SIGINT')).toBe(130)
      endless.destroy()
    },
    SLOW_MS,
  )

  test.skipIf(!canBeNobody)(
    'runs for an account without privileges',
    async () => {
      const NAVETTE_DATA = dataFolder()
      chownSync(NAVETTE_DATA, 65_534, 65_534)
      const run = navette(['start', '--json'], { env: { NAVETTE_DATA }, as: NOBODY })
      await run.says(/"state": "ready"/)
      expect(await run.stop('SIGTERM')).toBe(0)
      expect(JSON.parse(run.stdout)).toMatchObject({ state: 'ready', demo: false })
      expect(serversIn(NAVETTE_DATA)).toEqual([])
    },
    SLOW_MS,
  )
})
