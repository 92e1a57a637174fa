import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { START } from '../../builders/world.js'
import { type AccessWorld, type Answer, ORIGIN, openAccessWorld } from './access-world.js'
import { type FakeProvider, type Persona, startFakeProvider } from './fake-provider.js'

const CLIENT_ID = 'navette'
const RPPS_SUBJECT = '810005173140'

let provider: FakeProvider
let world: AccessWorld
beforeAll(async () => {
  provider = await startFakeProvider(CLIENT_ID)
  world = await openAccessWorld({
    oidc: {
      issuer: provider.issuer,
      clientId: CLIENT_ID,
      clientSecret: 'un secret',
      redirectUrl: `${ORIGIN}/api/auth/oidc/callback`,
      acrValues: 'eidas1',
      scope: 'openid scope_all',
    },
  })
})
afterAll(async () => {
  await world.close()
  await provider.stop()
})
beforeEach(() => world.clock.set(START))

const start = (query = '') => world.send(`/api/auth/oidc/start${query}`)
const cookieOf = ({ headers }: Answer, name: string) =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(';')[0] ?? ''
const locationOf = ({ headers }: Answer) => headers.get('location') ?? ''
const comeBack = ({ pathname, search }: URL, cookie: string) =>
  world.send(`${pathname}${search}`, { cookie })

/** The whole way, as the browser of this person walks it. */
async function walk(persona: Persona, query = '') {
  const started = await start(query)
  const callback = provider.consent(locationOf(started), persona)
  return comeBack(callback, cookieOf(started, 'navette_oidc'))
}

/** Somebody whose national identifier an administrator has linked. */
async function linkedPerson(subject: string) {
  const groupingId = await world.given.grouping()
  const boss = await world.person()
  const { userId, email } = await world.person()
  await world.given.grant({ userId: boss.userId, role: 'administrator', groupingId })
  await world.given.grant({ userId, role: 'pharmacist', groupingId })
  const answer = await world.send(`/api/v1/users/${userId}/identities`, {
    token: await world.signedIn(boss.email),
    body: { issuer: provider.issuer, subject },
  })
  expect(answer.status).toBe(204)
  return { userId, email, groupingId, boss }
}

test('the browser is sent to the provider with PKCE, state, nonce and the level we want', async () => {
  const answer = await start()

  const asked = new URL(locationOf(answer)).searchParams
  expect(answer.status).toBe(302)
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    client_id: CLIENT_ID,
    redirect_uri: `${ORIGIN}/api/auth/oidc/callback`,
    scope: 'openid scope_all',
    acr_values: 'eidas1',
    code_challenge_method: 'S256',
  })
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toHaveLength(43)
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).not.toContain(asked.get('state'))
})

test('a linked pharmacist comes back signed in, with a second factor proven', async () => {
  const { userId } = await linkedPerson(RPPS_SUBJECT)

  const answer = await walk(
    { sub: 'f:wallet:1', acr: 'eidas1', subjectNameId: RPPS_SUBJECT },
    '?returnTo=/commandes',
  )

  expect(answer.status).toBe(302)
  expect(locationOf(answer)).toBe('/commandes')
  const session = await world.send('/api/auth/session', {
    cookie: cookieOf(answer, 'navette_session'),
  })
  expect(session.body.user.id).toBe(userId)
  expect(session.body.secondFactor.provenAt).toBeDefined()
})

test('the national identifier may come from the userinfo endpoint, or be the subject itself', async () => {
  const first = await linkedPerson('810000000001')
  const second = await linkedPerson('sub-of-another-provider')

  const byUserinfo = await walk({
    sub: 'f:wallet:2',
    acr: 'eidas1',
    userinfoSubjectNameId: '810000000001',
  })
  const bySubject = await walk({ sub: 'sub-of-another-provider', acr: 'eidas1' })

  for (const [answer, { userId }] of [
    [byUserinfo, first],
    [bySubject, second],
  ] as const) {
    const cookie = cookieOf(answer, 'navette_session')
    expect((await world.send('/api/auth/session', { cookie })).body.user.id).toBe(userId)
  }
})

test('an identity nobody linked is refused in plain words, and opens nothing', async () => {
  const answer = await walk({ sub: 'inconnu', acr: 'eidas1', subjectNameId: '899999999999' })

  expect(answer.status).toBe(403)
  expect(answer.body.reason).toBe('identity-not-linked')
  expect(answer.body.detail).toContain('ask your administrator')
  expect(cookieOf(answer, 'navette_session')).toBe('')
})

