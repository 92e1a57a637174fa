import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type AccessWorld, ORIGIN, openAccessWorld, PASSWORD } from './access-world.js'

let world: AccessWorld
beforeAll(async () => {
  world = await openAccessWorld()
})
afterAll(() => world.close())
afterEach(() => {
  vi.useRealTimers()
})

const signIn = (email: string, password = PASSWORD, address = '192.0.2.1') =>
  world.send('/api/auth/sign-in/email', { body: { email, password }, address })

test('the right password opens a session, by cookie for browsers and by token for scripts', async () => {
  const { email, userId } = await world.person()

  const { status, headers, body } = await signIn(email.toUpperCase())

  expect(status).toBe(200)
  expect(body.user).toEqual({ id: userId, email, displayName: 'Camille Essai' })
  const cookie = headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^navette_session=nvs_/)
  for (const flag of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/'])
    expect(cookie).toContain(flag)
  const byToken = await world.send('/api/auth/session', { token: body.token })
  const byCookie = await world.send('/api/auth/session', { cookie: cookie.split(';')[0] ?? '' })
  expect(byToken.body.user.id).toBe(userId)
  expect(byCookie.body).toEqual(byToken.body)
})

test('a cookie over plain http is not marked Secure, or a first trial on one machine could not sign in', async () => {
  const plain = await openAccessWorld({ publicUrl: 'http://localhost:3000' })
  const { email } = await plain.person()

  const { headers } = await plain.send('/api/auth/sign-in/email', {
    body: { email, password: PASSWORD },
  })

  expect(headers.get('set-cookie')).not.toContain('Secure')
  await plain.close()
})

test('only the digest of the token is stored', async () => {
  const { email, userId } = await world.person()
  const { body } = await signIn(email)

  const sessions = await world.owner.prisma.session.findMany({ where: { userId } })

  expect(sessions).toHaveLength(1)
  expect(sessions[0]?.id).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(sessions)).not.toContain(body.token)
})

test('who signed in, how and from where is in the audit trail', async () => {
  const { email, userId } = await world.person()
  await signIn(email, PASSWORD, '198.51.100.7')

  const [entry] = await world.owner.prisma.auditEntry.findMany({ where: { subjectId: userId } })

  expect(entry).toMatchObject({
    action: 'session.opened',
    actorId: userId,
    details: { means: 'password', address: '198.51.100.7' },
  })
})

test('an unknown account, a disabled one, one without password and a wrong password get the same answer', async () => {
  const known = await world.person()
  const disabled = await world.person()
  const withoutPassword = await world.given.user()
  await world.owner.prisma.appUser.update({
    where: { id: disabled.userId },
    data: { disabledAt: world.clock.now() },
  })
  const { email: passwordless } = await world.owner.prisma.appUser.findUniqueOrThrow({
    where: { id: withoutPassword },
  })

  const answers = await Promise.all([
    signIn(known.email, 'Mauvais-mot-2026!'),
    signIn('personne@exemple.fr'),
    signIn(disabled.email),
    signIn(passwordless),
  ])

  for (const { status, body, headers } of answers) {
    expect(status).toBe(401)
    expect(body).toEqual({ ...answers[0]?.body })
    expect(body.code).toBe('invalid-credentials')
    expect(headers.get('set-cookie')).toBeNull()
  }
})

test('an unknown account takes as long as a wrong password', async () => {
  const { email } = await world.person()
  const elapsed = async (address: string) => {
    const startedAt = performance.now()
    await signIn(address, 'Mauvais-mot-2026!')
    return performance.now() - startedAt
  }
  await elapsed('chauffe@exemple.fr')

  const known = Math.min(await elapsed(email), await elapsed(email))
  const unknown = Math.min(await elapsed('x1@exemple.fr'), await elapsed('x2@exemple.fr'))

  expect(unknown).toBeGreaterThan(known / 3)
})

test('the sixth failure from one address locks the account there, with the time to wait', async () => {
  const { email } = await world.person()
  for (let i = 0; i < 5; i++) expect((await signIn(email, 'non')).status).toBe(401)

  const sixth = await signIn(email)

  expect(sixth.status).toBe(429)
  expect(sixth.body.code).toBe('account-locked')
  expect(sixth.headers.get('retry-after')).toBe('60')
  expect((await signIn(email, PASSWORD, '203.0.113.9')).status).toBe(200)
})

test('each lock of a day lasts twice as long, and success forgets them', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { email } = await world.person()
  const waits: (string | null)[] = []
  for (let lock = 0; lock < 3; lock++) {
    for (let i = 0; i < 5; i++) await signIn(email, 'non')
    const { headers } = await signIn(email)
    waits.push(headers.get('retry-after'))
    vi.setSystemTime(Date.now() + Number(headers.get('retry-after')) * 1000 + 1)
  }
  expect(waits).toEqual(['60', '120', '240'])

  expect((await signIn(email)).status).toBe(200)
  for (let i = 0; i < 5; i++) await signIn(email, 'non')
  expect((await signIn(email)).headers.get('retry-after')).toBe('60')
})

