import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { authenticate } from '../../../src/access/index.js'
import { calendarDate, dateColumn } from '../../../src/kernel/calendar.js'
import { START } from '../../builders/world.js'
import { type AccessWorld, openAccessWorld } from './access-world.js'

let world: AccessWorld
beforeAll(async () => {
  world = await openAccessWorld()
})
afterAll(() => world.close())
beforeEach(() => world.clock.set(START))

const statusOf = async (token: string) => (await world.send('/api/auth/session', { token })).status
const actorOf = (token: string) =>
  authenticate(world.deps)(new Headers({ authorization: `Bearer ${token}` }))

test('a session ends after fifteen minutes without a request, and each request starts them again', async () => {
  const { email } = await world.person()
  const token = await world.signedIn(email)

  for (let i = 0; i < 3; i++) {
    world.clock.advance({ minutes: 14 })
    expect(await statusOf(token)).toBe(200)
  }
  world.clock.advance({ minutes: 15 })

  expect(await statusOf(token)).toBe(401)
})

test('a session ends twelve hours after it was opened, however busy', async () => {
  const { email } = await world.person()
  const token = await world.signedIn(email)
  for (let i = 0; i < 71; i++) {
    world.clock.advance({ minutes: 10 })
    await actorOf(token)
  }
  expect(await statusOf(token)).toBe(200)

  world.clock.advance({ minutes: 10 })

  expect(await statusOf(token)).toBe(401)
})

test('an installation may choose another idle time', async () => {
  const { email } = await world.person()
  const token = await world.signedIn(email)
  const patient = { ...world.deps, sessionIdleMinutes: 60 }
  world.clock.advance({ minutes: 40 })

  expect(await actorOf(token)).toBeUndefined()
  const headers = new Headers({ authorization: `Bearer ${token}` })
  expect(await authenticate(patient)(headers)).toBeDefined()
})

test('requests within thirty seconds do not write the session again', async () => {
  const { email, userId } = await world.person()
  const token = await world.signedIn(email)
  const lastSeen = async () =>
    (await world.owner.prisma.session.findFirstOrThrow({ where: { userId } })).lastSeenAt
  const opened = await lastSeen()

  world.clock.advance({ minutes: 29 / 60 })
  await actorOf(token)
  expect(await lastSeen()).toEqual(opened)
  world.clock.advance({ minutes: 1 / 60 })
  await actorOf(token)
  expect(await lastSeen()).toEqual(world.clock.now())
})

test('signing out ends the session at once', async () => {
  const { email } = await world.person()
  const token = await world.signedIn(email)

  const answer = await world.send('/api/auth/sign-out', { method: 'POST', token })

  expect(answer.status).toBe(204)
  expect(answer.headers.get('set-cookie')).toMatch(/^navette_session=;/)
  expect(await statusOf(token)).toBe(401)
})

test('signing out elsewhere ends the other sessions, and only one’s own', async () => {
  const { email } = await world.person()
  const colleague = await world.person()
  const [here, there] = [await world.signedIn(email), await world.signedIn(email)]
  const other = await world.signedIn(colleague.email)

  const answer = await world.send('/api/auth/sign-out-elsewhere', { method: 'POST', token: here })

  expect(answer.status).toBe(204)
  expect(await Promise.all([here, there, other].map(statusOf))).toEqual([200, 401, 200])
})

test('a disabled user is refused at the very next request', async () => {
  const { email, userId } = await world.person()
  const token = await world.signedIn(email)

  await world.owner.prisma.appUser.update({
    where: { id: userId },
    data: { disabledAt: world.clock.now() },
  })

  expect(await statusOf(token)).toBe(401)
})

test('no proof, a made-up token and the stored digest of a session are all refused', async () => {
  const { email, userId } = await world.person()
  await world.signedIn(email)
  const { id } = await world.owner.prisma.session.findFirstOrThrow({ where: { userId } })

  for (const headers of [
    {},
    { authorization: 'Bearer nvs_rien' },
    { authorization: `Bearer ${id}` },
    { authorization: 'Basic x' },
    { cookie: `navette_session=${id}` },
    { cookie: `other=1; navette_session=` },
  ]) {
    const answer = await world.send('/api/v1/groupings', { headers })
    expect(answer.status).toBe(401)
    expect(answer.body.code).toBe('unauthenticated')
  }
})

