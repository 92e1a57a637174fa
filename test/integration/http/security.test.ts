import { openAPIRouteHandler } from 'hono-openapi'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { calendarDate } from '../../../src/kernel/calendar.js'
import { GroupingId } from '../../../src/kernel/ids.js'
import { ROLES } from '../../../src/kernel/roles.js'
import { contract, createRouter } from '../../../src/platform/http/contract.js'
import { type Answer, Caller } from '../../builders/caller.js'
import { openHttpWorld } from '../../builders/http.js'
import { type Attack, attack, digestOf, type Target } from './attack.js'
import { hostileAttempts, sendHostile } from './hostile.js'
import { OpenApi, type Operation, operationsOf } from './operations.js'
import { type Alliance, foundAlliance } from './story/alliance.js'
import { playEverything } from './story/play.js'

let alliance: Alliance
let target: Target
let operations: Operation[]
beforeAll(async () => {
  alliance = await foundAlliance(await openHttpWorld())
  const { world, laboratoryId } = alliance
  const document = OpenApi.parse((await world.anybody.send('GET', '/openapi.json')).body)
  target = { document, laboratoryId, ids: await playEverything(alliance) }
  operations = operationsOf(document)
}, 120_000)
afterAll(() => alliance.world.close())

const isProtected = ({ roles }: Operation): boolean => roles !== 'anonymous'
/** One's own account: whoever has a session may use it, whatever their roles. */
const isBusiness = ({ path }: Operation): boolean => path.startsWith('/api/v1/')

const isOneOf =
  (...statuses: number[]) =>
  ({ status, body }: Answer): boolean =>
    statuses.includes(status) && typeof body.code === 'string'
const isForbidden = isOneOf(403, 404)

/** Attacks, and says which tables changed meanwhile. */
async function attacked(...attacks: Attack[]) {
  const { pool } = alliance.world.owner
  const before = await digestOf(pool)
  const offences = (await Promise.all(attacks.map((one) => attack(target, one)))).flat()
  const after = await digestOf(pool)
  const written = Object.keys(after).filter((table) => after[table] !== before[table])
  return { offences, written }
}
const NOTHING = { offences: [], written: [] }

