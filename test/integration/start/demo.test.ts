import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { dataFolder, navette, plain, serversIn } from './navette.js'

const DEMO_MS = 180_000
/** Ended quarters and the same story, whatever day the test runs. */
const NAVETTE_DEMO_DATE = '2026-11-20'

const SignedIn = z.object({ token: z.string() })
const Page = z.object({ items: z.array(z.unknown()) })

test(
  'the demo, cut short once, is played again from the start, and every rule holds in it',
  async () => {
    const NAVETTE_DATA = dataFolder()
    const env = { NAVETTE_DATA, NAVETTE_DEMO: 'true', NAVETTE_DEMO_DATE }

    const cut = navette(['start'], { env })
    await cut.says(/Démonstration : le livret/)
    await pause(300)
    expect(await cut.stop('SIGINT')).toBe(0)
    expect([plain(cut.stderr), serversIn(NAVETTE_DATA)]).toEqual(['', []])

    const whole = navette(['start'], { env })
    await whole.says(/avait été interrompue : sa base est effacée/)
    const address = await whole.address()
    const signedIn = await fetch(`${address}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        email: 'pharmacien@navette.demo',
        password: 'Navette-Demo-2026',
      }),
    })
    expect(signedIn.status).toBe(200)
    const { token } = SignedIn.parse(await signedIn.json())
    const submitted = await fetch(`${address}/api/v1/orders?state=submitted`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(Page.parse(await submitted.json()).items.length).toBeGreaterThan(0)

    const verify = navette(['verify', '--json'], { env })
    expect([await verify.ended, JSON.parse(verify.stdout).violations]).toEqual([0, []])
    expect(await whole.stop('SIGTERM')).toBe(0)
  },
  DEMO_MS,
)