test('a linked account that is disabled is refused like an unknown one', async () => {
  const { userId } = await linkedPerson('810000000002')
  await world.owner.prisma.appUser.update({
    where: { id: userId },
    data: { disabledAt: world.clock.now() },
  })

  const answer = await walk({ sub: 's', acr: 'eidas1', subjectNameId: '810000000002' })

  expect(answer.status).toBe(403)
})

test.for<[string, Partial<Persona>]>([
  ['a nonce that is not ours', { nonce: 'rejouée' }],
  ['a token made for another client', { audience: 'autre' }],
  ['a signature by an unknown key', { forgesSignature: true }],
  ['a lower authentication level', { acr: 'eidas0' }],
  ['no authentication level', { acr: undefined }],
])('an answer with %s is refused', async ([, wrong]) => {
  const subject = `8${Math.abs(hashOf(JSON.stringify(wrong)))}`
  await linkedPerson(subject)

  const answer = await walk({ sub: 's', acr: 'eidas1', subjectNameId: subject, ...wrong })

  expect(answer.status).toBe(401)
  expect(answer.body.code).toBe('invalid-credentials')
  expect(cookieOf(answer, 'navette_session')).toBe('')
})

test('an answer to another browser’s request is refused: state and cookie must belong together', async () => {
  await linkedPerson('810000000003')
  const persona = { sub: 's', acr: 'eidas1', subjectNameId: '810000000003' }
  const attacker = await start()
  const victim = await start()
  const callback = provider.consent(locationOf(attacker), persona)
  const altered = new URL(callback)
  altered.searchParams.set('state', 'autre')

  const answers = [
    await comeBack(callback, cookieOf(victim, 'navette_oidc')),
    await comeBack(altered, cookieOf(attacker, 'navette_oidc')),
    await comeBack(callback, ''),
    await comeBack(callback, 'navette_oidc=bricolé'),
  ]

  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401])
})

test('a code is worth one session, and a sign-in left open for ten minutes is over', async () => {
  await linkedPerson('810000000004')
  const persona = { sub: 's', acr: 'eidas1', subjectNameId: '810000000004' }
  const started = await start()
  const cookie = cookieOf(started, 'navette_oidc')
  const callback = provider.consent(locationOf(started), persona)

  expect((await comeBack(callback, cookie)).status).toBe(302)
  expect((await comeBack(callback, cookie)).status).toBe(401)

  const slow = await start()
  const late = provider.consent(locationOf(slow), persona)
  world.clock.advance({ minutes: 10 })
  expect((await comeBack(late, cookieOf(slow, 'navette_oidc'))).status).toBe(401)
})

test('somebody who declines at the provider is told to start again', async () => {
  const started = await start()
  const callback = new URL(`${ORIGIN}/api/auth/oidc/callback?error=access_denied`)
  callback.searchParams.set('state', new URL(locationOf(started)).searchParams.get('state') ?? '')

  const answer = await comeBack(callback, cookieOf(started, 'navette_oidc'))

  expect(answer.body.code).toBe('invalid-credentials')
  expect(answer.body.detail).toContain('start again')
})

test('the way back never leads to another site', async () => {
  for (const path of [
    '//pirate.example',
    'https://pirate.example',
    '/\\pirate.example',
    '/a%0d%0a',
  ]) {
    const answer = await start(`?returnTo=${path}`)
    expect([path, answer.status]).toEqual([path, 422])
  }
})

test('an identity belongs to one account, and only administrators of all its groupings link it', async () => {
  const { userId, boss } = await linkedPerson('810000000005')
  const other = await linkedPerson('810000000006')
  const body = { issuer: provider.issuer, subject: '810000000005' }
  const token = await world.signedIn(boss.email)
  const otherToken = await world.signedIn(other.boss.email)
  const link = (id: string, by: string) =>
    world.send(`/api/v1/users/${id}/identities`, { token: by, body })

  expect((await link(userId, token)).status).toBe(204)
  expect((await link(other.userId, otherToken)).body.code).toBe('duplicate')
  expect((await link(userId, otherToken)).status).toBe(404)
  await world.given.grant({ userId, role: 'auditor', groupingId: other.groupingId })
  expect((await link(userId, otherToken)).status).toBe(403)
  expect((await link(userId, token)).status).toBe(403)
})

test('without a provider the way there does not exist', async () => {
  const plain = await openAccessWorld()

  expect((await plain.send('/api/auth/oidc/start')).status).toBe(404)
  expect((await plain.send('/api/auth/oidc/callback?code=x')).status).toBe(404)
  await plain.close()
})

const hashOf = (text: string): number =>
  [...text].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7)