describe('every route of /openapi.json', { timeout: 60_000 }, () => {
  test('is known to this suite, and says who may call it', () => {
    expect(operations.length).toBeGreaterThan(140)
    expect(operations.filter(isBusiness).length).toBeGreaterThan(130)
    expect(
      operations.filter((operation) => !isProtected(operation)).map(({ path }) => path),
    ).toEqual([
      '/api/auth/sign-in/email',
      '/api/auth/methods',
      '/api/auth/oidc/start',
      '/api/auth/oidc/callback',
    ])
  })

  test('refuses whoever has no session, with 401', async () => {
    const found = await attacked({
      who: 'anybody',
      caller: alliance.world.anybody,
      operations: operations.filter(isProtected),
      isRefused: isOneOf(401),
    })

    expect(found).toEqual(NOTHING)
  })

  test('refuses a forged cookie, a forged token and a forged key, with 401', async () => {
    const { url } = alliance.world
    const forged = (headers: Readonly<Record<string, string>>) => ({
      send: (method: string, path: string, wish = {}) =>
        new Caller({ url }).send(method, path, { ...wish, headers }),
    })
    const found = await attacked(
      ...[
        { cookie: 'navette_session=nvs_forged', 'x-navette-request': '1' },
        { authorization: 'Bearer nvs_forged' },
        { authorization: 'Bearer nvt_forged' },
      ].map((headers) => ({
        who: JSON.stringify(headers),
        caller: forged(headers),
        operations: operations.filter(isProtected),
        isRefused: isOneOf(401),
      })),
    )

    expect(found).toEqual(NOTHING)
  })

  test('refuses somebody whose membership, or whose role, has ended', async () => {
    const { world, pharmacyId } = alliance
    const left = await world.given.member(pharmacyId, { toOn: calendarDate('2026-03-11') })
    const { establishmentId } = left
    const ended = await world.person({ role: 'requester', groupingId: pharmacyId, establishmentId })
    const found = await attacked({
      who: 'a member that left yesterday',
      caller: ended,
      operations: operations.filter(isBusiness),
      isRefused: isOneOf(403),
    })

    expect(found).toEqual(NOTHING)
  })

  test.for(ROLES)('refuses a %s wherever the contract does not name this role', async (role) => {
    const refused = operations.filter(({ roles }) => Array.isArray(roles) && !roles.includes(role))
    expect(refused.length).toBeGreaterThan(40)

    const found = await attacked({
      who: role,
      caller: alliance.cast[role],
      operations: refused,
      isRefused: isForbidden,
    })
    expect(found).toEqual(NOTHING)
  })

  test('lets in every role its contract names, to read', async () => {
    const { cast } = alliance
    const readings = operations.filter(({ method }) => method === 'GET')
    const named = ROLES.map((role) => ({
      who: role,
      caller: cast[role],
      operations: readings.filter(({ roles }) => Array.isArray(roles) && roles.includes(role)),
      isRefused: ({ status }: Answer) => status < 500 && status !== 401 && status !== 403,
    }))

    expect(named.flatMap((one) => one.operations).length).toBeGreaterThan(50)
    expect(await attacked(...named)).toEqual(NOTHING)
  })

  /** The catalogue of products is shared by all groupings: the hub of any of them may keep it. */
  const SHARED = [
    ...['createProduct', 'changeProduct', 'changePresentation', 'setVatRate'],
    ...['requestCatalogueImport', 'listCatalogueImports', 'showCatalogueImport'],
    ...['listProducts', 'showProduct'],
    ...['listReceptionReasons', 'streamEvents'],
  ]
  const reachesATenant = (operation: Operation): boolean =>
    isBusiness(operation) && !SHARED.includes(operation.operationId)

  /** A phone hears what became of each event; the queues are counted for every administrator. */
  const OWN_ANSWERS: Readonly<Record<string, (answer: Answer) => boolean>> = {
    ingestCustodyEvents: ({ body }) => body.counts.rejected === 1 && body.counts.accepted === 0,
    listJobs: ({ body }) => body.recent.length === 0,
  }

  /** Refused, or a success that says nothing of Alpha. */
  const tellsNothingOf =
    (secrets: readonly string[]) =>
    (answer: Answer, { roles, method, operationId }: Operation): boolean => {
      if (isForbidden(answer)) return true
      const isSilent = !secrets.some((secret) => answer.text.includes(secret))
      const isQuestion = method === 'GET' && (roles === 'any' || answer.body.items?.length === 0)
      const isAllowed = isQuestion || OWN_ANSWERS[operationId]?.(answer) === true
      return answer.status === 200 && isAllowed && isSilent
    }

  test('refuses every role of another grouping, and tells it nothing', async () => {
    const { world, laboratoryId, alpha } = alliance
    const pharmacy = await world.given.grouping()
    const laboratory = await world.given.grouping({ kind: 'laboratory' })
    const wishes = [pharmacy, laboratory].flatMap((groupingId) =>
      ROLES.map((role) => ({ role, groupingId })),
    )
    const stranger = await world.person(...wishes)
    const found = await attacked({
      who: 'every role elsewhere',
      caller: stranger,
      operations: operations.filter(reachesATenant),
      isRefused: tellsNothingOf([
        target.ids['groupingId'] ?? '',
        laboratoryId,
        alpha.establishmentId,
      ]),
    })

    expect(found).toEqual(NOTHING)
  })

  test('refuses another member of the same groupings, and tells it nothing of Alpha', async () => {
    const { world, laboratoryId, pharmacyId, beta, alpha } = alliance
    const { establishmentId } = beta
    const wishes = [pharmacyId, GroupingId.parse(laboratoryId)].flatMap((groupingId) =>
      (['requester', 'receiver'] as const).map((role) => ({
        ...{ role, groupingId },
        establishmentId: z.string().brand<'EstablishmentId'>().parse(establishmentId),
      })),
    )
    const neighbour = await world.person(...wishes)
    const ownOfAlpha = ['orders', 'deliveries', 'specimen-shipments', 'statements', 'documents']
    const found = await attacked({
      who: 'Beta',
      caller: neighbour,
      operations: operations.filter(reachesATenant),
      isRefused: tellsNothingOf([
        alpha.establishmentId,
        ...ownOfAlpha.map((collection) => target.ids[collection] ?? ''),
      ]),
    })

    expect(found).toEqual(NOTHING)
  })

  test('answers the right person: the story of this suite reaches what it attacks', async () => {
    const { cast } = alliance
    for (const [role, collection] of [
      ['requester', 'orders'],
      ['receiver', 'deliveries'],
      ['requester', 'specimen-shipments'],
      ['receiver', 'statements'],
      ['courier', 'runs'],
      ['dispatcher', 'run-templates'],
      ['auditor', 'documents'],
      ['auditor', 'allocation-keys'],
    ] as const) {
      const answer = await cast[role].send('GET', `/api/v1/${collection}/${target.ids[collection]}`)
      expect([collection, answer.status]).toEqual([collection, 200])
    }
  })
})