test('parallel guesses do not outrun the count', async () => {
  const { email } = await world.person()

  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(email, 'non')))

  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
})

test('one address that fails on many accounts is refused on all', async () => {
  const address = '203.0.113.66'
  const { email } = await world.person()
  // Counted without hashing a hundred passwords: the counter row is the fact under test.
  await signIn('quelqu-un@exemple.fr', 'non', address)
  await world.owner.pool.query(`update rate_limit set points = 100 where key like 'address:%' and expire =
    (select max(expire) from rate_limit where key like 'address:%')`)

  const answer = await signIn(email, PASSWORD, address)

  expect(answer.status).toBe(429)
  expect(answer.body.code).toBe('too-many-attempts')
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(800)
})

test('counters hold neither e-mail nor address, and the application role alone cannot read them', async () => {
  await signIn('visible@exemple.fr', 'non', '203.0.113.77')

  const kept = await world.owner.pool.query('select * from rate_limit')
  const seen = await world.db.pool.query('select * from rate_limit')

  expect(JSON.stringify(kept.rows)).not.toMatch(/visible|203\.0\.113/)
  expect(kept.rows.length).toBeGreaterThan(0)
  expect(seen.rows).toEqual([])
})

test('another site cannot make a browser sign in', async () => {
  const { email } = await world.person()

  const answer = await world.send('/api/auth/sign-in/email', {
    body: { email, password: PASSWORD },
    headers: { origin: 'https://pirate.example' },
  })

  expect(answer.status).toBe(403)
})

test('a malformed request names its fields and counts as no attempt', async () => {
  const answer = await world.send('/api/auth/sign-in/email', {
    body: { email: 'pas une adresse', password: PASSWORD, admin: true },
  })

  expect(answer.status).toBe(422)
  expect(answer.body.errors.map(({ path }: { path: string }) => path)).toContain('email')
})

test('changing the password ends the other sessions, not this one, and refuses a weak one with its reasons', async () => {
  const { email } = await world.person()
  const here = await world.signedIn(email)
  const there = await world.signedIn(email)
  const change = (body: unknown) => world.send('/api/auth/password', { body, token: here })
  const newPassword = 'sept mots bien choisis pour la pharmacie'

  const weak = await change({ currentPassword: PASSWORD, newPassword: 'pharmacie' })
  expect(weak.status).toBe(422)
  expect(weak.body.errors[0].path).toBe('newPassword')
  expect(weak.body.weaknesses).toEqual(['too-short', 'no-uppercase', 'no-digit'])
  const same = await change({ currentPassword: PASSWORD, newPassword: PASSWORD })
  expect(same.status).toBe(422)
  const wrong = await change({ currentPassword: 'non', newPassword })
  expect(wrong.body.code).toBe('invalid-credentials')

  expect((await change({ currentPassword: PASSWORD, newPassword })).status).toBe(204)

  expect((await world.send('/api/auth/session', { token: here })).status).toBe(200)
  expect((await world.send('/api/auth/session', { token: there })).status).toBe(401)
  expect((await signIn(email)).status).toBe(401)
  expect((await signIn(email, newPassword)).status).toBe(200)
})

test('somebody at a borrowed screen does not guess the password either', async () => {
  const { email } = await world.person()
  const token = await world.signedIn(email)
  const change = (currentPassword: string) =>
    world.send('/api/auth/password', {
      token,
      body: { currentPassword, newPassword: 'Autre-mot-2026!' },
    })
  for (let i = 0; i < 5; i++) expect((await change('non')).status).toBe(401)

  const sixth = await change(PASSWORD)

  expect(sixth.body.code).toBe('account-locked')
  expect(sixth.headers.get('retry-after')).toBe('60')
})

test('a mutation with the cookie needs our origin or our header; with a token it needs neither', async () => {
  const { email } = await world.person()
  const attempts: [Record<string, string>, number][] = [
    [{ origin: 'https://pirate.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'https://pirate.example', 'x-navette-request': '1' }, 403],
    [{}, 403],
    [{ 'x-navette-request': '1' }, 204],
    [{ origin: ORIGIN }, 204],
    [{ origin: 'http://nav.local:8080', host: 'nav.local:8080' }, 204],
  ]
  for (const [headers, status] of attempts) {
    const cookie = `navette_session=${await world.signedIn(email)}`
    const answer = await world.send('/api/auth/sign-out', { method: 'POST', cookie, headers })
    expect([headers, answer.status]).toEqual([headers, status])
  }
  const token = await world.signedIn(email)
  expect((await world.send('/api/auth/sign-out', { method: 'POST', token })).status).toBe(204)
})
