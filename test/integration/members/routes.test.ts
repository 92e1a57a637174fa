import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  establishmentRoutes,
  groupingRoutes,
  membershipRoutes,
  userRoutes,
} from '../../../src/members/index.js'
import type { Context } from '../../../src/platform/context.js'
import { createRouter } from '../../../src/platform/http/contract.js'
import { onError } from '../../../src/platform/http/problem.js'
import { openWorld, type World } from '../../builders/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** The routes as this caller reaches them; replies are checked against their schemas. */
function apiOf(ctx: Context) {
  const app = createRouter()
  app.onError(onError)
  app.use(async (c, next) => {
    c.set('ctx', ctx)
    c.set('log', pino({ level: 'silent' }))
    c.set('requestId', 'test')
    c.set('checksReplies', true)
    await next()
  })
  app
    .route('/groupings', groupingRoutes)
    .route('/establishments', establishmentRoutes)
    .route('/memberships', membershipRoutes)
    .route('/users', userRoutes)
  return async (method: string, path: string, body?: unknown) => {
    const response = await app.request(path, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
}

async function administered() {
  const groupingId = await world.given.grouping()
  const ctx = await world.as({ role: 'administrator', groupingId })
  return { groupingId, ctx, api: apiOf(ctx) }
}

const SITE = {
  name: 'Hôpital Foch',
  shortName: 'Foch',
  kind: 'MCO',
  siret: '35600000000048',
  addressLine: '40 rue Worth',
  postalCode: '92150',
  town: 'Suresnes',
  latitude: 48.87,
  longitude: 2.22,
}

test('an administrator builds a grouping: site, unit, delivery point, people', async () => {
  const { groupingId, api } = await administered()
  const made = await api('POST', '/establishments', { ...SITE, groupingId, fromOn: '2026-01-01' })
  expect(made.status).toBe(201)
  const site = `/establishments/${made.body.id}`

  const unit = await api('POST', `${site}/care-units`, { code: 'UF12', name: 'Mimosas' })
  const point = await api('POST', `${site}/delivery-points`, {
    name: 'Quai',
    opensAt: '07:00',
    closesAt: '16:30',
  })
  const renamed = await api('PUT', `${site}/care-units/${unit.body.id}`, {
    code: 'UF13',
    name: 'Lilas',
  })
  const moved = await api('PUT', `${site}/delivery-points/${point.body.id}`, {
    name: 'Quai nord',
    instructions: 'Sonner deux fois',
    opensAt: '08:00',
    closesAt: '12:00',
  })
  const hub = await api('PATCH', `/groupings/${groupingId}`, { hubEstablishmentId: made.body.id })

  expect([unit.status, point.status, renamed.status, moved.status]).toEqual([201, 201, 200, 200])
  expect(renamed.body).toMatchObject({ code: 'UF13', name: 'Lilas' })
  expect((await api('GET', `${site}/delivery-points`)).body.items).toEqual([moved.body])
  expect((await api('GET', `${site}/care-units`)).body.items).toEqual([renamed.body])
  expect(hub.body.hubEstablishmentName).toBe('Hôpital Foch')
  expect((await api('GET', '/groupings')).body.items).toEqual([hub.body])
  const changed = await api('PATCH', site, { phone: '01 46 25 20 00' })
  expect(changed.body).toMatchObject({ phone: '01 46 25 20 00', latitude: 48.87, town: 'Suresnes' })
  expect((await api('GET', site)).body).toEqual(changed.body)
  const listed = await api('GET', `/establishments?groupingId=${groupingId}`)
  expect(listed.body.items).toEqual([changed.body])
  const people = await api('GET', `/users?groupingId=${groupingId}`)
  expect(people.body.items).toHaveLength(1)
})

test('a member is listed, ended and entered again over HTTP', async () => {
  const { groupingId, api } = await administered()
  const { establishmentId } = await world.given.member(groupingId)
  const [membership] = (await api('GET', `/memberships?groupingId=${groupingId}`)).body.items

  const ended = await api('POST', `/memberships/${membership.id}/end`, { toOn: '2026-03-31' })
  const again = await api('POST', '/memberships', {
    groupingId,
    establishmentId,
    fromOn: '2026-05-01',
  })

  expect([ended.status, again.status]).toEqual([200, 201])
  expect(again.body.memberOrder).toBe(membership.memberOrder)
})

test('a person is entered, given a role, deprived of it, closed and opened over HTTP', async () => {
  const { groupingId, api } = await administered()
  const created = await api('POST', '/users', {
    groupingId,
    email: 'routes@exemple.fr',
    displayName: 'Routes',
    roles: [{ role: 'preparer' }],
  })
  const user = `/users/${created.body.id}`
  const role = await api('POST', `${user}/grants`, { groupingId, role: 'courier' })
  const revoked = await api('POST', `${user}/grants/${role.body.id}/revoke`, {})
  const byEmail = await api('POST', '/users/grants', {
    ...{ groupingId, email: 'routes@exemple.fr', role: 'dispatcher' },
  })
  const reset = await api('POST', `${user}/password`, { password: 'Comprimés-2026!' })
  const closed = await api('POST', `${user}/disable`)
  const opened = await api('POST', `${user}/enable`)

  const answers = [created, role, revoked, byEmail, reset, closed, opened]
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 200, 201, 200, 200, 200])
})