describe('what is beside /api/v1', () => {
  test('shows the queue board to administrators only', async () => {
    const { world, cast } = alliance
    const board = '/admin/queues/api/queues'
    expect((await world.anybody.send('GET', board)).status).toBe(401)
    expect((await cast.auditor.send('GET', board)).status).toBe(403)
    expect((await cast.administrator.send('GET', board)).status).toBe(200)
  })

  test('refuses a cookie that another site sends along', async () => {
    const { cast } = alliance
    const headers = { origin: 'https://ailleurs.example', 'x-navette-request': '' }
    const answer = await cast.administrator.send('POST', '/api/v1/users', { headers, body: {} })

    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden'])
  })
})

describe('values that no honest client sends', () => {
  /** What would lock the sender out, and what never ends. */
  const SPARED = /^(disableUser|enableUser|resetPassword|revoke\w+|streamEvents)$/

  test('are refused as documented, or kept: no route fails on them', async () => {
    const { world, pharmacyId, laboratoryId } = alliance
    const everything = [pharmacyId, laboratoryId].flatMap((groupingId) =>
      ROLES.map((role) => ({ role, groupingId })),
    )
    const sender = await world.person(...everything)
    const tried = operations.filter(
      (operation) => isBusiness(operation) && !SPARED.test(operation.operationId),
    )
    const { sent, failures } = await sendHostile(sender, hostileAttempts(target, tried))

    expect(sent).toBeGreaterThan(1000)
    expect(failures).toEqual([])
  }, 90_000)
})

describe('a route that forgot its protection', () => {
  test('is found by the same attack', async () => {
    const answers = {
      200: { description: 'Something', schema: z.object({ items: z.array(z.string()) }) },
    }
    const app = createRouter().get(
      '/api/v1/planted',
      contract({
        operationId: 'planted',
        summary: 'x',
        tag: 'x',
        roles: ['administrator'],
        answers,
      }),
      (c) => c.json({ items: ['secret'] }),
    )
    app.get('/openapi.json', openAPIRouteHandler(app, { documentation: {} }))
    const shown: unknown = await (await app.request('/openapi.json')).json()
    const document = OpenApi.parse({
      ...target.document,
      ...z.record(z.string(), z.unknown()).parse(shown),
      components: target.document.components,
    })
    const caller = {
      send: async (method: string, path: string): Promise<Answer> => {
        const { status, headers } = await app.request(path, { method })
        return { status, headers, bytes: new Uint8Array(), text: '', body: {} }
      },
    }
    const planted = operationsOf(document)
    const isRefused = isOneOf(401)

    expect(planted).toHaveLength(1)
    expect(
      await attack(
        { ...target, document },
        { who: 'anybody', caller, operations: planted, isRefused },
      ),
    ).toEqual(['anybody: GET /api/v1/planted answers 200 '])
  })
})