test('somebody whose roles have all ended is known but may do nothing', async () => {
  const { email } = await world.person()
  const token = await world.signedIn(email)

  const answer = await world.send('/api/v1/groupings', { token })

  expect(answer.status).toBe(403)
  expect(answer.body.code).toBe('forbidden')
  expect((await world.send('/api/auth/session', { token })).body.grants).toEqual([])
})

test('a role counts from its first day to its last, by the clock of the grouping', async () => {
  const { email, userId } = await world.person()
  const groupingId = await world.given.grouping()
  await world.given.grant({ userId, role: 'pharmacist', groupingId })
  await world.owner.prisma.roleGrant.updateMany({
    where: { userId },
    data: { fromOn: day('2026-03-14'), toOn: day('2026-03-15') },
  })
  const rolesAt = async (instant: string) => {
    world.clock.set(instant)
    return (await actorOf(await world.signedIn(email)))?.grants.map(({ role }) => role)
  }

  // Paris is an hour ahead of UTC in winter time.
  expect(await rolesAt('2026-03-13T22:59:59Z')).toEqual([])
  expect(await rolesAt('2026-03-13T23:00:00Z')).toEqual(['pharmacist'])
  expect(await rolesAt('2026-03-15T22:59:59Z')).toEqual(['pharmacist'])
  expect(await rolesAt('2026-03-15T23:00:00Z')).toEqual([])
})

test('a role at an establishment follows its membership to the day; a grouping-wide role does not', async () => {
  const { email, userId } = await world.person()
  const groupingId = await world.given.grouping()
  const otherGroupingId = await world.given.grouping()
  const { establishmentId } = await world.given.member(groupingId, {
    fromOn: calendarDate('2026-03-20'),
    toOn: calendarDate('2026-03-31'),
  })
  await world.given.grant({ userId, role: 'requester', groupingId, establishmentId })
  // A member of the first grouping only: its role in the second never counts.
  await world.given.grant({
    userId,
    role: 'receiver',
    groupingId: otherGroupingId,
    establishmentId,
  })
  await world.given.grant({ userId, role: 'courier', groupingId })
  const rolesAt = async (instant: string) => {
    world.clock.set(instant)
    return (await actorOf(await world.signedIn(email)))?.grants.map(({ role }) => role)
  }

  expect(await rolesAt('2026-03-19T12:00:00Z')).toEqual(['courier'])
  expect(await rolesAt('2026-03-20T12:00:00Z')).toEqual(['requester', 'courier'])
  // Summer time since the 29th: the 31st ends at 22:00 UTC.
  expect(await rolesAt('2026-03-31T21:59:00Z')).toEqual(['requester', 'courier'])
  expect(await rolesAt('2026-03-31T22:00:00Z')).toEqual(['courier'])
})

test('the session tells the roles in force with the names of grouping and establishment', async () => {
  const { email, userId } = await world.person()
  const groupingId = await world.given.grouping()
  const { establishmentId } = await world.given.member(groupingId)
  await world.given.grant({ userId, role: 'requester', groupingId, establishmentId })
  const token = await world.signedIn(email)

  const { body } = await world.send('/api/auth/session', { token })

  expect(body.grants).toEqual([
    {
      role: 'requester',
      groupingId,
      groupingName: 'PUI d’essai',
      groupingKind: 'pharmacy',
      establishmentId,
      establishmentName: expect.stringMatching(/^Établissement/),
    },
  ])
  expect(body.secondFactor).toEqual({ isEnabled: false })
  expect(body).toMatchObject({ idleSeconds: 900, endsAt: '2026-03-12T20:00:00.000Z' })
})

test('recognising a caller takes one statement of about a millisecond', async () => {
  const { email } = await world.person()
  const token = await world.signedIn(email)
  for (let i = 0; i < 20; i++) await actorOf(token)
  const times: number[] = []

  for (let i = 0; i < 100; i++) {
    const startedAt = performance.now()
    await actorOf(token)
    times.push(performance.now() - startedAt)
  }

  // Ten times what a quiet machine needs: this catches a query per role, not a busy processor.
  expect(times.sort((a, b) => a - b)[50]).toBeLessThan(10)
})

test('one person’s sessions are out of reach of everybody else, even in plain SQL', async () => {
  const { email } = await world.person()
  await world.signedIn(email)

  const { rows } = await world.db.pool.query('select * from session')

  expect(rows).toEqual([])
})

const day = (text: string) => dateColumn(calendarDate(text))
