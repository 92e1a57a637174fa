import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { type ExternalServer, rowsOf, startExternalServer } from './external.js'
import { dataFolder, expectRefusal, navette, plain, type Run, SECRET } from './navette.js'

const SLOW_MS = 120_000
const DRAWN_MS = 30_000
const PASSWORD = 'Cyclamen-Rouge-4821!'
const ADMINISTRATOR = 'admin@essai.fr'

let server: ExternalServer
beforeAll(async () => {
  server = await startExternalServer()
}, SLOW_MS)
afterAll(() => server.close())

const settings = (DATABASE_URL: string, more: Readonly<Record<string, string>> = {}) => ({
  env: { DATABASE_URL, NAVETTE_SECRET: SECRET, ...more },
})

async function portOf(api: Run): Promise<number> {
  const [, port] = await api.says(/"port":(\d+),"queues":"\w+","msg":"api ready"/)
  return Number(port)
}

/** A grouping with its administrator, from the command line. */
async function found(url: string): Promise<string> {
  const founding = [
    ...['grouping', 'create', 'PUI-1', '--kind', 'pharmacy', '--name', 'GCS Essai'],
    ...['--legal-form', 'GCS', '--address', '1 rue d’Essai', '--phone', '01 99 00 00 00'],
    ...['--responsible-name', 'A. Essai', '--responsible-phone', '01 99 00 00 01'],
    ...['--legal-mention', 'Exonération de TVA, article 261 B du CGI', '--json'],
  ]
  const grouping = navette(founding, settings(url))
  expect([await grouping.ended, grouping.stderr]).toEqual([0, ''])
  const user = ['user', 'create-administrator', 'PUI-1', ADMINISTRATOR, 'Alice Essai']
  const account = navette(user, { ...settings(url), input: `${PASSWORD}\n` })
  expect([await account.ended, account.stderr]).toEqual([0, ''])
  return z.object({ id: z.string() }).parse(JSON.parse(grouping.stdout)).id
}

/** Signs in over one API and adds a member over the other: both keep the same sessions. */
async function addMember([first, second]: readonly [string, string], groupingId: string) {
  const post = (path: string, body: object, headers = {}) =>
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const signedIn = await post(`${first}/api/auth/sign-in/email`, {
    email: ADMINISTRATOR,
    password: PASSWORD,
  })
  const { token } = z.object({ token: z.string() }).parse(await signedIn.json())
  const member = await post(
    `${second}/api/v1/establishments`,
    {
      ...{ groupingId, name: 'Hôpital Essai', shortName: 'Essai', kind: 'MCO' },
      ...{ addressLine: '2 rue d’Essai', postalCode: '92150', town: 'Suresnes' },
      ...{ fromOn: '2026-01-01', activities: [] },
    },
    { authorization: `Bearer ${token}` },
  )
  expect([member.status, await member.text()]).toEqual([201, expect.any(String)])
}

/**
 * Waits for a first document on the database, which knows before any process says so. A month without
 * a cost pool has only some that can be drawn.
 */
async function untilDrawn(url: string): Promise<number> {
  const deadline = performance.now() + DRAWN_MS
  for (;;) {
    const [row] = await rowsOf(
      url,
      `select count(*)::int as all, count(c.document_id)::int as drawn
       from document d left join document_content c on c.document_id = d.id`,
    )
    const { all, drawn } = row ?? {}
    if (typeof drawn === 'number' && drawn > 0) return drawn
    if (performance.now() > deadline) throw new Error(`${drawn} of ${all} documents were drawn`)
    await new Promise((resume) => setTimeout(resume, 100))
  }
}

describe('api and worker apart, against a PostgreSQL of the hospital', () => {
  test(
    'wait for migrate, refuse another secret or password, and say what to do',
    async () => {
      const url = await server.newDatabase()
      await expectRefusal(navette(['api'], settings(url)), 2, /pas à jour .+ : lancez d’abord/)

      const both = [0, 1].map(() => navette(['migrate', '--json'], settings(url)))
      expect(await Promise.all(both.map((run) => run.ended))).toEqual([0, 0])

      const otherSecret = { NAVETTE_SECRET: SECRET.toUpperCase() }
      await expectRefusal(
        navette(['worker'], settings(url, otherSecret)),
        2,
        /navette_app est refusé : .+ autre NAVETTE_SECRET ; lancez/,
      )
      const wrong = new URL(url)
      wrong.password = 'wrong'
      await expectRefusal(
        navette(['api'], settings(wrong.href)),
        2,
        /mot de passe est refusé : corrigez DATABASE_URL/,
      )
      await expectRefusal(
        navette(['migrate'], settings(url.replace(/hospital_\d+/, 'nowhere'))),
        2,
        /n’existe pas : créez-la .+ DATABASE_URL/,
      )
      await expectRefusal(
        navette(['worker'], settings(url, { REDIS_URL: 'redis://127.0.0.1:1' })),
        2,
        /Redis ne répond pas à 127\.0\.0\.1:1 : démarrez-le/,
      )
    },
    SLOW_MS,
  )

  test.for([{ backend: 'postgres' }, { backend: 'redis' }])(
    'two of each share the work over $backend, draw the documents, and stop in order',
    { timeout: SLOW_MS },
    async ({ backend }, { skip }) => {
      const redisUrl = inject('redisUrl')
      if (backend === 'redis' && redisUrl === '') skip('this machine has no Redis')
      const url = await server.newDatabase()
      expect(await navette(['migrate'], settings(url)).ended).toBe(0)
      const groupingId = await found(url)
      const STORAGE_URL = join(dataFolder(), 'documents')
      const shared = settings(url, {
        STORAGE_URL,
        ...(backend === 'redis' && { REDIS_URL: redisUrl }),
      })
      const runs = ['api', 'api', 'worker', 'worker'].map((part) => navette([part], shared))
      const [first, second, ...workers] = runs
      if (first === undefined || second === undefined) throw new TypeError('Two APIs')
      const addresses = [
        `http://127.0.0.1:${await portOf(first)}`,
        `http://127.0.0.1:${await portOf(second)}`,
      ] as const
      for (const worker of workers) await worker.says(/"queues":"\w+","msg":"worker ready"/)
      for (const address of addresses) {
        expect((await fetch(`${address}/health/ready`)).status).toBe(200)
      }

      await addMember(addresses, groupingId)
      const closing = navette(['close', 'PUI-1', '2026-01', '--as', ADMINISTRATOR], shared)
      expect([await closing.ended, closing.stderr]).toEqual([0, ''])
      expect(await untilDrawn(url)).toBeGreaterThanOrEqual(1)

      expect(await Promise.all(runs.map((run) => run.stop('SIGTERM')))).toEqual([0, 0, 0, 0])
      expect(runs.map((run) => run.stderr).join('')).toBe('')
      const verify = navette(['verify', '--documents', 'all'], shared)
      expect([await verify.ended, plain(verify.stdout)]).toEqual([
        0,
        expect.stringContaining('Toutes les règles tiennent'),
      ])
    },
  )
})