test('duplicates, wrong hours, unknown fields and a hub that is no member are refused by name', async () => {
  const { groupingId, api } = await administered()
  const { establishmentId } = await world.given.member(groupingId)
  const stranger = await world.given.establishment()
  const site = `/establishments/${establishmentId}`

  const twice = await api('POST', `${site}/care-units`, { code: 'UF1', name: 'x' })
  const again = await api('POST', `${site}/delivery-points`, {
    name: 'Quai',
    opensAt: '07:00',
    closesAt: '08:00',
  })
  const hours = await api('POST', `${site}/delivery-points`, {
    name: 'Cave',
    opensAt: '12:00',
    closesAt: '08:00',
  })
  const unknown = await api('PATCH', `/groupings/${groupingId}`, { kind: 'laboratory' })
  const hub = await api('PATCH', `/groupings/${groupingId}`, {
    hubEstablishmentId: stranger.establishmentId,
  })

  expect([twice.body.code, again.body.code]).toEqual(['duplicate', 'duplicate'])
  expect(hours.body.errors).toEqual([{ path: 'closesAt', message: 'Closes after it opens' }])
  expect(unknown.status).toBe(422)
  expect(hub.body.code).toBe('not-a-member')
})

test('reading is for everybody concerned, changing for administrators, and strangers find nothing', async () => {
  const { groupingId, ctx } = await administered()
  const { establishmentId } = await world.given.member(groupingId)
  const site = `/establishments/${establishmentId}`
  const attempts: [string, string, unknown?][] = [
    ['PATCH', site, { town: 'x' }],
    ['POST', `${site}/care-units`, { code: 'a', name: 'a' }],
    ['POST', `${site}/delivery-points`, { name: 'a', opensAt: '07:00', closesAt: '08:00' }],
  ]
  const statusesFor = async (caller: Context) => {
    const api = apiOf(caller)
    const reads = await Promise.all(
      [site, `${site}/care-units`, `${site}/delivery-points`].map((path) => api('GET', path)),
    )
    const writes = await Promise.all(
      attempts.map(([method, path, body]) => api(method, path, body)),
    )
    return [...reads, ...writes].map(({ status }) => status)
  }

  const member = await world.as({ role: 'requester', groupingId, establishmentId })
  const auditor = await world.as({ role: 'auditor', groupingId })
  const stranger = (await administered()).ctx

  expect(await statusesFor(member)).toEqual([200, 200, 200, 403, 403, 403])
  expect(await statusesFor(auditor)).toEqual([200, 200, 200, 403, 403, 403])
  expect(await statusesFor(stranger)).toEqual([404, 404, 404, 404, 404, 404])
  expect(await statusesFor(ctx)).toEqual([200, 200, 200, 200, 201, 201])
  const grouping = await apiOf(stranger)('GET', `/groupings/${groupingId}`)
  expect(grouping.status).toBe(404)
  expect((await apiOf(auditor)('PATCH', `/groupings/${groupingId}`, {})).status).toBe(403)
})
