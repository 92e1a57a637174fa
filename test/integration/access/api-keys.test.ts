import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { GroupingId } from '../../../src/kernel/ids.js'
import { START } from '../../builders/world.js'
import { type AccessWorld, openAccessWorld } from './access-world.js'

let world: AccessWorld
beforeAll(async () => {
  world = await openAccessWorld()
})
afterAll(() => world.close())
beforeEach(() => world.clock.set(START))

async function administrator(groupingId: GroupingId) {
  const { email, userId } = await world.person()
  await world.given.grant({ userId, role: 'administrator', groupingId })
  return { userId, token: await world.signedIn(email) }
}

const machineOf = async (token: string, groupingId: GroupingId) => {
  const { body } = await world.send('/api/v1/users', {
    token,
    body: {
      groupingId,
      kind: 'machine',
      displayName: 'Automate de cueillette',
      roles: [{ role: 'administrator' }],
    },
  })
  return body.id as string
}

/** A grouping with its administrator, a machine and one key of it. */
async function keyed(wish: { scopes?: string[]; expiresOn?: string } = {}) {
  const groupingId = await world.given.grouping()
  const { token } = await administrator(groupingId)
  const userId = await machineOf(token, groupingId)
  const created = await world.send('/api/v1/api-keys', {
    token,
    body: { userId, name: 'Robot', scopes: ['read', 'write'], ...wish },
  })
  expect(created.status).toBe(201)
  return { groupingId, token, userId, key: created.body }
}

test('a key is shown once, recognised by its prefix, and stored as a digest', async () => {
  const { groupingId, token, key } = await keyed()

  expect(key.secret).toMatch(new RegExp(`^nvt_${key.prefix}_`))
  const listed = await world.send(`/api/v1/api-keys?groupingId=${groupingId}`, { token })
  expect(listed.body.items).toHaveLength(1)
  expect(listed.body.items[0]).toMatchObject({
    name: 'Robot',
    userDisplayName: 'Automate de cueillette',
  })
  const stored = await world.owner.pool.query('select * from api_key where id = $1', [key.id])
  for (const place of [listed.body, stored.rows]) {
    expect(JSON.stringify(place)).not.toContain(key.secret)
  }
})

test('a machine acts with the roles its account has today', async () => {
  const { groupingId, key } = await keyed()

  const { status, body } = await world.send('/api/v1/groupings', { token: key.secret })

  expect(status).toBe(200)
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual([groupingId])
})

test('a key that may only read is refused every change', async () => {
  const { groupingId, key } = await keyed({ scopes: ['read'] })
  const path = `/api/v1/groupings/${groupingId}`

  expect((await world.send(path, { token: key.secret })).status).toBe(200)
  const change = await world.send(path, {
    token: key.secret,
    method: 'PATCH',
    body: { phone: '01 02 03 04 05' },
  })

  expect(change.status).toBe(403)
  expect(change.body.needs).toEqual(['write'])
})

test('a key that may only write reads nothing', async () => {
  const { key } = await keyed({ scopes: ['write'] })

  expect((await world.send('/api/v1/groupings', { token: key.secret })).status).toBe(403)
})

test('a key narrowed to some collections is refused the others', async () => {
  const { groupingId, key } = await keyed({ scopes: ['read', 'groupings'] })

  expect((await world.send('/api/v1/groupings', { token: key.secret })).status).toBe(200)
  const users = await world.send(`/api/v1/users?groupingId=${groupingId}`, { token: key.secret })

  expect(users.status).toBe(403)
  expect(users.body.needs).toEqual(['read', 'users'])
})

test('a key ends after its last day', async () => {
  const { key } = await keyed({ expiresOn: '2026-03-13' })
  const use = async () => (await world.send('/api/v1/groupings', { token: key.secret })).status

  world.clock.set('2026-03-13T22:59:00Z')
  expect(await use()).toBe(200)
  world.clock.set('2026-03-13T23:00:00Z')
  expect(await use()).toBe(401)
})

test('a revoked key, and one of a disabled account, are refused at once', async () => {
  const first = await keyed()
  const second = await keyed()
  const use = async (secret: string) =>
    (await world.send('/api/v1/groupings', { token: secret })).status
  expect([await use(first.key.secret), await use(second.key.secret)]).toEqual([200, 200])

  const revoked = await world.send(`/api/v1/api-keys/${first.key.id}/revoke`, {
    method: 'POST',
    token: first.token,
  })
  await world.send(`/api/v1/users/${second.userId}/disable`, {
    method: 'POST',
    token: second.token,
  })

  expect(revoked.body.revokedAt).toBe(world.clock.now().toISOString())
  expect([await use(first.key.secret), await use(second.key.secret)]).toEqual([401, 401])
})

test('the last use of a key is known', async () => {
  const { groupingId, token, key } = await keyed()
  await world.send('/api/v1/groupings', { token: key.secret })

  const listed = await world.send(`/api/v1/api-keys?groupingId=${groupingId}`, { token })

  expect(listed.body.items[0].lastUsedAt).toBe(world.clock.now().toISOString())
})

test('a key cannot be made for a person, nor reach the session of one', async () => {
  const { token, key } = await keyed()
  const groupingId = await world.given.grouping()
  const boss = await administrator(groupingId)

  const forPerson = await world.send('/api/v1/api-keys', {
    token: boss.token,
    body: { userId: boss.userId, name: 'x', scopes: ['read'] },
  })
  const session = await world.send('/api/auth/session', { token: key.secret })

  expect(forPerson.body.code).toBe('wrong-state')
  expect(session.status).toBe(403)
  expect(token).toBeDefined()
})

test('another grouping neither sees nor ends nor makes keys here, even by direct SQL', async () => {
  const here = await keyed()
  const elsewhere = await world.given.grouping()
  const { token, userId } = await administrator(elsewhere)

  const made = await world.send('/api/v1/api-keys', {
    token,
    body: { userId: here.userId, name: 'x', scopes: ['read'] },
  })
  const ended = await world.send(`/api/v1/api-keys/${here.key.id}/revoke`, {
    method: 'POST',
    token,
  })
  const listed = await world.send(`/api/v1/api-keys?groupingId=${here.groupingId}`, { token })
  const { rows } = await asCaller(userId, elsewhere, 'select * from api_key')

  expect([made.status, ended.status, listed.status]).toEqual([404, 404, 404])
  expect(rows).toEqual([])
})

test('somebody who is not administrator makes no key, and a past last day is refused', async () => {
  const { groupingId, token, userId } = await keyed()
  const auditor = await world.person()
  await world.given.grant({ userId: auditor.userId, role: 'auditor', groupingId })
  const auditorToken = await world.signedIn(auditor.email)
  const body = { userId, name: 'x', scopes: ['read'] }

  const refused = await world.send('/api/v1/api-keys', { token: auditorToken, body })
  const late = await world.send('/api/v1/api-keys', {
    token,
    body: { ...body, expiresOn: '2026-03-11' },
  })
  const unscoped = await world.send('/api/v1/api-keys', {
    token,
    body: { ...body, scopes: ['orders'] },
  })
  const seen = await world.send(`/api/v1/api-keys?groupingId=${groupingId}`, {
    token: auditorToken,
  })

  expect(refused.status).toBe(403)
  expect(late.body.errors[0].path).toBe('expiresOn')
  expect(unscoped.body.errors[0].path).toBe('scopes')
  expect(seen.status).toBe(200)
})

async function asCaller(userId: string, groupingId: string, statement: string) {
  const client = await world.db.pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('navette.groupings', $1, true), set_config('navette.user_id', $2, true)`,
      [`{${groupingId}}`, userId],
    )
    return await client.query(statement)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
